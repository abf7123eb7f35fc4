"""One answer for an organ system: filled with a tick once it is the answer, with its key before that."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize

from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.key_cap import draw_key_cap, key_cap_width
from desens_gui.ui.widgets.wrapping import balanced
from desens_gui.wording.plain import plain

TICK = 14.0
NEAR = 4.0  # px between label and mark


class AnswerButton(ActionButton):
    """`view.done`: this is the answer. It stays pressable, which takes the answer back."""

    def _mark(self) -> float:
        if self.view.done:
            return TICK + NEAR
        cap = key_cap_width(self.theme.metrics("small"), self._key)
        return cap + NEAR if cap else 0.0

    def sizeHint(self) -> QSize:
        measure = self.theme.measure("label_strong")
        wide = max(map(measure, balanced(plain(self.view.label), measure)))
        return QSize(round(wide + self._mark() + 2 * self.theme.m.gap), self.theme.m.target)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        ink = c.on_disabled if view.blocked_reason else c.on_acc if view.done else c.ink
        fill = c.acc_fill if view.done else c.disabled if view.blocked_reason else c.panel
        if not view.done and not view.blocked_reason and (self.isDown() or self.underMouse()):
            fill = c.acc_tint if self.isDown() else c.panel2
        canvas.box(
            box, fill, None if view.done else c.line2, radius=m.radius_field, dashed=bool(view.blocked_reason)
        )
        measure = self.theme.measure("label_strong")
        label, mark = plain(view.label), self._mark()
        room = box.width() - 6 - mark
        wide = measure(label)
        if wide > room:
            wide = max(map(measure, balanced(label, measure)))
        beside = wide + mark <= box.width() - 2
        left = box.center().x() - (wide + (mark if beside else 0)) / 2
        middle = box.center().y()
        place = QRectF(left, box.top(), wide + 1, box.height())
        if view.done and beside:
            canvas.icon("tick", QRectF(left, middle - TICK / 2, TICK, TICK), ink, 2.6)
            place.moveLeft(left + mark)
        elif view.done:  # no room beside the label: the tick stands above it
            place.setTop(box.top() + TICK - 2)
            canvas.icon("tick", QRectF(box.center().x() - TICK / 2, box.top() + 3, TICK, TICK), ink, 2.6)
        canvas.paragraph(place, label, "label_strong", ink, "centre" if not mark else "left")
        if mark and not view.done and beside:
            draw_key_cap(canvas, left + wide + mark, middle, self._key, ink, c.line2)
