"""A running clock with what it counts: pump stopped since, pump not confirmed stopped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.facts import ClockCardView
from desens_gui.wording.plain import plain


class ClockCard(Card):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = ClockCardView(label="", clock="")

    def render(self, view: ClockCardView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.use_frame(view.tone)
        self.tell(f"{view.label} {view.clock}", view.text)
        self.updateGeometry()
        self.update()

    def _lines(self, width: float) -> int:
        room = width - 2 * self.theme.m.pad - 4
        return len(wrapped(plain(self.view.text), self.theme.measure("label"), room + SLACK))

    def height_at(self, width: float) -> int:
        """px that the card needs when it is `width` px wide."""
        metrics, m = self.theme.metrics, self.theme.m
        text = self._lines(width) * metrics("label").height() if self.view.text else 0
        return round(metrics("strong").height() + metrics("timer").height() + text + 2 * m.pad)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_at(self.width()))

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        room = box.adjusted(m.pad + 1, m.pad - 2, -m.pad - 1, -m.pad + 2)
        line, clock = canvas.metrics("strong").height(), canvas.metrics("timer").height()
        canvas.text(QRectF(room.left(), room.top(), room.width(), line), view.label, "strong", c.ink)
        place = QRectF(room.left() - 2, room.top() + line, room.width() + 2, clock)
        canvas.text(place, view.clock, "timer", c.high_ink if view.tone == "high" else c.ink)
        below = QRectF(room.left(), place.bottom(), room.width(), room.bottom() - place.bottom() + 4)
        if view.text:
            canvas.paragraph(below, view.text, "label", c.ink2, top=True)
