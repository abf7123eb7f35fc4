"""Every way on from here: short ones side by side, the impossible ones with their reason across."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.reaction import NextActionsView

NOTHING = NextActionsView(head=CardHead(title=""))


class NextActions(Card):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = NOTHING
        self._controls = Controls(looks, self, replies)
        self.fields: list[QWidget] = []
        self.buttons: list[QWidget] = []

    def render(self, view: NextActionsView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(view.head)
        self.fields = list(self._controls.fields(view.fields))
        self.buttons = list(self._controls.actions(view.actions))
        self._place()
        self.update()

    def stops(self) -> list[QWidget]:
        return [*self.fields, *self.buttons]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _line(self) -> float:
        return self.theme.metrics("label_strong").height() + 4

    def _under(self) -> float:
        return self.theme.metrics("small_plain").height()

    def _place(self) -> None:
        m = self.theme.m
        top, room = m.card_head + m.gap, self.width() - 2 * m.pad
        for field, own in zip(self.fields, self.view.fields, strict=True):
            field.setGeometry(m.pad, round(top + self._line()), room, m.field)
            top += round(self._line()) + m.field + m.gap + (round(self._under()) if own.words else 0)
        half, column = (room - m.gap) // 2, 0
        for button, way in zip(self.buttons, self.view.actions, strict=True):
            hint = button.sizeHint()
            height = max(48, hint.height())
            whole = bool(way.blocked_reason) or hint.width() > half
            if whole and column:
                top, column = top + 48 + m.gap, 0
            left = m.pad + column * (half + m.gap)
            button.setGeometry(left, top, room if whole else half, height)
            column = 0 if whole else (column + 1) % 2
            if not column:
                top += height + m.gap

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        c = self.theme.c
        for field, own in zip(self.fields, self.view.fields, strict=True):
            above = QRectF(field.x(), field.y() - self._line(), field.width(), self._line() - 5)
            canvas.text(above, own.name, "label_strong", c.ink)
            if own.words:
                below = QRectF(field.x(), field.geometry().bottom() + 2, field.width(), self._under())
                canvas.text(below, own.words, "small_plain", c.ink2)
