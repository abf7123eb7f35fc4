"""Text wrapped into lines. Qt is handed characters and looks, never markup."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desens_gui.handover.document import Align, Run
from desens_gui.ui.paper.look import ALIGNED, INK, QUIET, Kind, Type, font, line_height
from desens_gui.ui.paper.piece import Piece

TOGETHER = 2  # lines of a paragraph that stay with its beginning, and with its end


class Wrapped:
    """A text set into lines of one width. Keeps the layout alive: Qt's lines only point to it."""

    def __init__(
        self, runs: Sequence[Run], kind: Kind, width: float, ink: QColor = INK, align: Align = Align.LEFT
    ) -> None:
        self._height = line_height(kind)
        self._layout = QTextLayout("".join(run.text for run in runs), font(kind))
        self._layout.setTextOption(_option(align))
        self._layout.setFormats(_formats(runs, ink))
        self._lines: list[QTextLine] = []
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            self._lines.append(line)
        self._layout.endLayout()

    def __len__(self) -> int:
        return len(self._lines)

    def draw(self, painter: QPainter, number: int, x: float, y: float) -> None:
        """One line, in the middle of the height that every line of this kind has."""
        line = self._lines[number]
        line.draw(painter, QPointF(x, y + (self._height - line.height()) / 2))

    def pieces(self) -> list[Piece]:
        return [self._piece(number) for number in range(len(self))]

    def _piece(self, number: int) -> Piece:
        def draw(painter: QPainter, x: float, y: float) -> None:
            self.draw(painter, number, x, y)

        return Piece(height=self._height, draw=draw)


def _option(align: Align) -> QTextOption:
    option = QTextOption(ALIGNED[align])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    return option


def _formats(runs: Sequence[Run], ink: QColor) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for run in runs:
        found = QTextLayout.FormatRange()
        found.start = start
        found.length = len(run.text.encode("utf-16-le")) // 2
        found.format = _format(run, ink)
        start += found.length
        ranges.append(found)
    return ranges


def _format(run: Run, ink: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QUIET if run.quiet else ink)
    if run.quiet:
        made.setFontWeight(QFont.Weight.Normal)
    if run.strong:
        made.setFontWeight(QFont.Weight.DemiBold)
    if run.struck:
        made.setFontStrikeOut(True)
    return made


def paragraph(runs: Sequence[Run], width: float, kind: Kind = Type.BODY, ink: QColor = INK) -> list[Piece]:
    """The lines of a paragraph; its first two and its last two stay together."""
    lines = Wrapped(runs, kind, width, ink).pieces()
    last = len(lines) - 1
    return [
        replace(line, keep=place < last and (place < TOGETHER - 1 or place >= last - TOGETHER + 1))
        for place, line in enumerate(lines)
    ]
