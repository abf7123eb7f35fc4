"""Draws text, boxes and icons in the theme, and keeps account of every text that did not fit its box."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desens_gui.ui.theme import Theme
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.wording.plain import plain

Side = Literal["left", "centre", "right"]
SLACK = 0.75  # px: rounding of advances, less than the side bearing of any letter


class Placed(Struct, frozen=True):
    """One text as painted; `fits` is false where it had to be shortened."""

    text: str
    fits: bool


class Run(Struct, frozen=True):
    """A piece of a line: texts of several roles on one baseline, `gap` px before it."""

    text: str
    role: str
    colour: QColor
    gap: float = 0.0


class Canvas:
    """Wraps the painter of one paint event. Text is literal: no markup, no shortcut marks."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a name never turns its line round
        self.painter = painter
        self.theme = theme
        self.placed: list[Placed] = []

    # ---- measuring

    def metrics(self, role: str) -> QFontMetricsF:
        return self.theme.metrics(role)

    def width(self, text: str, role: str) -> float:
        return self.theme.width(plain(text), role)

    # ---- text

    def text(self, box: QRectF, text: str, role: str, colour: QColor, side: Side = "left") -> float:
        """One line, centred in the height of the box; returns its width."""
        metrics = self.metrics(role)
        baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        shown, width = self._fitted(text, role, box.width())
        left = box.left()
        if side == "right":
            left = box.right() - width
        elif side == "centre":
            left = box.center().x() - width / 2
        self._ink(left, baseline, shown, role, colour)
        return width

    def runs(self, box: QRectF, runs: list[Run], side: Side = "left", baseline: float | None = None) -> float:
        """Pieces of several roles on one baseline, one after the other; returns their width."""
        runs = [run for run in runs if run.text]
        total = sum(self.width(run.text, run.role) + (run.gap if at else 0.0) for at, run in enumerate(runs))
        left = box.left() if side == "left" else max(box.left(), box.right() - total)
        if baseline is None:
            metrics = [self.metrics(run.role) for run in runs]
            ascent = max((each.ascent() for each in metrics), default=0.0)
            descent = max((each.descent() for each in metrics), default=0.0)
            baseline = box.center().y() + (ascent - descent) / 2
        for at, run in enumerate(runs):
            left += run.gap if at else 0.0
            shown, width = self._fitted(run.text, run.role, max(0.0, box.right() - left))
            self._ink(left, baseline, shown, run.role, run.colour)
            left += width
        return total

    def paragraph(
        self, box: QRectF, text: str, role: str, colour: QColor, side: Side = "left", *, top: bool = False
    ) -> float:
        """As many lines as the box is high; returns the height used. Centred unless `top`."""
        metrics = self.metrics(role)
        height = metrics.height()
        most = max(1, int((box.height() + 1) // height))
        lines = wrapped(plain(text), self.theme.measure(role), box.width() + SLACK)
        if len(lines) > most:
            lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        y = box.top() if top else box.center().y() - len(lines) * height / 2
        for line in lines:
            self.text(QRectF(box.left(), y, box.width(), height), line, role, colour, side)
            y += height
        return len(lines) * height

    def decimal(self, point: float, box: QRectF, text: str, role: str, colour: QColor) -> None:
        """A number whose decimal point stands at x = `point`, so that a column of them lines up."""
        whole, mark, rest = plain(text).partition(".")
        metrics = self.metrics(role)
        baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        left = point - self.theme.width(whole, role)
        right = point + self.theme.width(mark + rest, role)
        fits = left >= box.left() - SLACK and right <= box.right() + SLACK
        self.placed.append(Placed(plain(text), fits))
        self._ink(left, baseline, whole, role, colour)
        self._ink(point, baseline, mark + rest, role, colour)

    def put(self, left: float, baseline: float, text: str, role: str, colour: QColor) -> None:
        """From this point on, whether there is room or not."""
        self._ink(left, baseline, plain(text), role, colour)

    def _fitted(self, text: str, role: str, room: float) -> tuple[str, float]:
        shown = plain(text)
        width = self.theme.width(shown, role)
        fits = width <= room + SLACK
        self.placed.append(Placed(shown, fits))
        if not fits:
            shown = self.metrics(role).elidedText(shown, Qt.TextElideMode.ElideRight, room)
            width = self.theme.width(shown, role)
        return shown, width

    def _ink(self, left: float, baseline: float, text: str, role: str, colour: QColor) -> None:
        self.painter.setFont(self.theme.font(role))
        self.painter.setPen(colour)
        self.painter.drawText(QPointF(left, round(baseline)), text)

    # ---- shapes

    def box(
        self,
        box: QRectF,
        fill: QColor | None = None,
        edge: QColor | None = None,
        *,
        radius: float = 0.0,
        width: float = 1.0,
        dashed: bool = False,
    ) -> None:
        """A rounded box; its edge lies wholly inside."""
        half = width / 2 if edge is not None else 0.0
        inside = box.adjusted(half, half, -half, -half)
        if edge is None:
            self.painter.setPen(Qt.PenStyle.NoPen)
        else:
            pen = QPen(edge, width)
            if dashed:
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([5.0 / width, 3.0 / width])
            self.painter.setPen(pen)
        self.painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(inside, radius, radius)

    def fill(self, box: QRectF, colour: QColor) -> None:
        self.painter.fillRect(box, colour)

    def rule(self, x1: float, y1: float, x2: float, y2: float, colour: QColor, width: float = 1.0) -> None:
        """A straight line along whole pixels."""
        half = (width % 2) / 2
        self.painter.setPen(QPen(colour, width))
        self.painter.drawLine(QLineF(int(x1) + half, int(y1) + half, int(x2) + half, int(y2) + half))

    def icon(self, name: str, box: QRectF, colour: QColor, width: float = 1.8) -> None:
        if name:
            self.theme.icons.draw(self.painter, name, box, colour, width)
