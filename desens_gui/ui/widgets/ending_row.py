"""One ending of the closed list: a row to press as a whole."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.pressable import Pressable
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.ending import EndingOption
from desens_gui.wording.plain import plain


class EndingRow(Pressable):
    """`chosen` carries the code of the ending, `explained` why it cannot be chosen."""

    chosen = Signal(str)
    explained = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.setCheckable(True)
        self.view = EndingOption(code="", label="")
        self.clicked.connect(self._pressed)

    def render(self, view: EndingOption) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.setChecked(view.chosen)
        self.setProperty("blocked", bool(view.blocked_reason))
        self.tell(view.label, view.blocked_reason or view.sub)
        self.update()

    def _pressed(self) -> None:
        if self.view.blocked_reason:
            self.explained.emit(self.view.blocked_reason)
        else:
            self.chosen.emit(self.view.code)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        if view.chosen or self.isDown():
            canvas.fill(box, c.acc_tint)
        elif self.underMouse():
            canvas.fill(box, c.panel2)
        canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line)
        side = float(m.icon)
        disc = QRectF(box.left() + m.pad + 2, box.center().y() - side / 2, side, side)
        canvas.box(
            disc,
            c.acc_fill if view.chosen else None,
            None if view.chosen else c.line2,
            radius=side / 2,
            width=1.6,
        )
        if view.chosen:
            canvas.icon("tick", disc.adjusted(3, 3, -3, -3), c.on_acc, 3.2)
        elif view.blocked_reason:
            canvas.icon("lock", disc.adjusted(3, 3, -3, -3), c.ink2, 2.2)
        room = box.adjusted(2 * m.pad + side + 2, 0, -m.pad, 0)
        high, low = canvas.metrics("strong").height(), self._sub_height(room.width())
        top = room.center().y() - (high + low) / 2
        ink = c.on_disabled if view.blocked_reason else c.ink
        canvas.text(QRectF(room.left(), top, room.width(), high), view.label, "strong", ink)
        if low:
            under = QRectF(room.left(), top + high, room.width(), low)
            canvas.paragraph(under, view.blocked_reason or view.sub, "small_plain", c.ink2, top=True)

    def _sub_height(self, room: float) -> float:
        sub = plain(self.view.blocked_reason or self.view.sub)
        lines = wrapped(sub, self.theme.measure("small_plain"), room + SLACK) if sub else []
        return len(lines) * self.theme.metrics("small_plain").height()

    def least_height(self, width: float) -> float:
        """px that the row needs when it is `width` px wide."""
        m = self.theme.m
        return max(
            44.0, self.theme.metrics("strong").height() + self._sub_height(width - 3 * m.pad - m.icon - 2)
        )
