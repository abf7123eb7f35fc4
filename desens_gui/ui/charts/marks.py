"""The marks on the event row as one item, and the same glyphs for the legend."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desens_gui.ui.theme import Theme
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.views.parts.chart import Glyph

RANK: tuple[Glyph, ...] = (
    "check",
    "note",
    "drug_end",
    "end",
    "resume",
    "pause",
    "medication",
    "sign",
    "reaction",
)
"""Drawn in this order, so that the most urgent lies on top."""


class Marks(QGraphicsItem):
    """Each mark: px along the row, glyph, and whether it was entered in error."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(20)
        self._box = QRectF()
        self._theme: Theme | None = None
        self._letter = ""
        self.shown: tuple[tuple[int, Glyph, bool], ...] = ()

    def boundingRect(self) -> QRectF:
        return self._box

    def show_all(
        self, theme: Theme, box: QRectF, shown: Iterable[tuple[int, Glyph, bool]], letter: str
    ) -> None:
        if box != self._box:
            self.prepareGeometryChange()
        self._theme, self._box, self._letter = theme, box, letter
        inside = (each for each in shown if box.left() - 8 <= each[0] <= box.right() + 8)
        self.shown = tuple(sorted(inside, key=lambda each: (RANK.index(each[1]), each[0])))
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._theme is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._box)
        middle = self._box.center().y()
        for px, glyph, struck in self.shown:
            draw_glyph(painter, self._theme, QPointF(px, middle), glyph, self._letter, struck=struck)


def glyph_width(theme: Theme, glyph: Glyph) -> float:
    return _radius(theme, glyph) * 2


def _radius(theme: Theme, glyph: Glyph) -> float:
    larger = 1.2 if theme.m.min_width > 0 else 1.0
    return {"check": 4.0, "sign": 7.0, "reaction": 9.0, "note": 4.0}.get(glyph, 5.0) * larger


def draw_glyph(
    painter: QPainter, theme: Theme, at: QPointF, glyph: Glyph, letter: str, *, struck: bool = False
) -> None:
    """Centred on a point. Struck: quiet, with a line through it."""
    c, r = theme.c, _radius(theme, glyph)
    ink = c.ink3 if struck else c.ink
    match glyph:
        case "check":
            _shape(painter, None, QPen(ink if struck else c.ink2, 2.0)).drawEllipse(at, r - 0.6, r - 0.6)
        case "sign":
            _shape(painter, c.panel if struck else c.medium, QPen(ink, 1.4)).drawPolygon(_diamond(at, r))
        case "reaction":
            edge = QPen(ink, 1.4) if struck else QPen(Qt.PenStyle.NoPen)
            _shape(painter, c.panel if struck else c.high, edge).drawPolygon(_diamond(at, r))
            _draw_letter(painter, theme, at, letter, ink if struck else c.on_high)
        case "note" | "drug_end":
            square = QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r).adjusted(0.7, 0.7, -0.7, -0.7)
            _shape(painter, c.panel, QPen(ink, 1.4)).drawRect(square)
        case _:
            _draw_filled(painter, at, r, glyph, ink)
    if struck:
        painter.setPen(QPen(ink, 1.4))
        painter.drawLine(QPointF(at.x() - r - 2, at.y() + r), QPointF(at.x() + r + 2, at.y() - r))


def _draw_letter(painter: QPainter, theme: Theme, at: QPointF, letter: str, ink: QColor) -> None:
    metrics = theme.metrics("small")
    base = at.y() + (metrics.ascent() - metrics.descent()) / 2
    canvas = Canvas(painter, theme)
    canvas.put(at.x() - canvas.width(letter, "small") / 2, base, letter, "small", ink)


def _draw_filled(painter: QPainter, at: QPointF, r: float, glyph: Glyph, ink: QColor) -> None:
    """Cross, two bars, triangle or square."""
    _shape(painter, ink, QPen(Qt.PenStyle.NoPen))
    match glyph:
        case "medication":
            half = r * 0.34
            painter.drawRect(QRectF(at.x() - half, at.y() - r, 2 * half, 2 * r))
            painter.drawRect(QRectF(at.x() - r, at.y() - half, 2 * r, 2 * half))
        case "pause":
            for left in (-r * 0.8, r * 0.25):
                painter.drawRect(QRectF(at.x() + left, at.y() - r, r * 0.55, 2 * r))
        case "resume":
            corners = (QPointF(-r * 0.8, -r), QPointF(r, 0), QPointF(-r * 0.8, r))
            painter.drawPolygon(QPolygonF([at + each for each in corners]))
        case _:
            painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r))


def _shape(painter: QPainter, fill: QColor | None, edge: QPen) -> QPainter:
    painter.setPen(edge)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    return painter


def _diamond(at: QPointF, r: float) -> QPolygonF:
    return QPolygonF([at + each for each in (QPointF(0, -r), QPointF(r, 0), QPointF(0, r), QPointF(-r, 0))])
