"""The chart of a course as a value: what is drawn, on session time. Nothing here knows of paper or screen."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desens_gui.course.bands import BagBand, StepBand
from desens_gui.course.intervals import Gap
from desens_gui.course.marks import Mark, MarkKind


class Sign(StrEnum):
    """How readings of a strip are marked. BAR: from systolic to diastolic, not joined sideways."""

    DOT = "dot"
    BAR = "bar"
    SQUARE = "square"
    TRIANGLE = "triangle"


class Reading(Struct, frozen=True):
    """low is None but for bars; there None: only the systolic could be felt."""

    at_ns: int
    value: Fraction
    low: Fraction | None = None


class Limit(Struct, frozen=True):
    """A stop limit of the policy: a dashed line, and its number on the axis."""

    value: Fraction
    label: str


class Strip(Struct, frozen=True, kw_only=True):
    """One vital sign. stretches: readings to be joined by a line; none across a time when nobody looked.

    ticks and limits: a number that would touch one before it may be left out, limits come first.
    """

    name: str
    unit: str
    sign: Sign
    low: Fraction
    high: Fraction
    ticks: tuple[Limit, ...]
    limits: tuple[Limit, ...]
    stretches: tuple[tuple[Reading, ...], ...]


class StopBand(Struct, frozen=True):
    """The pump stood still; hatched. label where there is room for it."""

    from_ns: int
    to_ns: int
    label: str


class TimeTick(Struct, frozen=True):
    at_ns: int
    label: str


class MarkName(Struct, frozen=True):
    """What one kind of mark means."""

    kind: MarkKind
    name: str


class Chart(Struct, frozen=True, kw_only=True):
    """All strips share the time from from_ns to to_ns. bag_names: by bag number from 1."""

    from_ns: int
    to_ns: int
    bags: tuple[BagBand, ...]
    bag_names: tuple[str, ...]
    bag_short: tuple[str, ...]
    steps: tuple[StepBand, ...]
    step_label: str
    stopped: tuple[StopBand, ...]
    gaps: tuple[Gap, ...]
    strips: tuple[Strip, ...]
    marks: tuple[Mark, ...]
    mark_label: str
    mark_names: tuple[MarkName, ...]
    times: tuple[TimeTick, ...]
