"""The clock of a simulated session: time passes only when the scenario says so (DESIGN 6)."""

from __future__ import annotations

from desens_gui.domain.instants import US, Instant
from desens_gui.domain.quantities import NS_PER_HOUR, NS_PER_SECOND

MOST_AT_ONCE_NS = NS_PER_SECOND
"""So that the search for gaps between ticks never sees one that the scenario did not ask for."""
_STARTED_BEFORE_NS = NS_PER_HOUR


class SimulatedClock:
    """The port Clock. Read at the same place of the same scenario it says the same, boot id included."""

    def __init__(self, start_utc_us: int) -> None:
        self._boot_ns = _STARTED_BEFORE_NS
        self._mono_ns = _STARTED_BEFORE_NS
        self._utc_ns = start_utc_us * US
        self._boots = 1
        self._passed_ns = 0

    def now(self) -> Instant:
        return Instant(self._boot_ns, self._mono_ns, self._utc_ns // US, f"simulated-{self._boots}")

    @property
    def passed_ns(self) -> int:
        """Real time since the start, whatever happened to the clocks."""
        return self._passed_ns

    def step(self, ns: int) -> None:
        """Time passes while the program runs; ValueError for more than a second at once."""
        if not 0 <= ns <= MOST_AT_ONCE_NS:
            raise ValueError(f"{ns} ns is not within one second")
        self.stall(ns)

    def stall(self, ns: int) -> None:
        """Time passes while the machine is awake and the program is not asked."""
        self._mono_ns += ns
        self.sleep(ns)

    def sleep(self, ns: int) -> None:
        """The machine sleeps: its monotonic clock stands still."""
        self._boot_ns += ns
        self._utc_ns += ns
        self._passed_ns += ns

    def set_wall(self, by_ns: int) -> None:
        """Somebody, or the network, sets the wall clock."""
        self._utc_ns += by_ns

    def reboot(self, ns: int) -> None:
        """The machine is off for so long and starts again."""
        self.sleep(ns)
        self._boots += 1
        self._boot_ns = self._mono_ns = 0
