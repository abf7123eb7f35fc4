"""The independent double check: read again from pump and label, without the first answers."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.bag_change import SecondReadingView
from desens_gui.views.parts.card import CardHead
from desens_gui.wording.plain import plain

FIELD = (136, 236)  # px: narrow, wide


class SecondReading(Card):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = SecondReadingView(head=CardHead(title=""), who="")
        self._controls = Controls(looks, self, replies)
        self.fields: list[QWidget] = []
        self.buttons: list[QWidget] = []
        self.choices: list[QWidget] = []
        self._cut: list[str] = []

    def render(self, view: SecondReadingView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(view.head)
        self.choices = list(self._controls.choices((view.choice,)))
        self.fields = list(self._controls.fields(view.fields))
        self.buttons = list(self._controls.actions((view.action,)))
        said = (view.who_note, view.wait_clock, view.wait, view.text, view.problem, view.done)
        self.tell(f"{view.head.title}. {view.who}", ". ".join(text for text in said if text))
        self._place()
        self.update()

    def stops(self) -> list[QWidget]:
        return [*self.choices, *self.fields, *self.buttons]

    # ---- places: who, then the wait, then the fields, then words, the action at the foot

    def _lines(self, text: str, role: str, room: float) -> float:
        if not text:
            return 0.0
        lines = wrapped(plain(text), self.theme.measure(role), room + SLACK)
        return len(lines) * self.theme.metrics(role).height()

    @property
    def _room(self) -> float:
        return self.width() - 2.0 * self.theme.m.pad

    @property
    def _who_note(self) -> str:
        """What did not agree needs the room of the note."""
        return "" if self.view.problem else self.view.who_note

    def _who_bottom(self) -> float:
        m = self.theme.m
        who = self._lines(self.view.who, "strong", self._room) + self._lines(
            self._who_note, "label", self._room
        )
        return m.card_head + m.gap + who + m.gap

    def _choice_bottom(self) -> float:
        """The choice stands under the rule, as wide as the card."""
        m = self.theme.m
        return self._who_bottom() + (m.gap + m.target if self.choices else 0.0)

    def _wait_height(self) -> float:
        return self.theme.metrics("clock_big").height() if self.view.wait_clock else 0.0

    def _fields_top(self) -> float:
        return self._choice_bottom() + self._wait_height() + self.theme.m.gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _place(self) -> None:
        m = self.theme.m
        wide, top = FIELD[m.min_width > 0], self._fields_top()
        for choice in self.choices:
            choice.setGeometry(m.pad, round(self._who_bottom() + m.gap), round(self._room), m.target)
        for number, field in enumerate(self.fields):
            field.setGeometry(self.width() - m.pad - wide, round(top + number * (m.field + 4)), wide, m.field)
        for action in self.buttons:
            height = max(m.target, action.sizeHint().height())
            action.setGeometry(m.pad, self.height() - m.pad - height, round(self._room), height)

    # ---- painting

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        room = QRectF(m.pad, m.card_head + m.gap, self._room, self.height())
        for text, role, colour in ((view.who, "strong", c.ink), (self._who_note, "label", c.ink2)):
            if text:
                room.setTop(room.top() + canvas.paragraph(room, text, role, colour, top=True))
        line = self._who_bottom()
        canvas.rule(m.pad, line, self.width() - m.pad, line, c.line)
        if view.wait_clock:
            clock = canvas.width(view.wait_clock, "clock_big")
            place = QRectF(m.pad, self._choice_bottom() + m.gap / 2, self._room, self._wait_height())
            canvas.text(place, view.wait_clock, "clock_big", c.ink)
            canvas.paragraph(place.adjusted(clock + m.pad, 0, 0, 0), view.wait, "label", c.ink2)
        for field, own in zip(self.fields, view.fields, strict=True):
            place = QRectF(m.pad, field.y(), field.x() - m.pad - m.gap, field.height())
            canvas.paragraph(place, own.name, "label_strong", c.ink)
        bottom = self.fields[-1].geometry().bottom() + m.gap if self.fields else self._fields_top()
        foot = self.buttons[0].y() - m.gap if self.buttons else self.height() - m.pad
        self._draw_words(canvas, QRectF(m.pad, bottom, self._room, foot - bottom))

    def _draw_words(self, canvas: Canvas, box: QRectF) -> None:
        c, view = self.theme.c, self.view
        if view.done:
            side = float(self.theme.m.icon)
            height = self._lines(view.done, "strong", box.width() - side - 8)
            canvas.icon("tick", QRectF(box.left(), box.top() + (height - side) / 2, side, side), c.ink, 2.6)
            place = QRectF(box.left() + side + 8, box.top(), box.width() - side - 8, height)
            box.setTop(box.top() + canvas.paragraph(place, view.done, "strong", c.ink, top=True))
        if view.problem:
            height = self._lines(view.problem, "label_strong", box.width() - 16) + 8
            place = QRectF(box.left(), box.top(), box.width(), height)
            canvas.box(place, c.medium_tint, c.medium_line, radius=self.theme.m.radius_tag, width=2)
            canvas.paragraph(place.adjusted(8, 0, -8, 0), view.problem, "label_strong", c.ink)
            box.setTop(place.bottom() + 6)
        if view.text and self._lines(view.text, "label", box.width()) <= box.height():
            canvas.paragraph(box, view.text, "label", c.ink2, top=True)
        said = view.problem or view.done
        self._cut = [said] if said and box.top() > box.bottom() + 6 else []

    def clipped_texts(self) -> list[str]:
        return [*super().clipped_texts(), *self._cut]
