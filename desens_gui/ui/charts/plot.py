"""The drawing area: linked view boxes over one item of bands and grid, marks, now line and crosshair."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPen
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsLineItem, QWidget

from desens_gui.ui.charts.back import Back
from desens_gui.ui.charts.marks import Marks
from desens_gui.ui.charts.places import Along, Places
from desens_gui.ui.charts.strip import Strip
from desens_gui.ui.theme import Looks
from desens_gui.views.parts.chart import ChartView, LineView

RING_PX = 6.5


class Plot(pg.GraphicsView):
    """Takes neither mouse nor focus: the chart around it does. Nothing here finds its own range."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent, useOpenGL=False, background=None)  # type: ignore[no-untyped-call]
        self.looks = looks
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(False)
        self.strips: list[Strip] = []
        self.back, self.marks = Back(), Marks()
        self.now_line, self.cursor_line = QGraphicsLineItem(), QGraphicsLineItem()
        self.rings: list[QGraphicsEllipseItem] = []
        self.now_line.setZValue(30)
        self.cursor_line.setZValue(31)
        for item in (self.back, self.marks, self.now_line, self.cursor_line):
            self.scene().addItem(item)
        self._places: Places | None = None
        self._view: ChartView | None = None
        self.restyle()

    def restyle(self) -> None:
        c = self.looks.theme.c
        self.setBackgroundBrush(c.panel)
        self.now_line.setPen(QPen(c.acc, 2.0))
        self.cursor_line.setPen(QPen(c.acc, 2.0))
        for strip in self.strips:
            strip.restyle(self.looks.theme)
        for ring in self.rings:
            self._dress(ring)

    def _dress(self, ring: QGraphicsEllipseItem) -> None:
        ring.setPen(QPen(self.looks.theme.c.acc, 2.0))
        ring.setBrush(QBrush(Qt.BrushStyle.NoBrush))

    def render_view(self, view: ChartView, places: Places, grid: tuple[float, ...], *, anew: bool) -> None:
        """Draws what changed; `anew`: size or theme changed, everything is drawn."""
        old = None if anew else self._view
        self._view, self._places = view, places
        framed = old is None or view.frame != old.frame
        body = old is None or view.body is not old.body
        if body or framed:
            self._show_strips(view, places, anew=anew)
            self._show_marks(view, places)
        if body or framed or old is None or view.bands != old.bands:
            self.back.show_all(
                self.looks.theme,
                self._local(places, places.plot),
                tuple(self._local(places, box) for box in places.strips),
                view.body,
                view.bands,
                view.frame,
                grid,
            )
        self._show_line(self.now_line, view.now, places, view)
        self._show_line(self.cursor_line, view.cursor, places, view)
        if framed or old is None or view.readout != old.readout:
            self._show_rings(view, places)

    # ---- parts

    def _local(self, places: Places, box: QRectF) -> QRectF:
        """In px of this widget, which lies on `places.plot`."""
        return box.translated(-places.plot.left(), -places.plot.top())

    def along(self) -> Along:
        assert self._view is not None
        assert self._places is not None
        return Along(self._view.frame, 0.0, self._places.plot.width())

    def _show_strips(self, view: ChartView, places: Places, *, anew: bool) -> None:
        while len(self.strips) < len(view.body.strips):
            first = self.strips[0].box if self.strips else None
            strip = Strip(view.body.strips[len(self.strips)].shape, first)
            self.scene().addItem(strip.box)
            strip.restyle(self.looks.theme)
            self.strips.append(strip)
        for strip, box, own in zip(self.strips, places.strips, view.body.strips, strict=True):
            local = self._local(places, box)
            if anew or strip.box.geometry() != local:
                strip.box.setGeometry(local)
            if own is not strip.view:
                strip.take(own)
        self.strips[0].box.setXRange(view.frame.x0, view.frame.x1, padding=0)
        for strip in self.strips:
            strip.show(view.frame, round(places.plot.width()))

    def _show_marks(self, view: ChartView, places: Places) -> None:
        along = self.along()
        shown = {(round(along.px(mark.x)), mark.glyph, mark.struck) for mark in view.body.marks}
        box = self._local(places, places.events)
        self.marks.show_all(self.looks.theme, box, shown, view.body.reaction_letter)

    def _show_line(
        self, item: QGraphicsLineItem, line: LineView | None, places: Places, view: ChartView
    ) -> None:
        shown = line is not None and view.frame.x0 <= line.x <= view.frame.x1
        if shown and line is not None:
            px = float(round(self.along().px(line.x)))
            if item.line().x1() != px or item.line().y2() != places.plot.height():
                item.setLine(px, 0.0, px, places.plot.height())
        if item.isVisible() != shown:
            item.setVisible(shown)

    def _show_rings(self, view: ChartView, places: Places) -> None:
        along, wanted = self.along(), view.readout.rings
        while len(self.rings) < len(wanted):
            ring = QGraphicsEllipseItem()
            ring.setZValue(32)
            self._dress(ring)
            self.scene().addItem(ring)
            self.rings.append(ring)
        for number, ring in enumerate(self.rings):
            ring.setVisible(number < len(wanted))
            if number < len(wanted):
                place, x, y = wanted[number]
                box = self._local(places, places.strips[place])
                scale = view.body.strips[place].scale
                share = (y - scale.low) / (scale.high - scale.low)
                top = box.bottom() - min(1.0, max(0.0, share)) * box.height()
                ring.setRect(along.px(x) - RING_PX, top - RING_PX, 2 * RING_PX, 2 * RING_PX)
