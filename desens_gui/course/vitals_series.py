"""The measured vital signs in order of time, each with its baseline."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from fractions import Fraction

import msgspec

from desens_gui.course.intervals import Gap
from desens_gui.course.placed import Placed, placed_ns
from desens_gui.domain.events.check import CheckPurpose, CheckRecorded
from desens_gui.domain.findings import Item, measured
from desens_gui.domain.standing import values_of

ITEM_OF = {
    "heart_rate": Item.HEART_RATE,
    "sbp": Item.BLOOD_PRESSURE,
    "dbp": Item.BLOOD_PRESSURE,
    "resp_rate": Item.RESPIRATIONS,
    "spo2": Item.SPO2,
    "temp": Item.TEMPERATURE,
}
"""The series by the names that policy files use, with the item of the check each was measured in."""


class Point(msgspec.Struct, frozen=True, order=True):
    """One reading: when it was measured, its value, and the number of the fact it stands in."""

    at_ns: int
    seq: int
    value: Fraction


class VitalsSeries:
    """Follows the facts of a session. Series names are the keys of ITEM_OF."""

    def __init__(self) -> None:
        self._points: dict[str, list[Point]] = {name: [] for name in ITEM_OF}
        self._baseline: dict[str, Point] = {}

    def add(self, placed: Placed) -> None:
        event = placed.event
        if not isinstance(event, CheckRecorded):
            return
        times = measured(event.vitals)
        for name, value in values_of(event.vitals).items():
            at_ns = placed_ns(placed.after, placed.recorded, times[ITEM_OF[name]])
            point = Point(at_ns, placed.seq, value)
            insort(self._points[name], point)
            if event.purpose is CheckPurpose.BASELINE:
                self._baseline[name] = point

    def points(self, name: str) -> tuple[Point, ...]:
        """Every reading in order of measuring time; KeyError for a name that is no series."""
        return tuple(self._points[name])

    def baseline(self, name: str) -> Point | None:
        """The newest baseline reading."""
        return self._baseline.get(name)

    def last(self, name: str, at_ns: int | None = None) -> Point | None:
        """The newest reading, or the newest that was measured by a moment."""
        points = self._points[name]
        return next((point for point in reversed(points) if at_ns is None or point.at_ns <= at_ns), None)


def unbroken(points: tuple[Point, ...], gaps: Iterable[Gap]) -> tuple[tuple[Point, ...], ...]:
    """The readings in stretches to be joined by a line: none across a time when the program was away."""
    ends = sorted(gap.to_ns for gap in gaps)
    stretches: list[list[Point]] = []
    for point in points:
        crossed = stretches and any(stretches[-1][-1].at_ns < end <= point.at_ns for end in ends)
        if not stretches or crossed:
            stretches.append([])
        stretches[-1].append(point)
    return tuple(tuple(stretch) for stretch in stretches)
