"""Badge, or name and PIN: what a person signs in with."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.badge_plate import BadgePlate
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.ui.widgets.pick_list import PickList
from desens_gui.ui.widgets.secret_field import SecretField
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.sign_in import SignInView
from desens_gui.wording.plain import plain

WHO_SHARE = 0.6
"""Of the width for the name, the rest for the PIN."""


class SignInCard(Card):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view: SignInView | None = None
        self._controls = Controls(looks, self, replies)
        self.plate = BadgePlate(looks, self)
        self.people = PickList(looks, self)
        self.secret = SecretField(looks, self)
        self.who: list[QWidget] = []
        self.feet: list[QWidget] = []
        self.people.chosen.connect(replies.chosen)
        self.secret.entered.connect(replies.entered)

    def render(self, view: SignInView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(view.head)
        self.plate.render(view.badge, view.badge_sub)
        self.who = list(self._controls.fields((view.who,)))
        self.people.render(view.people)
        self.secret.render(view.pin)
        self.feet = list(self._controls.actions((view.back,)))
        self.tell(view.head.title, view.said)
        self._place()
        self.update()

    def stops(self) -> list[QWidget]:
        rows = self.people.rows[: len(self.people.view.rows)]
        return [self.plate, *self.who, *rows, self.secret, *self.feet]

    # ---- places

    def _line(self) -> int:
        return round(self.theme.metrics("label_strong").height()) + 6

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _place(self) -> None:
        if self.view is None:
            return
        m, room = self.theme.m, self.width() - 2 * self.theme.m.pad
        top = m.card_head + m.pad
        plate = self.plate.sizeHint().height()
        self.plate.setGeometry(m.pad, top, room, plate)
        top += plate + self._line() + m.gap
        self._between_top = top - self._line() - m.gap // 2
        top += self._line()
        wide = round(room * WHO_SHARE)
        for field in self.who:
            field.setGeometry(m.pad, top, wide, m.field)
        self.secret.setGeometry(m.pad + wide + m.gap, top, room - wide - m.gap, m.field)
        top += m.field + m.gap // 2
        self.people.setGeometry(m.pad, top, wide, self.people.height_wanted)
        self._said_box = QRectF(m.pad + wide + m.gap, top + m.gap // 2, room - wide - m.gap, 0)
        self._place_feet()

    def _place_feet(self) -> None:
        m = self.theme.m
        for foot in self.feet:
            width, height = max(160, foot.sizeHint().width()), max(52, foot.sizeHint().height())
            foot.setGeometry(self.width() - m.pad - width, self.height() - m.pad - height, width, height)

    # ---- painting

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        view, c, m = self.view, self.theme.c, self.theme.m
        if view is None:
            return
        self._draw_between(canvas, view.between)
        for part, name in (*((field, view.who.name) for field in self.who), (self.secret, view.pin.name)):
            place = QRectF(part.x(), part.y() - self._line(), part.width(), self._line() - 5)
            canvas.text(place, name, "label_strong", c.ink)
        if view.more:
            under = self.people.geometry()
            place = QRectF(under.x(), under.bottom() + 3, under.width(), self._line())
            canvas.text(place, view.more, "label", c.ink2)
        if view.said:
            lines = wrapped(plain(view.said), self.theme.measure("label_strong"), self._said_box.width() - 16)
            height = len(lines) * canvas.metrics("label_strong").height()
            place = self._said_box.adjusted(0, 0, 0, height + 16)
            canvas.box(place, c.medium_tint, c.medium_line, radius=m.radius_tag, width=2)
            canvas.paragraph(place.adjusted(8, 8, -8, -8), view.said, "label_strong", c.ink, top=True)

    def _draw_between(self, canvas: Canvas, text: str) -> None:
        c, m = self.theme.c, self.theme.m
        place = QRectF(m.pad, self._between_top, self.width() - 2 * m.pad, self._line())
        wide, middle = canvas.width(text, "label") + 2 * m.gap, place.center()
        canvas.rule(place.left(), middle.y(), middle.x() - wide / 2, middle.y(), c.line)
        canvas.rule(middle.x() + wide / 2, middle.y(), place.right(), middle.y(), c.line)
        canvas.text(place, text, "label", c.ink2, "centre")
