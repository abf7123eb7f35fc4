"""Where the parts of a chart stand on paper, and where a moment or a value stands in them."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from PySide6.QtCore import QRectF

from desens_gui.handover.chart import Chart, Sign, Strip
from desens_gui.ui.paper.look import pt

AXIS = pt(46)  # left of the plots: names, units, numbers
BAG_ROW = pt(11)
STEP_ROW = pt(12)
STRIP_GAP = pt(3.5)
LANE = pt(7.5)  # one row of marks
MARK = pt(3.2)  # half the size of a mark
MOST_LANES = 4
TIME_ROW = pt(11)
KEY_ROW = pt(11)
INSET = pt(3)  # above and below the readings of a strip
STRIP_HEIGHTS = {Sign.DOT: pt(38), Sign.BAR: pt(44), Sign.SQUARE: pt(30), Sign.TRIANGLE: pt(25)}


class Frame(Struct, frozen=True):
    """A chart in its place. Values become floats here and nowhere before: only ink depends on them."""

    chart: Chart
    x: float
    y: float
    room: float

    @property
    def left(self) -> float:
        return self.x + AXIS

    @property
    def right(self) -> float:
        return self.x + self.room

    def at(self, at_ns: int) -> float:
        span = self.chart.to_ns - self.chart.from_ns
        share = Fraction(at_ns - self.chart.from_ns, span)
        return self.left + float(min(max(share, Fraction(0)), Fraction(1))) * (self.right - self.left)

    @property
    def strips_top(self) -> float:
        return self.y + BAG_ROW + STEP_ROW + STRIP_GAP

    def strip(self, number: int) -> QRectF:
        """The plot of one vital sign."""
        above = sum(STRIP_HEIGHTS[strip.sign] + STRIP_GAP for strip in self.chart.strips[:number])
        height = STRIP_HEIGHTS[self.chart.strips[number].sign]
        return QRectF(self.left, self.strips_top + above, self.right - self.left, height)

    @property
    def strips_bottom(self) -> float:
        return self.strip(len(self.chart.strips) - 1).bottom()

    @property
    def lanes(self) -> tuple[int, ...]:
        """The row of every mark: marks that would touch stand below each other."""
        ends = [float("-inf")] * MOST_LANES
        found = []
        for mark in self.chart.marks:
            x = self.at(mark.at_ns)
            free = (number for number, end in enumerate(ends) if x - MARK >= end)
            lane = next(free, MOST_LANES - 1)
            ends[lane] = x + MARK
            found.append(lane)
        return tuple(found)

    @property
    def marks_bottom(self) -> float:
        return self.strips_bottom + LANE * (max(self.lanes, default=0) + 1) + pt(3)

    @property
    def bottom(self) -> float:
        """Below the times; the key follows."""
        return self.marks_bottom + TIME_ROW


def level(plot: QRectF, strip: Strip, value: Fraction) -> float:
    share = float((value - strip.low) / (strip.high - strip.low))
    return plot.bottom() - INSET - share * (plot.height() - 2 * INSET)
