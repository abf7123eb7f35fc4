"""When something happened: the clocks read together, and the one timeline of a session worked out from them."""

from __future__ import annotations

import msgspec

US = 1000  # nanoseconds in a microsecond


class Instant(msgspec.Struct, frozen=True):
    """The clocks of this machine, read at once.

    boot_ns counts through sleep, mono_ns does not, utc_us is wall time in microseconds since 1970; boot_id names
    the start of the machine within which boot_ns may be compared.
    """

    boot_ns: int
    mono_ns: int
    utc_us: int
    boot_id: str


class Timeline(msgspec.Struct, frozen=True):
    """The last instant seen and its place on the session's own time, in nanoseconds since the first event.

    Within one boot the boot clock counts, so wall clock steps and sleep change nothing; across boots only wall time
    is left, and it never runs backwards.
    """

    last: Instant
    at_ns: int = 0

    def place(self, instant: Instant) -> int:
        """Session time of an instant at or after the last one."""
        if instant.boot_id == self.last.boot_id:
            passed = instant.boot_ns - self.last.boot_ns
        else:
            passed = (instant.utc_us - self.last.utc_us) * US
        return self.at_ns + max(0, passed)

    def place_reported(self, utc_us: int, now: Instant) -> int:
        """Session time of a moment that a person read off the wall clock: so long before now."""
        return self.place(now) - (now.utc_us - utc_us) * US

    def advanced(self, instant: Instant) -> Timeline:
        return Timeline(instant, self.place(instant))
