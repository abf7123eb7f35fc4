"""A report as PDF: fonts embedded, text to be selected, the chart as vectors."""

from __future__ import annotations

import re

from msgspec import Struct
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter

from desens_gui import __version__
from desens_gui.handover.document import Report
from desens_gui.ui.paper.literal import literal
from desens_gui.ui.paper.look import DOTS_PER_INCH
from desens_gui.ui.paper.sheet import PaperSize, Sheets, laid_out

_TEXT_OF_GLYPHS = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)


class Pdf(Struct, frozen=True):
    data: bytes
    pages: int


def pdf_of(report: Report, size: PaperSize = PaperSize.A4) -> Pdf:
    """Needs a QGuiApplication with the program's fonts loaded; reads and writes no file."""
    sheets = laid_out(literal(report), size)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageSize(size.page)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setTitle(report.edges.title)  # no name: file managers and search engines show it
    writer.setCreator(f"Desens {__version__}")
    _paint(writer, sheets)
    return Pdf(_spaces_are_spaces(bytes(buffer.data().data())), len(sheets.pages))


def _paint(writer: QPdfWriter, sheets: Sheets) -> None:
    painter = QPainter(writer)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a name never turns its line round
    for number in range(len(sheets.pages)):
        if number:
            writer.newPage()
        sheets.draw(painter, number)
    painter.end()


def _spaces_are_spaces(data: bytes) -> bytes:
    """Qt tells readers that the glyph of a space stands for a tab: its list of glyphs asks for U+0009 first.

    Lengths stay the same, so no offset in the file moves.
    """
    return _TEXT_OF_GLYPHS.sub(lambda found: found[0].replace(b"<0009>", b"<0020>"), data)
