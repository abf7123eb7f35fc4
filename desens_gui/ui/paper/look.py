"""Fonts, inks and measures of the printed page. One unit is a tenth of a point; fonts have pixel sizes only.

On a painter whose device has 720 dots per inch one unit is one dot, so nothing is scaled twice.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desens_gui.handover.document import Align

DOTS_PER_INCH = 720
FAMILIES = ["Inter", "Noto Sans", "DejaVu Sans"]
MONO = ["DejaVu Sans Mono", *FAMILIES]

INK = QColor("#131E28")
QUIET = QColor("#3F4C58")
FRAME = QColor("#7A8794")
RULE = QColor("#C9D0D7")  # between rows
GRID = QColor("#DDE2E7")  # inside a chart
PAPER = QColor("#FFFFFF")
ACROSS = QColor("#E9ECEF")  # words across the page, behind the text
REACTION = QColor("#B8141C")  # prints dark grey
BAGS = (QColor("#F3F5F7"), QColor("#E3E8EC"), QColor("#CFD7DE"))

ALIGNED = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.DECIMAL: Qt.AlignmentFlag.AlignRight,
}


class Kind(NamedTuple):
    """One kind of text: size in points, weight, and whether every character is as wide."""

    size: float
    weight: int
    mono: bool = False


class Type:
    """Every kind of text on the page."""

    TITLE = Kind(14, 700)
    LETTER = Kind(17, 700)
    NAME = Kind(11.5, 700)
    DRUG = Kind(9.5, 700)
    HEADING = Kind(8.5, 700)
    BODY = Kind(8, 400)
    STRONG = Kind(8, 600)
    CELL = Kind(7.5, 400)
    CELL_STRONG = Kind(7.5, 700)
    CELL_HEAD = Kind(7, 600)
    SMALL = Kind(7, 400)
    SMALL_STRONG = Kind(7, 600)
    TICK = Kind(6.5, 400)
    TICK_STRONG = Kind(6.5, 700)
    CODE = Kind(9, 400, mono=True)
    ACROSS = Kind(74, 700)


def pt(points: float) -> float:
    """Points to units."""
    return points * DOTS_PER_INCH / 72


@cache
def font(kind: Kind) -> QFont:
    """Plain shapes only: substituted ones (ligatures, digits of one width) have no text in a PDF by Qt."""
    made = QFont(MONO if kind.mono else FAMILIES)
    made.setPixelSize(round(pt(kind.size)))
    made.setWeight(QFont.Weight(kind.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("calt", "liga"):
        made.setFeature(QFont.Tag(feature), 0)
    return made


@cache
def metrics(kind: Kind) -> QFontMetricsF:
    return QFontMetricsF(font(kind))


def width(text: str, kind: Kind) -> float:
    return metrics(kind).horizontalAdvance(text)


def line_height(kind: Kind) -> float:
    """From one line to the next."""
    return pt(kind.size * 1.36)
