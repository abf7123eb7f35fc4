"""Is it written down, does it sound, who is signed in, which chair."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.painted import Painted
from desens_gui.views.parts.status import StatusView


class StatusBar(Painted):
    """ "Saved 10:42" and little else; not being recorded is a plate in the alarm colour."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = StatusView(saved="")

    def render(self, view: StatusView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        parts = (view.file, view.audio, view.user, view.chair, view.outstanding, view.help)
        self.tell(view.saved, ". ".join(part for part in parts if part))
        self.update()

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        canvas.fill(box, c.panel2)
        canvas.rule(box.left(), box.top(), box.right(), box.top(), c.line)
        room = box.adjusted(m.page, 1, -m.page, 0)
        if view.saved_state == "lost":
            left = self._draw_lost(canvas, room)
        else:
            left = self._cell(canvas, room, room.left(), "disk", view.saved, "label_strong", c.ink)
        if view.file:
            left = self._cell(canvas, room, left, "", view.file, "mono", c.ink2)
        if view.audio and view.audio_off:
            left = self._cell(
                canvas, room, left, "bell_off", view.audio, "label_strong", c.on_low, plate=c.low
            )
        elif view.audio:
            left = self._cell(canvas, room, left, "bell", view.audio, "label_strong", c.ink)
        if view.user:
            left = self._cell(canvas, room, left, "person", view.user, "label_strong", c.ink)
        if view.chair:
            last = not view.outstanding
            left = self._cell(canvas, room, left, "chair", view.chair, "label", c.ink2, last=last)
        if view.outstanding:
            left = self._cell(canvas, room, left, "", view.outstanding, "label_strong", c.ink, last=True)
        if view.help:
            canvas.text(
                QRectF(left, room.top(), room.right() - left, room.height()),
                view.help,
                "label",
                c.ink2,
                "right",
            )

    def _draw_lost(self, canvas: Canvas, room: QRectF) -> float:
        c = self.theme.c
        return self._cell(
            canvas,
            room,
            room.left(),
            "alarm_medium",
            self.view.saved,
            "label_strong",
            c.on_medium,
            plate=c.medium,
        )

    def _cell(
        self,
        canvas: Canvas,
        room: QRectF,
        left: float,
        icon: str,
        text: str,
        role: str,
        ink: QColor,
        *,
        plate: QColor | None = None,
        last: bool = False,
    ) -> float:
        """Draws one part and the rule after it; returns where the next begins."""
        m = self.theme.m
        side = room.height() * 0.56 if icon else 0.0
        wide = canvas.width(text, role)
        if plate is not None:
            canvas.fill(QRectF(left - 4, room.top(), side + 6 + wide + 12, room.height()), plate)
        if icon:
            canvas.icon(icon, QRectF(left, room.center().y() - side / 2, side, side), ink)
            left += side + 6
        canvas.text(QRectF(left, room.top(), wide + 1, room.height()), text, role, ink)
        left += wide + m.gap + 2
        if not last:
            canvas.rule(left, room.center().y() - 8, left, room.center().y() + 8, self.theme.c.line)
        return left + m.gap + 2
