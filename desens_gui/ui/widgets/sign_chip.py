"""A sign in the narrow columns of the check form: its letters shrink before its name is cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.chip import Chip
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.wording.plain import plain

INSIDE = 4  # px between edge and text


class SignChip(Chip):
    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        found = view.severity not in ("", "baseline")
        fill = c.ink if found else c.acc_tint if self.isDown() or view.severity else c.panel
        if not view.severity and not self.isDown() and self.underMouse():
            fill = c.panel2
        ink = c.panel if found else c.ink
        canvas.box(box, fill, None if found else c.line2, radius=m.radius_field)
        room = box.adjusted(INSIDE, 2, -INSIDE, -2)
        role = self._role(room.width())
        lines = len(wrapped(plain(view.label), self.theme.measure(role), room.width() + SLACK))
        name, foot = lines * canvas.metrics(role).height(), 0.0
        if view.severity_text:
            fits = canvas.width(view.severity_text, "small") <= room.width() + SLACK
            foot = canvas.metrics("small").height() * (1 if fits else 2)
        top = room.center().y() - (name + foot) / 2
        canvas.paragraph(QRectF(room.left(), top, room.width(), name), view.label, role, ink, "centre")
        if foot:
            under = QRectF(room.left(), top + name, room.width(), foot)
            canvas.paragraph(under, view.severity_text, "small", ink, "centre")

    def _role(self, room: float) -> str:
        longest = max(plain(self.view.label).split(" "), key=self.theme.measure("label"))
        return "label" if self.theme.width(longest, "label") <= room + SLACK else "small_plain"
