"""One sheet: a title, the groups of a key as large as they are copied well, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPainter, QPdfWriter

from desens_gui.ui.paper.look import DOTS_PER_INCH, FAMILIES, INK, MONO
from desens_gui.ui.paper.sheet import PaperSize
from desens_gui.wording.plain import plain

EDGE, WIDTH = 700, 4550  # tenths of a point, of A4
IN_A_ROW = 4


def key_pdf(title: str, groups: Sequence[str], lines: Sequence[str]) -> bytes:
    """Needs a QGuiApplication with the program's fonts; reads and writes no file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageSize(PaperSize.A4.page)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter(writer)
    painter.setPen(INK)
    y = _line(painter, title, FAMILIES, 240, EDGE)
    for at in range(0, len(groups), IN_A_ROW):
        y = _line(painter, "   ".join(groups[at : at + IN_A_ROW]), MONO, 240, y + 120)
    y += 120
    for line in lines:
        y = _line(painter, line, FAMILIES, 120, y + 60)
    painter.end()
    return bytes(buffer.data().data())


def _line(painter: QPainter, text: str, families: list[str], size: int, y: int) -> int:
    """Where the next one may begin."""
    font = QFont(families)
    font.setPixelSize(size)
    painter.setFont(font)
    box = QRectF(EDGE, y, WIDTH, 10 * size)
    flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    drawn = painter.boundingRect(box, int(flags), plain(text))
    painter.drawText(box, int(flags), plain(text))
    return round(drawn.bottom())
