"""The wall clock of a session: session time to the time of day that was shown then, and back."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from desens_gui.course.placed import Placed
from desens_gui.domain.instants import US


class _Stamp(msgspec.Struct, frozen=True):
    at_ns: int
    utc_us: int
    zone_offset_min: int


class WallClock:
    """Follows the stamps of the facts, so a stepped clock shows the time that the nurse saw."""

    def __init__(self) -> None:
        self._stamps: list[_Stamp] = []
        self._shown_last: list[_Stamp] = []  # those after which no earlier or equal time was shown again

    def add(self, placed: Placed) -> None:
        recorded = placed.recorded
        stamp = _Stamp(placed.recorded_ns, recorded.stamp.utc_us, recorded.zone_offset_min)
        self._stamps.append(stamp)
        while self._shown_last and self._shown_last[-1].utc_us >= stamp.utc_us:
            self._shown_last.pop()
        self._shown_last.append(stamp)

    def utc_us(self, at_ns: int) -> int:
        """Wall time in microseconds since 1970; LookupError before the first fact was added."""
        stamp = self._before(at_ns)
        return stamp.utc_us + (at_ns - stamp.at_ns) // US

    def zone_offset_min(self, at_ns: int) -> int:
        """Minutes east of UTC in the display zone at that moment."""
        return self._before(at_ns).zone_offset_min

    def at_ns(self, utc_us: int) -> int:
        """Session time of a wall time, by the last stamp at or before it; negative before the session."""
        if not self._stamps:
            raise LookupError("no fact yet")
        after = bisect_right(self._shown_last, utc_us, key=lambda stamp: stamp.utc_us)
        stamp = self._shown_last[after - 1] if after else self._stamps[0]
        return stamp.at_ns + (utc_us - stamp.utc_us) * US

    def _before(self, at_ns: int) -> _Stamp:
        if not self._stamps:
            raise LookupError("no fact yet")
        after = bisect_right(self._stamps, at_ns, key=lambda stamp: stamp.at_ns)
        return self._stamps[max(0, after - 1)]
