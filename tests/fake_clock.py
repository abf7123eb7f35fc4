"""A clock and ids that only the test moves."""

from __future__ import annotations

import itertools

from desens_gui.domain.instants import Instant

NS_PER_S = 1_000_000_000


class FakeClock:
    """The port Clock. Starts on 2026-11-22 at 10:00 UTC, one hour after the machine."""

    def __init__(self, utc_us: int = 1_795_341_600_000_000, boot_id: str = "boot-1") -> None:
        self._boot_ns = 3600 * NS_PER_S
        self._mono_ns = 3600 * NS_PER_S
        self._utc_ns = utc_us * 1000  # nanoseconds, so that many small steps add up
        self._boot_id = boot_id

    def now(self) -> Instant:
        return Instant(self._boot_ns, self._mono_ns, self._utc_ns // 1000, self._boot_id)

    def advance(self, seconds: float) -> Instant:
        """Time passes."""
        return self.advance_ns(round(seconds * NS_PER_S))

    def advance_ns(self, ns: int) -> Instant:
        """Time passes, to the nanosecond."""
        self._mono_ns += ns
        return self._passed(ns)

    def stall(self, seconds: float) -> Instant:
        """The machine is awake, the program is not asked: for the clocks the same as time passing."""
        return self.advance(seconds)

    def sleep(self, seconds: float) -> Instant:
        """The machine sleeps: the monotonic clock stands still."""
        return self._passed(round(seconds * NS_PER_S))

    def step_wall(self, seconds: float) -> Instant:
        """Somebody sets the wall clock."""
        self._utc_ns += round(seconds * NS_PER_S)
        return self.now()

    def reboot(self, boot_id: str, seconds: float) -> Instant:
        """The machine starts again; so much wall time has passed."""
        self._boot_ns = self._mono_ns = 5 * NS_PER_S
        self._boot_id = boot_id
        return self.step_wall(seconds)

    def _passed(self, ns: int) -> Instant:
        self._boot_ns += ns
        self._utc_ns += ns
        return self.now()


class FakeIds:
    """The port Ids: counted, so that two runs are the same."""

    def __init__(self, first: int = 1) -> None:
        self._numbers = itertools.count(first)

    def uuid(self) -> str:
        return f"00000000-0000-4000-8000-{next(self._numbers):012d}"

    def short(self) -> str:
        return f"test{next(self._numbers):04d}"
