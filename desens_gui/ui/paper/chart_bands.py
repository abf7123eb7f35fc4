"""Behind the vital signs: which bag and which step ran when, where the pump stood, where nobody looked."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desens_gui.ui.paper.chart_frame import BAG_ROW, STEP_ROW, Frame
from desens_gui.ui.paper.look import BAGS, FRAME, INK, PAPER, QUIET, Kind, Type, font, pt, width

HATCH = pt(3.2)  # between two lines
ROOM = pt(2)  # around a label
LEAST_HATCHED = pt(0.8)


def draw_bands(painter: QPainter, frame: Frame) -> None:
    _bags(painter, frame)
    _stopped(painter, frame)
    _steps(painter, frame)
    _gaps(painter, frame)


def _bags(painter: QPainter, frame: Frame) -> None:
    chart = frame.chart
    for band in chart.bags:
        box = _box(frame, band.from_ns, band.to_ns, frame.y, frame.strips_bottom)
        painter.fillRect(box, BAGS[min(band.bag, len(BAGS)) - 1])
        painter.setPen(QPen(FRAME, pt(0.6)))
        painter.drawLine(QLineF(box.left(), frame.y, box.left(), frame.strips_bottom))
        names = (chart.bag_names[band.bag - 1], chart.bag_short[band.bag - 1], str(band.bag))
        top = QRectF(box.left(), frame.y, box.width(), BAG_ROW)
        _label(painter, names, Type.TICK_STRONG, top, centred=False)


def _steps(painter: QPainter, frame: Frame) -> None:
    top = frame.y + BAG_ROW
    painter.setFont(font(Type.SMALL))
    painter.setPen(QUIET)
    painter.drawText(QPointF(frame.x, top + STEP_ROW - pt(3.5)), frame.chart.step_label)
    for band in frame.chart.steps:
        box = _box(frame, band.from_ns, band.to_ns, top, top + STEP_ROW)
        painter.setPen(QPen(PAPER, pt(0.8)))
        painter.drawLine(QLineF(box.left(), top, box.left(), frame.strips_bottom))
        _label(painter, (str(band.step),), Type.TICK_STRONG, box, centred=True)


def _stopped(painter: QPainter, frame: Frame) -> None:
    """Hatched by lines of our own: a pattern of Qt has dots of the device, which paper makes grey."""
    top = frame.y + BAG_ROW
    for stop in frame.chart.stopped:
        box = _box(frame, stop.from_ns, stop.to_ns, top, frame.strips_bottom)
        box.setWidth(max(box.width(), LEAST_HATCHED))
        painter.fillRect(box, PAPER)
        painter.save()
        painter.setClipRect(box)
        painter.setPen(QPen(FRAME, pt(0.45)))
        at = box.left() - box.height()
        while at < box.right():
            painter.drawLine(QLineF(at, box.bottom(), at + box.height(), box.top()))
            at += HATCH
        painter.restore()
        row = QRectF(box.left(), top, box.width(), STEP_ROW)
        if width(stop.label, Type.TICK_STRONG) + 2 * ROOM <= row.width():
            painter.fillRect(row, PAPER)
            _label(painter, (stop.label,), Type.TICK_STRONG, row, centred=True)


def _gaps(painter: QPainter, frame: Frame) -> None:
    for gap in frame.chart.gaps:
        pen = QPen(INK, pt(0.4))
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for at_ns in (gap.from_ns, gap.to_ns):
            at = frame.at(at_ns)
            painter.drawLine(QLineF(at, frame.strips_top, at, frame.strips_bottom))


def _box(frame: Frame, from_ns: int, to_ns: int, top: float, bottom: float) -> QRectF:
    left = frame.at(from_ns)
    return QRectF(left, top, frame.at(to_ns) - left, bottom - top)


def _label(painter: QPainter, texts: tuple[str, ...], kind: Kind, box: QRectF, *, centred: bool) -> None:
    """The longest of the texts that fits; none where none does."""
    for text in texts:
        across = width(text, kind)
        if across + 2 * ROOM <= box.width() or (centred and across <= box.width()):
            left = box.center().x() - across / 2 if centred else box.left() + ROOM
            painter.setFont(font(kind))
            painter.setPen(INK)
            painter.drawText(QPointF(left, box.bottom() - pt(3.2)), text)
            return
