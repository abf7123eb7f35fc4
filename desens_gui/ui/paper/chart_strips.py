"""One vital sign against time."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desens_gui.handover.chart import Limit, Reading, Sign, Strip
from desens_gui.ui.paper.chart_frame import Frame, level
from desens_gui.ui.paper.look import FRAME, GRID, INK, QUIET, Kind, Type, font, pt, width

POINT = pt(1.35)
BAR_END = pt(1.9)


def draw_strip(painter: QPainter, frame: Frame, strip: Strip, plot: QRectF) -> None:
    _name(painter, frame, strip, plot)
    dashed = QPen(INK, pt(0.7))
    dashed.setDashPattern([4, 3])
    numbers: list[float] = []
    for limit in strip.limits:
        _line(painter, plot, level(plot, strip, limit.value), dashed)
        _number(painter, plot, strip, limit, Type.TICK_STRONG, numbers)
    for tick in strip.ticks:
        _line(painter, plot, level(plot, strip, tick.value), QPen(GRID, pt(0.5)))
        _number(painter, plot, strip, tick, Type.TICK, numbers)
    painter.setPen(QPen(FRAME, pt(0.6)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(plot)
    for stretch in strip.stretches:
        _stretch(painter, frame, strip, plot, stretch)


def _name(painter: QPainter, frame: Frame, strip: Strip, plot: QRectF) -> None:
    middle = plot.center().y()
    painter.setFont(font(Type.SMALL_STRONG))
    painter.setPen(INK)
    painter.drawText(QPointF(frame.x, middle - pt(0.5)), strip.name)
    painter.setFont(font(Type.TICK))
    painter.setPen(QUIET)
    painter.drawText(QPointF(frame.x, middle + pt(7.5)), strip.unit)


def _line(painter: QPainter, plot: QRectF, y: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QLineF(plot.left(), y, plot.right(), y))


def _number(
    painter: QPainter, plot: QRectF, strip: Strip, tick: Limit, kind: Kind, taken: list[float]
) -> None:
    """Left of the plot, unless it would touch one that stands there."""
    y = level(plot, strip, tick.value)
    if any(abs(y - other) < pt(kind.size) for other in taken):
        return
    taken.append(y)
    painter.setFont(font(kind))
    painter.setPen(INK)
    painter.drawText(QPointF(plot.left() - width(tick.label, kind) - pt(3), y + pt(2.3)), tick.label)


def _stretch(
    painter: QPainter, frame: Frame, strip: Strip, plot: QRectF, stretch: tuple[Reading, ...]
) -> None:
    points = [QPointF(frame.at(reading.at_ns), level(plot, strip, reading.value)) for reading in stretch]
    if strip.sign is not Sign.BAR:
        painter.setPen(QPen(INK, pt(0.7)))
        for one, other in pairwise(points):
            painter.drawLine(QLineF(one, other))
    for point, reading in zip(points, stretch, strict=True):
        low = point.y() if reading.low is None else level(plot, strip, reading.low)
        _sign(painter, strip.sign, point, low)


def _sign(painter: QPainter, sign: Sign, point: QPointF, low: float) -> None:
    painter.setBrush(INK)
    painter.setPen(Qt.PenStyle.NoPen)
    match sign:
        case Sign.DOT:
            painter.drawEllipse(point, POINT, POINT)
        case Sign.SQUARE:
            painter.drawRect(QRectF(point.x() - POINT, point.y() - POINT, 2 * POINT, 2 * POINT))
        case Sign.TRIANGLE:
            up, down = QPointF(0, -POINT * 1.2), QPointF(POINT * 1.2, POINT)
            left = QPointF(-POINT * 1.2, POINT)
            painter.drawPolygon(QPolygonF([point + up, point + down, point + left]))
        case Sign.BAR:
            _bar(painter, point, low)


def _bar(painter: QPainter, top: QPointF, low: float) -> None:
    """From systolic to diastolic with an end at each: the usual sign of a blood pressure."""
    painter.setPen(QPen(INK, pt(1)))
    painter.drawLine(QLineF(top.x(), top.y(), top.x(), low))
    for y in {top.y(), low}:
        painter.drawLine(QLineF(top.x() - BAR_END, y, top.x() + BAR_END, y))
