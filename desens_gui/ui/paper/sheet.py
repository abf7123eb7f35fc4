"""One page of a report on any painter whose unit is a tenth of a point."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPen

from desens_gui.handover.document import Report
from desens_gui.ui.paper.edges import FOOT, HEAD, draw_across, draw_foot, draw_head
from desens_gui.ui.paper.flow import RAIL, report_pieces
from desens_gui.ui.paper.look import INK, Type, font, metrics, pt
from desens_gui.ui.paper.pages import Placed, pages

MARGIN = pt(28)


class PaperSize(StrEnum):
    A4 = "a4"
    LETTER = "letter"

    @property
    def page(self) -> QPageSize:
        sizes = {PaperSize.A4: QPageSize.PageSizeId.A4, PaperSize.LETTER: QPageSize.PageSizeId.Letter}
        return QPageSize(sizes[self])

    @property
    def units(self) -> QSizeF:
        return self.page.size(QPageSize.Unit.Point) * pt(1)


class Sheets(Struct, frozen=True):
    """A report laid out for one size of paper."""

    report: Report
    size: PaperSize
    pages: tuple[tuple[Placed, ...], ...]

    def draw(self, painter: QPainter, number: int) -> None:
        """One page, by its number from 0."""
        paper = QRectF(0, 0, self.size.units.width(), self.size.units.height())
        frame = paper.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        draw_across(painter, self.report.across, paper)
        draw_head(painter, self.report.edges, number + 1, len(self.pages), frame)
        draw_foot(painter, self.report.edges, frame)
        for placed in self.pages[number]:
            _draw(painter, placed, frame, frame.top() + HEAD)


def laid_out(report: Report, size: PaperSize = PaperSize.A4) -> Sheets:
    room = size.units.width() - 2 * MARGIN
    height = size.units.height() - 2 * MARGIN - HEAD - FOOT
    found = pages(report_pieces(report, room), height)
    return Sheets(report, size, tuple(tuple(page) for page in found))


def _draw(painter: QPainter, placed: Placed, frame: QRectF, top: float) -> None:
    """A strip; what belongs to a section stands right of its letter."""
    piece, y = placed.piece, top + placed.y
    if piece.rule:
        painter.setPen(QPen(INK, pt(1)))
        above = y - piece.gap / 2
        painter.drawLine(QLineF(frame.left(), above, frame.right(), above))
    if placed.first and piece.letter:
        painter.setFont(font(Type.LETTER))
        painter.setPen(INK)
        painter.drawText(QPointF(frame.left(), y + metrics(Type.LETTER).capHeight() + pt(2)), piece.letter)
    piece.draw(painter, frame.left() + (RAIL if piece.letter else 0), y)
