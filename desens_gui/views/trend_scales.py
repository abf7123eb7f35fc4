"""How high each strip of the chart is drawn, its limit lines and its baseline.

The ranges are of the drawing only and no clinical threshold: E, not published. They are fixed, so that a
shape means the same in every session; a strip changes to its wider range when a value leaves the usual one,
and says so.
"""

from __future__ import annotations

import msgspec

from desens_gui.course.so_far import CourseSoFar
from desens_gui.course.vitals_series import VitalsSeries
from desens_gui.domain.ages import age_in_years
from desens_gui.domain.policy import StopLimit
from desens_gui.domain.session import Session
from desens_gui.views.parts.chart import LimitLine, Scale, Shape
from desens_gui.wording.numbers import number
from desens_gui.wording.vitals import short_name
from desens_gui.wording.words import Words

CLEAR = 0.04
"""Share of a range that stays free at either edge."""


class _Range(msgspec.Struct, frozen=True):
    low: float
    high: float
    ticks: tuple[int, ...]

    def holds(self, least: float, most: float) -> bool:
        """Clear of the edges, so that no point is cut by the frame."""
        clear = (self.high - self.low) * CLEAR
        return self.low + clear <= least and most <= self.high - clear


class Plotted(msgspec.Struct, frozen=True, kw_only=True):
    """One strip: its code in wording, its series, its ranges from the usual to the widest."""

    code: str
    shape: Shape
    high: str
    low: str | None = None
    ranges: tuple[_Range, ...]

    @property
    def series(self) -> tuple[str, ...]:
        return (self.high,) if self.low is None else (self.high, self.low)


STRIPS = (
    Plotted(
        code="heart_rate",
        shape="dot",
        high="heart_rate",
        ranges=(_Range(50, 130, (60, 80, 100, 120)), _Range(20, 240, (60, 120, 180))),
    ),
    Plotted(
        code="blood_pressure",
        shape="bar",
        high="sbp",
        low="dbp",
        ranges=(_Range(45, 165, (60, 90, 120, 150)), _Range(10, 280, (60, 120, 180, 240))),
    ),
    Plotted(
        code="spo2",
        shape="square",
        high="spo2",
        ranges=(_Range(88, 101, (92, 96, 100)), _Range(50, 103, (60, 80, 100))),
    ),
    Plotted(
        code="temp",
        shape="triangle",
        high="temp",
        ranges=(_Range(35.5, 39, (36, 37, 38)), _Range(28, 44, (30, 35, 40))),
    ),
)


def scale_of(plotted: Plotted, least: float, most: float, words: Words) -> Scale:
    """The first range that holds every value clear of its edges; beyond the widest it is drawn at them."""
    fitting = (each for each in plotted.ranges if each.holds(least, most))
    chosen = next(fitting, plotted.ranges[-1])
    return Scale(
        low=chosen.low,
        high=chosen.high,
        ticks=tuple((float(tick), number(tick)) for tick in chosen.ticks),
        note="" if chosen is plotted.ranges[0] else words("wider scale"),
    )


def limits_of(plotted: Plotted, state: Session, words: Words) -> tuple[LimitLine, ...]:
    """The policy's stop limits; none where adult limits do not apply (SAFETY S20)."""
    if state.policy is None or not _adult(state):
        return ()
    found = [limit for limit in state.policy.stop_limits if limit.item in plotted.series]
    return tuple(_line(limit, words) for limit in found)


def _line(limit: StopLimit, words: Words) -> LimitLine:
    shown = number(limit.value)
    text = words("{name} {value}", name=short_name(words, limit.item), value=shown)
    return LimitLine(float(limit.value.value), shown, text)


def _adult(state: Session) -> bool:
    if state.patient is None or state.policy is None:
        return True
    return age_in_years(state.patient.born, state.timeline.last) >= state.policy.adult_limits_from_years.value


def baselines_of(plotted: Plotted, vitals: VitalsSeries) -> tuple[float, ...]:
    points = (vitals.baseline(name) for name in plotted.series)
    return tuple(float(point.value) for point in points if point is not None)


def baseline_ns(course: CourseSoFar) -> int | None:
    """When the newest baseline reading was measured."""
    points = (course.vitals.baseline(name) for each in STRIPS for name in each.series)
    return max((point.at_ns for point in points if point is not None), default=None)
