"""Everything behind the series as one item: bag tints, hatches, grid, frames, baselines and limits."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desens_gui.ui.charts.places import Along
from desens_gui.ui.theme import Theme
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.views.parts.chart import BandsView, ChartBody, TimeFrame

HATCH_PX = 8.0


class Back(QGraphicsItem):
    """In px of the scene. `show` takes everything it draws; nothing is asked for while it paints."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-100)
        self._box = QRectF()
        self._theme: Theme | None = None
        self._strips: tuple[QRectF, ...] = ()
        self._body = ChartBody()
        self._bands = BandsView()
        self._frame = TimeFrame(x0=0.0, x1=1.0)
        self._grid: tuple[float, ...] = ()

    def boundingRect(self) -> QRectF:
        return self._box

    def show_all(
        self,
        theme: Theme,
        box: QRectF,
        strips: tuple[QRectF, ...],
        body: ChartBody,
        bands: BandsView,
        frame: TimeFrame,
        grid: tuple[float, ...],
    ) -> None:
        """box and strips in px; grid: x of the upright lines."""
        if box != self._box:
            self.prepareGeometryChange()
        self._theme, self._box, self._strips = theme, box, strips
        self._body, self._bands, self._frame, self._grid = body, bands, frame, grid
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._theme is None:
            return
        along = Along(self._frame, self._box.left(), self._box.width())
        painter.save()
        painter.setClipRect(self._box)
        self._draw_bands(painter, along, self._theme)
        self._draw_hatches(painter, along, self._theme)
        self._draw_grid(painter, along, self._theme)
        for place, box in enumerate(self._strips):
            self._draw_strip(painter, place, box, self._theme)
        painter.restore()

    # ---- bands

    def _span(self, along: Along, x0: float, x1: float) -> QRectF:
        left, right = round(along.px(x0)), round(along.px(x1))
        return QRectF(left, self._box.top(), max(1, right - left), self._box.height())

    def _draw_bands(self, painter: QPainter, along: Along, theme: Theme) -> None:
        c = theme.c
        tints = (c.bag1, c.bag2, c.bag3)
        for bag in self._bands.bags:
            painter.fillRect(self._span(along, bag.x0, bag.x1), tints[bag.tint])
        lines = [
            QLineF(px, self._box.top(), px, self._box.bottom())
            for step in self._bands.steps
            if step.state != "next"
            for px in (round(along.px(step.x0)) + 0.5,)
        ]
        painter.setPen(QPen(c.panel, 1.0))
        painter.drawLines(lines)

    def _draw_hatches(self, painter: QPainter, along: Along, theme: Theme) -> None:
        for x0, x1 in self._bands.stopped:
            hatch(painter, self._span(along, x0, x1), theme.c.high_ink, rising=True)
        for x0, x1 in self._body.gaps:
            hatch(painter, self._span(along, x0, x1), theme.c.line2, rising=False)

    # ---- strips

    def _draw_grid(self, painter: QPainter, along: Along, theme: Theme) -> None:
        lines = []
        for x in self._grid:
            px = round(along.px(x)) + 0.5
            lines += [QLineF(px, box.top(), px, box.bottom()) for box in self._strips]
        for strip, box in zip(self._body.strips, self._strips, strict=False):
            lines += [
                QLineF(box.left(), y, box.right(), y)
                for tick, _ in strip.scale.ticks
                for y in (round(_y(strip.scale.low, strip.scale.high, box, tick)) + 0.5,)
            ]
        painter.setPen(QPen(theme.c.line, 1.0))
        painter.drawLines(lines)
        middle = round((self._strips[-1].bottom() + self._box.bottom()) / 2) + 0.5 if self._strips else 0.0
        painter.drawLine(QLineF(self._box.left(), middle, self._box.right(), middle))

    def _draw_strip(self, painter: QPainter, place: int, box: QRectF, theme: Theme) -> None:
        c, strip = theme.c, self._body.strips[place]
        low, high = strip.scale.low, strip.scale.high
        for value in strip.baselines:
            if low < value < high:
                pen = QPen(c.ink3, 1.0)
                pen.setDashPattern([1.0, 4.0])
                painter.setPen(pen)
                y = round(_y(low, high, box, value)) + 0.5
                painter.drawLine(QLineF(box.left(), y, box.right(), y))
        for limit in strip.limits:
            if low < limit.y < high:
                pen = QPen(c.ink, 1.4)
                pen.setDashPattern([5.0, 3.0])
                painter.setPen(pen)
                y = round(_y(low, high, box, limit.y)) + 0.5
                painter.drawLine(QLineF(box.left(), y, box.right(), y))
                if theme.m.min_width > 0:
                    self._draw_limit_words(painter, box, y, limit.text, theme)
        painter.setPen(QPen(c.line2, 1.0))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _draw_limit_words(self, painter: QPainter, box: QRectF, y: float, text: str, theme: Theme) -> None:
        canvas, metrics = Canvas(painter, theme), theme.metrics("chart_tick")
        left = box.right() - canvas.width(text, "chart_tick") - 4
        below = y + metrics.ascent() + 2
        fits = below + metrics.descent() < box.bottom()
        canvas.put(left, below if fits else y - 4, text, "chart_tick", theme.c.ink)


def _y(low: float, high: float, box: QRectF, value: float) -> float:
    return box.bottom() - (value - low) / (high - low) * box.height()


def hatch(painter: QPainter, box: QRectF, colour: QColor, *, rising: bool) -> None:
    """Slanted lines, clipped to the box."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    faint = QColor(colour)
    faint.setAlpha(150)
    painter.setPen(QPen(faint, 1.0))
    lines, high = [], box.height()
    at = box.left() - high - (box.left() % HATCH_PX)
    while at < box.right():
        if rising:
            lines.append(QLineF(at, box.bottom(), at + high, box.top()))
        else:
            lines.append(QLineF(at, box.top(), at + high, box.bottom()))
        at += HATCH_PX
    painter.drawLines(lines)
    painter.restore()
