"""One answer to "did the pump run?": what it means, the fields it needs, and what the dose would be."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.restart import AwayAnswerView
from desens_gui.wording.plain import plain

FIELD = (118, 170)  # px: narrow, wide
RESULT = (190, 262)
PLATE = 30


class AwayButton(ActionButton):
    """Key, title and sub-line; a tick in the place of the key once it is the answer."""

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        if self.isDown() or self.underMouse():
            canvas.box(box, c.acc_tint if self.isDown() else c.panel2, radius=m.radius_field)
        plate = QRectF(box.left() + m.pad, box.center().y() - PLATE / 2, PLATE, PLATE)
        canvas.box(
            plate, c.acc_fill if view.done else None, None if view.done else c.ink, radius=m.radius_field
        )
        if view.done:
            canvas.icon("tick", plate.adjusted(5, 5, -5, -5), c.on_acc, 3.0)
        else:
            canvas.text(plate, view.key, "strong", c.ink, "centre")
        room = box.adjusted(2 * m.pad + PLATE, 0, -4, 0)
        texts = [(view.label, "title", c.ink), (view.sub, "label", c.ink2)]
        heights = [self._height(text, role, room.width()) for text, role, _ in texts]
        top = room.center().y() - sum(heights) / 2
        for (text, role, colour), height in zip(texts, heights, strict=True):
            if text:
                canvas.paragraph(QRectF(room.left(), top, room.width(), height), text, role, colour, top=True)
            top += height

    def _height(self, text: str, role: str, room: float) -> float:
        lines = wrapped(plain(text), self.theme.measure(role), room + SLACK) if text else []
        return len(lines) * self.theme.metrics(role).height()


class AwayAnswer(Painted):
    """Choosing it says `chosen("meanwhile", code)`."""

    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = AwayAnswerView(code="", key="", title="")
        self._controls = Controls(looks, self, replies)
        self._replies = replies
        self.button = AwayButton(looks, self)
        self.button.intent.connect(self._choose)
        self.fields: list[QWidget] = []

    def render(self, view: AwayAnswerView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.button.render(
            ActionView(intent=view.code, label=view.title, sub=view.sub, key=view.key, done=view.chosen)
        )
        self.button.tell(view.title, f"{view.sub}. {view.result_label} {view.result} {view.result_note}")
        self.fields = list(self._controls.fields(view.fields))
        self._place()
        self.update()

    def _choose(self, code: str) -> None:
        self._replies.chosen.emit("meanwhile", code)

    def stops(self) -> list[QWidget]:
        return [self.button, *self.fields]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _place(self) -> None:
        m = self.theme.m
        wide = m.min_width > 0
        left = self.width() - RESULT[wide] - len(self.fields) * (FIELD[wide] + m.gap)
        self.button.setGeometry(3, 3, left - m.gap - 3, self.height() - 6)
        for field in self.fields:
            field.setGeometry(left, (self.height() - m.field) // 2, FIELD[wide], m.field)
            left += FIELD[wide] + m.gap

    def _result_role(self, room: float) -> str:
        """The largest letters in which the dose fits."""
        roles = ("title", "strong", "label_strong")
        fitting = (role for role in roles if self.theme.width(plain(self.view.result), role) <= room)
        return next(fitting, roles[-1])

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        fill, edge, width = (c.acc_tint, c.acc, 2) if view.chosen else (c.panel, c.line2, 1)
        canvas.box(box, fill, edge, radius=m.radius_field, width=width)
        split = box.right() - RESULT[m.min_width > 0] + 2
        canvas.rule(split, box.top() + 12, split, box.bottom() - 12, c.line)
        room = QRectF(split + m.gap, box.top(), box.right() - split - m.gap - m.pad, box.height())
        texts = [
            (view.result_label, "label", c.ink2),
            (view.result, self._result_role(room.width()), c.ink),
            (view.result_note, "label", c.ink2),
        ]
        shown = [each for each in texts if each[0]]
        heights = [canvas.metrics(role).height() for _, role, _ in shown]
        top = room.center().y() - sum(heights) / 2
        for (text, role, colour), height in zip(shown, heights, strict=True):
            canvas.text(QRectF(room.left(), top, room.width(), height), text, role, colour, "right")
            top += height
