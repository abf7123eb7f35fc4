"""The ring of the step: what is left as an arc, then the time over as a hatched ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.timer import TimerView
from desens_gui.wording.plain import plain

TICKS = 15
SIZES = ("timer", "clock_big", "clock_mid", "bag")
CHORD = 0.92
HATCH = 9.0  # px between the lines of the hatch


def draw_ring(canvas: Canvas, box: QRectF, view: TimerView) -> None:
    """Draws into a square box."""
    width = canvas.theme.m.ring_width * box.width() / canvas.theme.m.ring
    painter = canvas.painter
    painter.save()
    if view.state in ("running", "if_it_ran"):
        _draw_arc(canvas, box, view, width)
    else:
        _draw_full(canvas, box, view, width)
    painter.restore()
    _draw_words(canvas, box, view, width)


def band(box: QRectF, width: float) -> QPainterPath:
    """The ring as an area."""
    path = QPainterPath()
    path.addEllipse(box)
    path.addEllipse(box.adjusted(width, width, -width, -width))
    return path


def _draw_arc(canvas: Canvas, box: QRectF, view: TimerView, width: float) -> None:
    c, painter = canvas.theme.c, canvas.painter
    painter.fillPath(band(box, width), c.bag2)
    inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    share = min(1.0, max(0.0, view.left))
    colour = c.acc if view.state == "running" else c.line2
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawArc(inner, 90 * 16, -round(share * 360 * 16))
    _draw_ticks(painter, box, width, c.panel)


def _draw_ticks(painter: QPainter, box: QRectF, width: float, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.6))
    outer = box.width() / 2
    painter.save()
    painter.translate(box.center())
    for _ in range(TICKS):
        painter.drawLine(QPointF(0, -outer + width * 0.3), QPointF(0, -outer + width * 0.7))
        painter.rotate(360 / TICKS)
    painter.restore()


def _draw_full(canvas: Canvas, box: QRectF, view: TimerView, width: float) -> None:
    c, painter = canvas.theme.c, canvas.painter
    grounds = {"late_low": c.low, "late_medium": c.medium, "over": c.bag2, "stopped": c.bag2}
    ground = grounds.get(view.state, c.bag2)
    area = band(box, width)
    painter.fillPath(area, QBrush(ground))
    if view.state == "stopped":
        return
    line = {"late_low": c.on_low, "late_medium": c.on_medium}.get(view.state, c.ink)
    painter.setClipPath(area)
    painter.setPen(QPen(line, 1.6))
    side = box.width()
    at = -side
    while at < side:
        painter.drawLine(QPointF(box.left() + at, box.bottom()), QPointF(box.left() + at + side, box.top()))
        at += HATCH
    painter.setClipping(False)


def _draw_words(canvas: Canvas, box: QRectF, view: TimerView, width: float) -> None:
    c = canvas.theme.c
    ink = c.ink2 if view.state in ("if_it_ran", "stopped") else c.ink
    inside = box.adjusted(width + 4, 0, -width - 4, 0)
    fitting = (role for role in SIZES if canvas.width(view.text, role) <= inside.width())
    role = next(fitting, SIZES[-1])
    high, low = canvas.metrics(role).height() * 0.9, canvas.metrics("label").height()
    room = inside.width() * CHORD  # the caption stands lower, where the ring is narrower
    lines = len(wrapped(plain(view.caption), canvas.theme.measure("label"), room)) if view.caption else 0
    top = box.center().y() - (high + min(1, lines) * low) / 2
    canvas.text(QRectF(inside.left(), top, inside.width(), high), view.text, role, ink, "centre")
    if view.caption:
        under = QRectF(inside.center().x() - room / 2, top + high, room, lines * low)
        canvas.paragraph(under, view.caption, "label", c.ink2, "centre", top=True)
