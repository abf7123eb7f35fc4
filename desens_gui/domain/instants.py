"""When something happened: the clocks read together, and the one timeline of a session."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import total_ordering

import msgspec

US = 1000  # nanoseconds in a microsecond
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@total_ordering
class Utc:
    """Wall time that a person reported, in microseconds since 1970; written as ISO 8601 with Z."""

    __slots__ = ("us",)
    us: int

    def __init__(self, us: int) -> None:
        object.__setattr__(self, "us", us)

    @classmethod
    def of(cls, text: str) -> Utc:
        """Read "2026-11-22T10:42:12Z", up to six decimals; ValueError on anything else."""
        if not text.endswith("Z"):
            raise ValueError(f"{text!r} is not a UTC time ending in Z")
        return cls((datetime.fromisoformat(text) - _EPOCH) // timedelta(microseconds=1))

    @property
    def text(self) -> str:
        moment = _EPOCH + timedelta(microseconds=self.us)
        precision = "microseconds" if self.us % 1_000_000 else "seconds"
        return moment.isoformat(timespec=precision).replace("+00:00", "Z")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Utc cannot be changed")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Utc) and self.us == other.us

    def __lt__(self, other: Utc) -> bool:
        return self.us < other.us

    def __hash__(self) -> int:
        return hash((Utc, self.us))

    def __repr__(self) -> str:
        return f"Utc({self.text})"

    def __reduce__(self) -> tuple[type[Utc], tuple[int]]:
        return (Utc, (self.us,))


class Instant(msgspec.Struct, frozen=True):
    """The clocks of this machine, read at once.

    boot_ns counts through sleep, mono_ns does not, utc_us is wall time in microseconds since 1970; boot_id
    names the start of the machine within which boot_ns may be compared.
    """

    boot_ns: int
    mono_ns: int
    utc_us: int
    boot_id: str


class Timeline(msgspec.Struct, frozen=True):
    """The last instant seen and its place on the session's own time, in nanoseconds since the first event.

    Within one boot the boot clock counts, so wall clock steps and sleep change nothing; across boots only
    wall time is left, and it never runs backwards.
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

    def place_reported(self, reported: Utc, now: Instant) -> int:
        """Session time of a moment that a person read off the wall clock: so long before now."""
        return self.place(now) - (now.utc_us - reported.us) * US

    def advanced(self, instant: Instant) -> Timeline:
        return Timeline(instant, self.place(instant))
