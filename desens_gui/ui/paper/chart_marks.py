"""The event row of a chart: one small shape for each kind, told apart without colour; and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desens_gui.course.marks import Mark, MarkKind
from desens_gui.handover.chart import Chart
from desens_gui.ui.paper.chart_frame import LANE, MARK, Frame
from desens_gui.ui.paper.look import (
    INK,
    PAPER,
    QUIET,
    REACTION,
    Kind,
    Type,
    font,
    line_height,
    metrics,
    pt,
    width,
)

SIZE = MARK
NEXT = pt(10)  # between two entries of the key
R = Kind(5.5, 700)


def draw_marks(painter: QPainter, frame: Frame) -> None:
    """The name of the row, and every mark in its lane."""
    top = frame.strips_bottom + pt(6)
    painter.setFont(font(Type.SMALL))
    painter.setPen(QUIET)
    painter.drawText(QPointF(frame.x, top + pt(2.5)), frame.chart.mark_label)
    for mark, lane in zip(frame.chart.marks, frame.lanes, strict=True):
        _draw(painter, mark, QPointF(frame.at(mark.at_ns), top + lane * LANE))


def _draw(painter: QPainter, mark: Mark, middle: QPointF) -> None:
    _shape(painter, mark.kind, middle)
    if mark.struck:
        painter.setPen(QPen(INK, pt(1)))
        wide = QPointF(SIZE * 1.8, 0)
        painter.drawLine(QLineF(middle - wide, middle + wide))


def _entries(chart: Chart, room: float) -> Iterator[tuple[MarkKind, str, float, int]]:
    """Kind, name, place from the left and row of every entry of the key."""
    x, row = 0.0, 0
    for entry in chart.mark_names:
        across = 2 * SIZE + pt(3) + width(entry.name, Type.SMALL)
        if x and x + across > room:
            x, row = 0.0, row + 1
        yield entry.kind, entry.name, x, row
        x += across + NEXT


def key_height(chart: Chart, room: float) -> float:
    rows = max((row + 1 for _, _, _, row in _entries(chart, room)), default=0)
    return rows * line_height(Type.SMALL)


def draw_key(painter: QPainter, chart: Chart, x: float, y: float, room: float) -> None:
    height = line_height(Type.SMALL)
    for kind, name, left, row in _entries(chart, room):
        middle = y + (row + 0.5) * height
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _shape(painter, kind, QPointF(x + left + SIZE, middle))
        painter.restore()
        painter.setFont(font(Type.SMALL))
        painter.setPen(QUIET)
        base = middle + metrics(Type.SMALL).capHeight() / 2
        painter.drawText(QPointF(x + left + 2 * SIZE + pt(3), base), name)


def _shape(painter: QPainter, kind: MarkKind, middle: QPointF) -> None:
    painter.setPen(QPen(INK, pt(0.8)))
    painter.setBrush(INK)
    _SHAPES[kind](painter, middle)


def _cross(painter: QPainter, middle: QPointF) -> None:
    painter.setPen(QPen(INK, pt(1.9)))
    painter.drawLine(QLineF(middle.x() - SIZE, middle.y(), middle.x() + SIZE, middle.y()))
    painter.drawLine(QLineF(middle.x(), middle.y() - SIZE, middle.x(), middle.y() + SIZE))


def _diamond(painter: QPainter, middle: QPointF, size: float = SIZE) -> None:
    corners = (QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


def _hollow_diamond(painter: QPainter, middle: QPointF) -> None:
    painter.setBrush(PAPER)
    _diamond(painter, middle)


def _reaction(painter: QPainter, middle: QPointF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(REACTION)
    _diamond(painter, middle, SIZE * 1.45)
    painter.setPen(PAPER)
    painter.setFont(font(R))
    painter.drawText(middle + QPointF(-width("R", R) / 2, metrics(R).capHeight() / 2), "R")


def _right(painter: QPainter, middle: QPointF) -> None:
    corners = (QPointF(-SIZE * 0.8, -SIZE), QPointF(SIZE, 0), QPointF(-SIZE * 0.8, SIZE))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


def _up(painter: QPainter, middle: QPointF) -> None:
    painter.setBrush(PAPER)
    corners = (QPointF(0, -SIZE), QPointF(SIZE, SIZE * 0.8), QPointF(-SIZE, SIZE * 0.8))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


def _bars(painter: QPainter, middle: QPointF) -> None:
    painter.setPen(QPen(INK, pt(1.7)))
    for side in (-1, 1):
        x = middle.x() + side * SIZE * 0.5
        painter.drawLine(QLineF(x, middle.y() - SIZE, x, middle.y() + SIZE))


def _square(painter: QPainter, middle: QPointF) -> None:
    half = SIZE * 0.85
    painter.drawRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half))


def _hollow_square(painter: QPainter, middle: QPointF) -> None:
    painter.setBrush(PAPER)
    _square(painter, middle)


def _ring(painter: QPainter, middle: QPointF) -> None:
    painter.setBrush(PAPER)
    painter.drawEllipse(middle, SIZE * 0.9, SIZE * 0.9)


def _lines(painter: QPainter, middle: QPointF) -> None:
    for step in (-1, 0, 1):
        y = middle.y() + step * SIZE * 0.7
        painter.drawLine(QLineF(middle.x() - SIZE, y, middle.x() + SIZE, y))


def _half_square(painter: QPainter, middle: QPointF) -> None:
    _hollow_square(painter, middle)
    half = SIZE * 0.85
    painter.fillRect(QRectF(middle.x() - half, middle.y(), 2 * half, half), INK)


_SHAPES: dict[MarkKind, Callable[[QPainter, QPointF], None]] = {
    MarkKind.CHECK: _ring,
    MarkKind.SYMPTOM: _hollow_diamond,
    MarkKind.EARLY_SIGN: _up,
    MarkKind.NOTE: _lines,
    MarkKind.MEDICATION: _cross,
    MarkKind.REACTION: _reaction,
    MarkKind.PAUSE: _bars,
    MarkKind.RESUME: _right,
    MarkKind.BAG_CHANGE: _ring,
    MarkKind.DRUG_END: _hollow_square,
    MarkKind.STOP: _half_square,
    MarkKind.END: _square,
}
