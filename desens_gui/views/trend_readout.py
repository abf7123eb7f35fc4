"""What is read beside the strips: the newest values, or those at the crosshair, and their change."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from desens_gui.course.so_far import CourseSoFar
from desens_gui.course.vitals_series import Point
from desens_gui.views.parts.chart import CellView, ReadoutView
from desens_gui.views.trend_scales import STRIPS, Plotted, baseline_ns
from desens_gui.views.trend_series import seconds
from desens_gui.wording.numbers import number, signed
from desens_gui.wording.vitals import short_name, unit
from desens_gui.wording.words import Words

Time = Callable[[int], str]
MISSING = "\N{EN DASH}"


def readout(course: CourseSoFar, cursor_ns: int | None, words: Words, hh_mm: Time) -> ReadoutView:
    """cursor_ns None: the newest of each series."""
    found = [_last(course, plotted, cursor_ns) for plotted in STRIPS]
    newest = max((points[0].at_ns for points in found if points), default=None)
    shown = "" if newest is None else hh_mm(newest)
    base_ns = baseline_ns(course)
    note = "" if base_ns is None else words("from {time}", time=hh_mm(base_ns))
    cells, spoken, rings = [], [], []
    for place, (plotted, points) in enumerate(zip(STRIPS, found, strict=True)):
        cell = _cell(course, plotted, points, shown, hh_mm)
        cells.append(cell)
        if not points:
            continue
        if plotted.low is None:
            rings.append((place, seconds(points[0].at_ns), float(points[0].value)))
        spoken.append(_spoken(words, plotted, cell))
    if newest is None:
        spoken.append(words("Nothing measured yet"))
    else:
        spoken.insert(0, words("Measured {time}", time=shown))
    return ReadoutView(
        time=shown,
        note=note,
        cells=tuple(cells),
        rings=tuple(rings) if cursor_ns is not None else (),
        spoken=". ".join(spoken),
    )


def _last(course: CourseSoFar, plotted: Plotted, cursor_ns: int | None) -> list[Point]:
    """The newest reading of the strip, the lower value only from the same measurement."""
    upper = course.vitals.last(plotted.high, cursor_ns)
    if upper is None:
        return []
    lower = course.vitals.last(plotted.low, cursor_ns) if plotted.low is not None else None
    same = lower is not None and (lower.at_ns, lower.seq) == (upper.at_ns, upper.seq)
    return [upper, lower] if lower is not None and same else [upper]


def _cell(course: CourseSoFar, plotted: Plotted, points: list[Point], shown: str, hh_mm: Time) -> CellView:
    if not points:
        return CellView(MISSING)
    values = "/".join(number(point.value) for point in points)
    changes = [
        signed(change)
        for point, name in zip(points, plotted.series, strict=False)
        if (change := _change(course, name, point)) is not None
    ]
    own = hh_mm(points[0].at_ns)
    return CellView(values, "/".join(changes), own if own != shown else "")


def _change(course: CourseSoFar, name: str, point: Point) -> Fraction | None:
    base = course.vitals.baseline(name)
    return None if base is None or base is point else point.value - base.value


def _spoken(words: Words, plotted: Plotted, cell: CellView) -> str:
    text = f"{short_name(words, plotted.code)} {cell.value} {unit(words, plotted.code)}"
    if cell.change:
        text = words("{value}, {change} from baseline", value=text, change=cell.change)
    return words("{value}, measured {time}", value=text, time=cell.time) if cell.time else text
