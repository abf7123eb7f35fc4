"""Where the columns of the step ladder stand: room for every number, decimal points in one line."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from desens_gui.ui.theme import Theme
from desens_gui.views.parts.ladder import LadderRow, LadderView
from desens_gui.wording.plain import plain

NUMBERS = ("given", "given_total", "planned", "planned_total")
GAPS = (
    8.5  # start 1, before given 1.5, three times 1.5 between numbers, 0.5 more at the divider, 1 at the end
)


class NumberColumn(Struct, frozen=True):
    """From `left` to `right`, with the decimal point at `point`."""

    left: float
    point: float
    right: float


class Columns(Struct, frozen=True, kw_only=True):
    """x of everything inside a row; `minutes_right` is 0 where that column gave way."""

    glyph: float
    step: float
    tag: float
    flag: float
    rate_right: float
    minutes_right: float
    start_right: float
    divider: float
    numbers: dict[str, NumberColumn]


def columns_for(view: LadderView, theme: Theme, left: float, right: float) -> Columns:
    """Measures every text in the bold letters of the current row and shares out what is left over."""
    m, wide = theme.m, theme.measure("strong")
    heads = theme.measure("small")
    glyph = left + m.gap - 1
    step = glyph + m.icon + 6
    tag = step + _widest(view.rows, "step", wide) + m.gap - 2
    tags = max((heads(plain(row.tag)) for row in view.rows), default=0.0)
    flag = tag + (tags + 12 + 4 if tags else 0)
    flags = m.icon + 2.0 if any(row.flagged for row in view.rows) else 0.0
    rate = max(_widest(view.rows, "rate", wide) + flags, _heads(heads, view.heads.rate, view.heads.rate_unit))
    starts = max(_widest(view.rows, "start", wide), _heads(heads, view.heads.start))
    minutes = _widest(view.rows, "minutes", wide) if view.heads.minutes else 0.0
    minutes = max(minutes, _heads(heads, view.heads.minutes)) if minutes else 0.0
    parts = {name: _parts(view.rows, name, wide) for name in NUMBERS}
    fixed = flag - left + rate + starts + sum(a + b for a, b in parts.values())
    if minutes and (right - left - fixed - minutes) / (GAPS + 1) < 1.5 * m.gap:
        minutes = 0.0
    gap = max(3.0, (right - left - fixed - minutes) / (GAPS + (1 if minutes else 0)))
    rate_right = flag + rate
    minutes_right = rate_right + gap + minutes if minutes else 0.0
    start_right = (minutes_right or rate_right) + gap + starts
    at = start_right + 1.5 * gap
    numbers: dict[str, NumberColumn] = {}
    divider = at
    for name in NUMBERS:
        whole, rest = parts[name]
        numbers[name] = NumberColumn(at - gap / 2, at + whole, at + whole + rest + gap / 2)
        at += whole + rest + 1.5 * gap
        if name == "given_total":
            divider = at - 0.5 * gap
            at += 0.5 * gap
    return Columns(
        glyph=glyph,
        step=step,
        tag=tag,
        flag=flag,
        rate_right=rate_right,
        minutes_right=minutes_right,
        start_right=start_right,
        divider=divider,
        numbers=numbers,
    )


def _heads(measure: Callable[[str], float], *texts: str) -> float:
    return max(measure(plain(text)) for text in texts)


def _widest(rows: tuple[LadderRow, ...], name: str, measure: Callable[[str], float]) -> float:
    return max((measure(plain(getattr(row, name))) for row in rows), default=0.0)


def _parts(rows: tuple[LadderRow, ...], name: str, measure: Callable[[str], float]) -> tuple[float, float]:
    """The widest part before and the widest part from the decimal point on."""
    before = after = 0.0
    for row in rows:
        whole, mark, rest = plain(getattr(row, name)).partition(".")
        before, after = max(before, measure(whole)), max(after, measure(mark + rest))
    return max(before, measure("0")), max(after, measure(".0"))
