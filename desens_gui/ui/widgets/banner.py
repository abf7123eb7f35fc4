"""Whose session this is, what they must not get, what they get, and the time: never scrolls, never hides."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas, Run
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.row_action import RowAction
from desens_gui.ui.widgets.sign_action import SignAction
from desens_gui.views.parts.banner import BannerView

TREATMENT = 0.18
"""Of the width: so much of drug and dose stands there, however long name and allergies are."""


class PatientBanner(Painted):
    """The clock repaints alone; all else only when it changed. `intent`: its action was pressed."""

    intent = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = BannerView(name="")
        self._clock_box = QRectF()
        self.action = RowAction(looks, self)
        self.action.hide()
        self.action.intent.connect(self.intent)
        self.cover = SignAction(looks, self)
        self.cover.hide()
        self.cover.intent.connect(self.intent)

    def render(self, view: BannerView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        only_clock = replace(view, clock=self.view.clock) == self.view
        self.view = view
        if view.action is not None:
            self.action.render(view.action)
        self.action.setVisible(view.action is not None)
        if view.cover is not None:
            self.cover.render(view.cover)
        self.cover.setVisible(view.cover is not None)
        self._place()
        if only_clock and not self._clock_box.isEmpty():
            self.update(self._clock_box.toAlignedRect())
            return
        tags = ", ".join(tag.text for tag in view.tags)
        parts = (view.details, view.allergies_label, view.allergy, view.allergy_detail, view.treatment)
        self.tell(view.name, ". ".join(part for part in (*parts, view.protocol, tags) if part))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _place(self) -> None:
        """Left of the clock."""
        m = self.theme.m
        clock = max(self.theme.width(self.view.clock, "clock"), self.theme.width(self.view.date, "body"))
        size = self.action.sizeHint()
        right = self.width() - m.page - round(clock) - 2 * m.pad - 3
        height = max(m.target, min(size.height(), self.height() - 8))
        top = (self.height() - height) // 2
        if self.view.action is not None:
            right -= size.width()
            self.action.setGeometry(right, top, size.width(), height)
            right -= m.gap
        self.cover.setGeometry(right - m.target, top, m.target, height)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m = self.theme.c, self.theme.m
        canvas.fill(box, c.panel)
        canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line2)
        inside = box.adjusted(m.page, 0, -m.page, -1)
        right = self._draw_clock(canvas, inside)
        for button in (self.action, self.cover):
            if not button.isHidden():
                right = min(right, button.x() - m.pad)
        right = self._draw_tags(canvas, inside, right)
        left = self._draw_person(canvas, inside)
        if self.view.allergies_label:
            kept = min(canvas.width(self.view.treatment, "heading"), inside.width() * TREATMENT)
            left = self._draw_allergy(canvas, inside, left, right - kept - 2 * m.pad - 1)
        room = QRectF(left, inside.top(), max(0.0, right - left), inside.height())
        self._two_lines(canvas, room, (self.view.treatment, "heading"), (self.view.protocol, "body"))

    def _two_lines(
        self, canvas: Canvas, room: QRectF, upper: tuple[str, str], lower: tuple[str, str]
    ) -> None:
        c = self.theme.c
        high, low = canvas.metrics(upper[1]).height(), canvas.metrics(lower[1]).height()
        high, low = high * 0.94, low if lower[0] else 0.0
        top = room.center().y() - (high + low) / 2
        if upper[0]:
            canvas.text(QRectF(room.left(), top, room.width(), high), upper[0], upper[1], c.ink)
        if lower[0]:
            canvas.text(QRectF(room.left(), top + high, room.width(), low), lower[0], lower[1], c.ink2)

    def _draw_person(self, canvas: Canvas, inside: QRectF) -> float:
        """Returns where the next part begins."""
        view, c, m = self.view, self.theme.c, self.theme.m
        most = inside.width() * 0.42
        wide = min(most, max(canvas.width(view.name, "patient"), canvas.width(view.details, "body")) + 2)
        room = QRectF(inside.left(), inside.top(), wide, inside.height())
        self._two_lines(canvas, room, (view.name, "patient"), (view.details, "body"))
        after = room.right() + m.pad
        if view.treatment or view.allergies_label:
            canvas.rule(after, inside.top(), after, inside.bottom(), c.line)
        return after + m.pad + 1

    def _draw_allergy(self, canvas: Canvas, inside: QRectF, left: float, right: float) -> float:
        view, c, m = self.view, self.theme.c, self.theme.m
        one_line = m.banner >= 64 and bool(view.allergy_detail)
        plate = canvas.width(view.allergies_label, "small") + 2 * m.pad + 4
        role = "heading" if one_line else "strong"
        first = canvas.width(view.allergy, role)
        second = canvas.width(view.allergy_detail, "label" if not one_line else "body")
        wide = (first + 8 + second) if one_line else max(first, second)
        wide = min(wide + 2 * m.gap + 4, right - left - plate - m.pad)
        height = inside.height() - (30 if one_line else 9)
        outer = QRectF(left, inside.center().y() - height / 2, plate + wide, height)
        canvas.box(outer, c.panel, c.ink, radius=m.radius, width=2)
        canvas.box(QRectF(outer.left(), outer.top(), plate, height), c.ink, radius=m.radius)
        canvas.fill(QRectF(outer.left() + plate - m.radius, outer.top(), m.radius, height), c.ink)
        label = QRectF(outer.left(), outer.top(), plate, height)
        canvas.text(label, view.allergies_label, "small", c.panel, "centre")
        room = QRectF(outer.left() + plate + m.gap, outer.top(), wide - 2 * m.gap + 2, height)
        if one_line:
            runs = [Run(view.allergy, role, c.ink), Run(view.allergy_detail, "body", c.ink, 8)]
            canvas.runs(room, runs)
        else:
            self._two_lines(canvas, room, (view.allergy, role), (view.allergy_detail, "label"))
        after = outer.right() + m.pad
        canvas.rule(after, inside.top(), after, inside.bottom(), c.line)
        return after + m.pad + 1

    def _draw_clock(self, canvas: Canvas, inside: QRectF) -> float:
        view, c, m = self.view, self.theme.c, self.theme.m
        wide = max(canvas.width(view.clock, "clock"), canvas.width(view.date, "body"))
        if not wide:
            return inside.right()
        room = QRectF(inside.right() - wide, inside.top(), wide, inside.height())
        self._clock_box = room.adjusted(-4, 0, 4, 0)
        high, low = canvas.metrics("clock").height() * 0.92, canvas.metrics("label").height()
        top = room.center().y() - (high + low) / 2
        canvas.text(QRectF(room.left(), top, wide, high), view.clock, "clock", c.ink, "right")
        canvas.text(QRectF(room.left(), top + high, wide, low), view.date, "label", c.ink2, "right")
        edge = room.left() - m.pad - 2
        canvas.rule(edge, inside.top(), edge, inside.bottom(), c.line)
        return edge - m.pad

    def _draw_tags(self, canvas: Canvas, inside: QRectF, right: float) -> float:
        c, m = self.theme.c, self.theme.m
        height = canvas.metrics("small").height() + 8
        for tag in reversed(self.view.tags):
            wide = canvas.width(tag.text, "small") + 2 * m.gap
            plate = QRectF(right - wide, inside.center().y() - height / 2, wide, height)
            fill, ink = (c.acc_fill, c.on_acc) if tag.kind == "simulation" else (c.ink, c.panel)
            canvas.box(plate, fill, radius=m.radius_tag)
            canvas.text(plate, tag.text, "small", ink, "centre")
            right = plate.left() - m.gap
        return right
