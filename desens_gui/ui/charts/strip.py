"""One vital sign: its own view box with a line and points, or bars from systolic to diastolic."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from desens_gui.ui.charts.thinning import Floats, crowded, joined, thinned, visible
from desens_gui.ui.theme import Theme
from desens_gui.views.parts.chart import Shape, StripView, TimeFrame

SMOOTH_UP_TO = 600
"""Points up to which lines are drawn smooth: the cost grows with their number."""

MARK_PX = {"dot": 7, "square": 7, "triangle": 8, "bar": 11}
SYMBOLS = {"dot": "o", "square": "s", "triangle": "t1"}
BEYOND_PX = 9


def _cap() -> QPainterPath:
    """The end of a bar, as a symbol of one unit."""
    path = QPainterPath()
    path.addRect(QRectF(-0.5, -0.09, 1.0, 0.18))
    return path


class Strip:
    """`box` is linked to the first strip along time. All points of a kind are one item."""

    def __init__(self, shape: Shape, linked: pg.ViewBox | None) -> None:
        self.shape = shape
        self.view: StripView | None = None
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self.box.disableAutoRange()
        self.line = pg.PlotCurveItem(connect="pairs" if shape == "bar" else "finite")
        self.points = pg.ScatterPlotItem(pxMode=True, useCache=True)
        self.beyond = pg.ScatterPlotItem(pxMode=True, useCache=True)
        for item in (self.line, self.points, self.beyond):
            self.box.addItem(item, ignoreBounds=True)
        if linked is not None:
            self.box.setXLink(linked)
        self._xs = self._ys = self._lows = np.empty(0)
        self._any_beyond = False

    def restyle(self, theme: Theme) -> None:
        c = theme.c
        pen = QPen(c.ink2 if self.shape == "bar" else c.ink, 5.0 if self.shape == "bar" else 1.4)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.line.setPen(pen)
        symbol = _cap() if self.shape == "bar" else SYMBOLS[self.shape]
        edge = QPen(Qt.PenStyle.NoPen) if self.shape == "bar" else QPen(c.panel, 1.0)
        edge.setCosmetic(True)
        self.points.setSymbol(symbol)
        self.points.setSize(MARK_PX[self.shape])
        self.points.setPen(edge)
        self.points.setBrush(c.ink)
        self.beyond.setSize(BEYOND_PX)
        self.beyond.setPen(QPen(Qt.PenStyle.NoPen))
        self.beyond.setBrush(c.high_ink)

    def take(self, view: StripView) -> None:
        """New points or another range; `show` puts them on the screen."""
        if self.view is None or view.xs is not self.view.xs:
            self._xs = np.asarray(view.xs, dtype=float)
            self._ys = np.asarray(view.ys, dtype=float)
            self._lows = np.asarray(view.lows, dtype=float)
        self.view = view
        self.box.setYRange(view.scale.low, view.scale.high, padding=0)

    def show(self, frame: TimeFrame, pixels: int) -> None:
        """The points inside the time frame."""
        inside = visible(self._xs, frame.x0, frame.x1)
        xs, ys = self._xs[inside], self._ys[inside]
        if self.shape == "bar":
            self._show_bars(xs, ys, self._lows[inside], pixels)
        else:
            fewer, values = thinned(xs, ys, pixels)
            self.line.setData(fewer, values, connect="finite", antialias=len(fewer) <= SMOOTH_UP_TO)
            self._show_points(xs, ys, pixels)
        self._show_beyond(xs, ys)

    def _show_points(self, xs: Floats, ys: Floats, pixels: int) -> None:
        """None where they would hide each other."""
        whole = ~np.isnan(ys)
        if crowded(int(whole.sum()), pixels):
            whole = np.zeros(len(ys), dtype=bool)
        self.points.setData(xs[whole], ys[whole])

    def _show_bars(self, xs: Floats, highs: Floats, lows: Floats, pixels: int) -> None:
        both = ~np.isnan(highs) & ~np.isnan(lows)
        at, low, high = joined(xs[both], lows[both], highs[both], pixels)
        ends = np.column_stack((high, low)).ravel()
        self.line.setData(np.repeat(at, 2), ends, connect="pairs", antialias=False)
        self._show_points(np.concatenate((xs, xs)), np.concatenate((highs, lows)), 2 * pixels)

    def _show_beyond(self, xs: Floats, ys: Floats) -> None:
        """Values outside the widest range stand at its edge and point outwards."""
        assert self.view is not None
        scale = self.view.scale
        margin = (scale.high - scale.low) * 0.05
        above, under = ys > scale.high, ys < scale.low
        at = np.concatenate((xs[above], xs[under]))
        edges = np.concatenate(
            (np.full(int(above.sum()), scale.high - margin), np.full(int(under.sum()), scale.low + margin))
        )
        symbols = ["t1"] * int(above.sum()) + ["t"] * int(under.sum())
        if len(at) or self._any_beyond:
            self._any_beyond = bool(len(at))
            self.beyond.setData(at, edges, symbol=symbols)
