"""What stands on every page around the report: title, patient, page number, integrity, words across."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desens_gui.handover.document import Edges
from desens_gui.ui.paper.look import (
    ACROSS,
    FRAME,
    INK,
    QUIET,
    Kind,
    Type,
    font,
    line_height,
    metrics,
    pt,
    width,
)

HEAD = pt(36)
FOOT = pt(30)
TAG_PAD = pt(3.5)
TURN = -52  # degrees: from corner to corner of a page in portrait


def draw_head(painter: QPainter, edges: Edges, page: int, pages: int, frame: QRectF) -> None:
    """Title and tags; below them, from page 2 on, the patient; right: dates, place and page."""
    left, top = frame.left(), frame.top()
    _text(painter, edges.title, Type.TITLE, left, top + pt(13))
    at = left + width(edges.title, Type.TITLE) + pt(9)
    for tag in edges.tags:
        at = _tag(painter, tag, at, top + pt(1.5)) + pt(5)
    if page > 1:
        _text(painter, _patient(edges, frame.width()), Type.STRONG, left, top + pt(28))
    number = edges.page_of.format(page=page, pages=pages)
    for place, line in enumerate((f"{edges.dates} \N{MIDDLE DOT} {number}", edges.place)):
        across = width(line, Type.SMALL)
        painter.setPen(QUIET)
        _text(painter, line, Type.SMALL, frame.right() - across, top + pt(8 + 10 * place), quiet=True)


def _patient(edges: Edges, room: float) -> str:
    """One line; a name too long for it is shortened, it stands whole on the first page."""
    facts = f" \N{MIDDLE DOT} {edges.patient_facts}" if edges.patient_facts else ""
    left = room - width(facts, Type.STRONG)
    return metrics(Type.STRONG).elidedText(edges.patient, Qt.TextElideMode.ElideMiddle, left) + facts


def _tag(painter: QPainter, text: str, x: float, y: float) -> float:
    """A framed word; its right edge."""
    box = QRectF(x, y, width(text, Type.TICK_STRONG) + 2 * TAG_PAD, pt(12.5))
    painter.setPen(QPen(INK, pt(0.7)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    _text(painter, text, Type.TICK_STRONG, x + TAG_PAD, y + pt(8.8))
    return box.right()


def draw_foot(painter: QPainter, edges: Edges, frame: QRectF) -> None:
    """Left the integrity line and the code to compare, right the file."""
    top = frame.bottom() - FOOT + pt(8)
    painter.setPen(QPen(FRAME, pt(0.5)))
    painter.drawLine(QLineF(frame.left(), top, frame.right(), top))
    first, second = top + pt(10), top + pt(20)
    _text(painter, edges.integrity, Type.SMALL_STRONG, frame.left(), first)
    _text(painter, edges.entries, Type.SMALL, frame.left(), second, quiet=True)
    at = (
        frame.left()
        + max(width(edges.entries, Type.SMALL), width(edges.integrity, Type.SMALL_STRONG))
        + pt(14)
    )
    _text(painter, edges.code_label, Type.SMALL, at, first, quiet=True)
    _text(painter, edges.code, Type.CODE, at, second)
    for base, text in ((first, edges.file), (second, edges.check_code)):
        _text(painter, text, Type.SMALL, frame.right() - width(text, Type.SMALL), base, quiet=True)


def draw_across(painter: QPainter, said: tuple[str, ...], page: QRectF) -> None:
    """The words in light grey from corner to corner; drawn first, so the text stands on them."""
    painter.save()
    painter.translate(page.center())
    painter.rotate(TURN)
    height = line_height(Type.ACROSS)
    for place, text in enumerate(said):
        base = (place - len(said) / 2) * height + (height + metrics(Type.ACROSS).capHeight()) / 2
        painter.setFont(font(Type.ACROSS))
        painter.setPen(ACROSS)
        painter.drawText(QPointF(-width(text, Type.ACROSS) / 2, base), text)
    painter.restore()


def _text(painter: QPainter, text: str, kind: Kind, x: float, base: float, *, quiet: bool = False) -> None:
    painter.setFont(font(kind))
    painter.setPen(QUIET if quiet else INK)
    painter.drawText(QPointF(x, base), text)
