"""The lines on a thing to press: its label over what follows, in the largest type that fits whole."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.ui.theme import Theme
from desens_gui.ui.widgets.wrapping import balanced, wrapped
from desens_gui.views.parts.action import ActionKind
from desens_gui.wording.plain import plain

SLACK = 0.5  # px: rounding of advances
MOST_LABEL = 2  # lines of a label
MOST_SUB = 3  # lines of what follows, or of the reason


class Type(Struct, frozen=True):
    """Roles of label and sub-line; `pitch` is the distance of lines by their height."""

    label: str
    sub: str
    pitch: float = 1.0


PRIMARY = (
    Type("primary", "label"),
    Type("title", "label"),
    Type("title", "small_plain", 0.94),
    Type("strong", "small_plain", 0.94),
)
Types = tuple[Type, ...]
TYPES: dict[ActionKind, Types] = {
    "danger": (Type("reaction", "label"),),
    "primary": PRIMARY,
    "normal": (Type("action", "small_plain"), Type("action", "small_plain", 0.94)),
    "quiet": (Type("action", "small_plain"), Type("action", "small_plain", 0.94)),
}


class Line(Struct, frozen=True):
    """`height` px from the line above; `label` tells it from what follows."""

    text: str
    role: str
    height: float
    label: bool


def in_two(text: str, theme: Theme, role: str) -> float:
    """The width of a text broken into two lines as evenly as can be."""
    measure = theme.measure(role)
    return max(map(measure, balanced(plain(text), measure)))


def laid_out(theme: Theme, types: Types, label: str, sub: str, width: float, height: float) -> list[Line]:
    """The first type whose lines all fit; where none does, the smallest one, to be cut."""
    lines: list[Line] = []
    for type_ in types:
        lines = _in(theme, type_, plain(label), plain(sub), width)
        if _fits(theme, lines, width, height):
            return lines
    return lines


def fits(theme: Theme, types: Types, label: str, sub: str, width: float, height: float) -> bool:
    return _fits(theme, laid_out(theme, types, label, sub, width, height), width, height)


def _in(theme: Theme, type_: Type, label: str, sub: str, width: float) -> list[Line]:
    labels = [label]
    measure = theme.measure(type_.label)
    if measure(label) > width + SLACK:
        labels = [part for part in balanced(label, measure) if part]
    subs = wrapped(sub, theme.measure(type_.sub), width + SLACK) if sub else []
    return [
        *(_line(theme, text, type_.label, type_, own=True) for text in labels[:MOST_LABEL]),
        *(_line(theme, text, type_.sub, type_, own=False) for text in _at_most(subs, MOST_SUB)),
    ]


def _at_most(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], " ".join(lines[most - 1 :])]


def _line(theme: Theme, text: str, role: str, type_: Type, *, own: bool) -> Line:
    return Line(text, role, theme.metrics(role).height() * type_.pitch, own)


def _fits(theme: Theme, lines: list[Line], width: float, height: float) -> bool:
    wide = all(theme.width(line.text, line.role) <= width + SLACK for line in lines)
    return wide and sum(line.height for line in lines) <= height
