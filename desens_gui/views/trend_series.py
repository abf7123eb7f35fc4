"""The points of each strip, collected as they come: a new reading costs no more after many than after few."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import nan

from desens_gui.course.intervals import Gap
from desens_gui.course.vitals_series import Point, VitalsSeries
from desens_gui.domain.quantities import NS_PER_MINUTE, NS_PER_SECOND
from desens_gui.views.trend_scales import Plotted

BREAK_NS = NS_PER_MINUTE
"""A line is broken where the program did not look for so long; a stall of seconds hides nothing."""


def seconds(at_ns: int) -> float:
    """x of the chart."""
    return at_ns / NS_PER_SECOND


class Collected:
    """The points of one strip as geometry; `take` after every fact. A late entry collects them all anew."""

    def __init__(self, plotted: Plotted) -> None:
        self.plotted = plotted
        self._empty()

    def _empty(self) -> None:
        self.xs: list[float] = []
        self.ys: list[float] = []
        self.lows: list[float] = []
        usual = self.plotted.ranges[0]
        self.least = self.most = (usual.low + usual.high) / 2
        self._taken = 0
        self._last: Point | None = None

    def take(self, vitals: VitalsSeries, gaps: Sequence[Gap]) -> None:
        points = vitals.points(self.plotted.high)
        if len(points) == self._taken:
            return
        if self._taken and points[self._taken - 1] is not self._last:  # a late entry went in between
            self._empty()
        new = points[self._taken :]
        lows = vitals.points(self.plotted.low) if self.plotted.low is not None else ()
        low_of = {(low.at_ns, low.seq): float(low.value) for low in lows[-len(new) :]}
        ends = sorted(gap.to_ns for gap in gaps if gap.to_ns - gap.from_ns >= BREAK_NS)
        for point in new:
            self._add(point, low_of.get((point.at_ns, point.seq), nan), ends)
        self._taken = len(points)

    def _add(self, point: Point, low: float, ends: list[int]) -> None:
        last = self._last
        if last is not None and bisect_right(ends, last.at_ns) != bisect_right(ends, point.at_ns):
            for each in (self.xs, self.ys, self.lows):
                each.append(nan)
        value = float(point.value)
        self.xs.append(seconds(point.at_ns))
        self.ys.append(value)
        self.lows.append(low)
        self.least = min(self.least, value, low if low == low else value)  # NaN is not itself
        self.most = max(self.most, value)
        self._last = point
