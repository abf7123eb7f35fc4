"""Frames: the banner of the first page, and the places to sign."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desens_gui.handover.document import BannerCell, Box, Boxes, Run
from desens_gui.ui.paper.lines import paragraph
from desens_gui.ui.paper.look import FRAME, INK, PAPER, Type, pt
from desens_gui.ui.paper.piece import Piece, stacked

PAD = pt(6)
GAP = pt(7)
SHARES = (0.3, 0.36, 0.34)  # of the banner: patient, allergies, treatment
SIGN = pt(22)  # room to sign in


def banner_piece(cells: tuple[BannerCell, ...], room: float) -> Piece:
    """Cells side by side in one frame; the allergies light on ink."""
    widths = [room * share for share in SHARES]
    inner = [_banner_cell(cell, width - 2 * PAD) for cell, width in zip(cells, widths, strict=True)]
    height = max(piece.height for piece in inner) + 2 * PAD

    def draw(painter: QPainter, x: float, y: float) -> None:
        left = x
        for cell, piece, width in zip(cells, inner, widths, strict=True):
            if cell.filled:
                painter.fillRect(QRectF(left, y, width, height), INK)
            piece.draw(painter, left + PAD, y + PAD)
            left += width
        painter.setPen(QPen(INK, pt(1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x, y, room, height))

    return Piece(height=height, draw=draw)


def _banner_cell(cell: BannerCell, room: float) -> Piece:
    ink = PAPER if cell.filled else INK
    label = paragraph([Run(text=cell.label)], room, Type.SMALL_STRONG, ink) if cell.label else []
    title = paragraph([Run(text=cell.title)], room, Type.DRUG if cell.filled else Type.NAME, ink)
    lines = [piece for line in cell.lines for piece in paragraph([Run(text=line)], room, Type.BODY, ink)]
    return stacked([*label, *title, *lines])


def boxes_piece(block: Boxes, room: float) -> Piece:
    """Places to sign, side by side and equally high; dashed while a signature is outstanding."""
    width = (room - GAP * (len(block.boxes) - 1)) / len(block.boxes)
    inner = [_box(box, width - 2 * PAD) for box in block.boxes]
    caption = stacked(paragraph([Run(text=" ")], width, Type.SMALL)).height
    height = max(piece.height for piece in inner) + SIGN + caption + PAD

    def draw(painter: QPainter, x: float, y: float) -> None:
        for place, (box, piece) in enumerate(zip(block.boxes, inner, strict=True)):
            left = x + place * (width + GAP)
            _frame(painter, QRectF(left, y, width, height), dashed=box.open)
            piece.draw(painter, left + PAD, y + PAD / 2)
            base = y + height - caption - PAD / 2
            painter.setPen(QPen(INK, pt(0.6)))
            painter.drawLine(QLineF(left + PAD, base, left + width - PAD, base))
            line = stacked(paragraph([Run(text=box.line, quiet=True)], width - 2 * PAD, Type.SMALL))
            line.draw(painter, left + PAD, base)

    return Piece(height=height, draw=draw)


def _box(box: Box, room: float) -> Piece:
    """Who is asked, by name where it is known, and how it stands."""
    return stacked(
        [
            *paragraph([Run(text=box.label, quiet=True)], room, Type.SMALL),
            *(paragraph([Run(text=box.name)], room, Type.STRONG) if box.name else []),
            *(paragraph([Run(text=box.state)], room, Type.SMALL) if box.state else []),
        ]
    )


def _frame(painter: QPainter, frame: QRectF, *, dashed: bool) -> None:
    ink: QColor = INK if dashed else FRAME
    pen = QPen(ink, pt(0.9 if dashed else 0.6))
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame)
