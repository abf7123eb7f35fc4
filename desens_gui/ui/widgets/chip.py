"""A symptom to tap: each tap asks for the next severity, and the severity stands under the name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.pressable import Pressable
from desens_gui.ui.widgets.wrapping import balanced
from desens_gui.views.parts.field import ChipView, Severity
from desens_gui.wording.plain import plain

CYCLE: tuple[Severity, ...] = ("", "mild", "moderate", "severe", "baseline")


def after(severity: Severity) -> Severity:
    """What one more tap means: mild, moderate, severe, as at baseline, off."""
    return CYCLE[(CYCLE.index(severity) + 1) % len(CYCLE)]


class Chip(Pressable):
    """`tapped` carries the code and the severity that the tap asks for ("" is off)."""

    tapped = Signal(str, str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.setCheckable(True)
        self.view = ChipView(code="", label="")
        self.clicked.connect(self._pressed)

    def render(self, view: ChipView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.setChecked(bool(view.severity))
        self.tell(view.label, view.severity_text)
        self.updateGeometry()
        self.update()

    def _pressed(self) -> None:
        self.tapped.emit(self.view.code, after(self.view.severity))

    def sizeHint(self) -> QSize:
        measure = self.theme.measure("label")
        widest = max(map(measure, balanced(plain(self.view.label), measure)))
        widest = max(widest, self.theme.measure("small")(plain(self.view.severity_text)))
        return QSize(round(widest + 2 * self.theme.m.gap), self.theme.m.target)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        found = view.severity not in ("", "baseline")
        fill = c.ink if found else c.acc_tint if self.isDown() or view.severity else c.panel
        if not found and not view.severity and not self.isDown() and self.underMouse():
            fill = c.panel2
        ink = c.panel if found else c.ink
        canvas.box(box, fill, None if found else c.line2, radius=m.radius_field)
        room = box.adjusted(6, 2, -6, -2)
        if not view.severity_text:
            canvas.paragraph(room, view.label, "label", ink, "centre")
            return
        foot = canvas.metrics("small").height()
        line = canvas.metrics("label").height()
        lines = 2 if canvas.width(view.label, "label") > room.width() else 1
        top = room.center().y() - (lines * line + foot) / 2
        canvas.paragraph(
            QRectF(room.left(), top, room.width(), lines * line), view.label, "label", ink, "centre"
        )
        under = QRectF(room.left(), top + lines * line, room.width(), foot)
        canvas.text(under, view.severity_text, "small", ink, "centre")
