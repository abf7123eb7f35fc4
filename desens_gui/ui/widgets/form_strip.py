"""A line of a form: title and sub-line at the left, fields and choices at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.field import ChoiceView, FieldView
from desens_gui.wording.plain import plain

FIELD = (150, 210)  # px: narrow, wide
SEGMENT = (96, 120)


class FormStrip(Painted):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._controls = Controls(looks, self, replies)
        self._title = self._sub = ""
        self._choices: tuple[ChoiceView, ...] = ()
        self.parts: list[QWidget] = []

    def render(  # type: ignore[override]
        self, title: str, sub: str, fields: tuple[FieldView, ...], choices: tuple[ChoiceView, ...]
    ) -> None:
        self.parts = [*self._controls.fields(fields), *self._controls.choices(choices)]
        if (title, sub, choices) != (self._title, self._sub, self._choices):
            self._title, self._sub, self._choices = title, sub, choices
            self.tell(title, sub)
            self._place()
            self.update()

    def stops(self) -> list[QWidget]:
        return self.parts

    def least_height(self) -> int:
        return self.theme.m.field + 2 * self.theme.m.gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _widths(self) -> list[int]:
        wide = self.theme.m.min_width > 0
        fields = len(self.parts) - len(self._choices)
        return [*[FIELD[wide]] * fields, *(SEGMENT[wide] * len(own.options) for own in self._choices)]

    def _place(self) -> None:
        m = self.theme.m
        left = self.width() - m.pad - sum(width + m.gap for width in self._widths()) + m.gap
        for part, width in zip(self.parts, self._widths(), strict=True):
            part.setGeometry(left, (self.height() - m.field) // 2, width, m.field)
            left += width + m.gap

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m = self.theme.c, self.theme.m
        canvas.rule(box.left(), box.top(), box.right(), box.top(), c.line2)
        right = self.parts[0].x() if self.parts else box.right()
        room = QRectF(m.pad, box.top(), right - m.pad - m.gap, box.height())
        texts = ((self._title, "strong", c.ink), (self._sub, "label", c.ink2))
        heights = [self._height(text, role, room.width()) for text, role, _ in texts]
        top = room.center().y() - sum(heights) / 2
        for (text, role, colour), height in zip(texts, heights, strict=True):
            if text:
                canvas.paragraph(QRectF(room.left(), top, room.width(), height), text, role, colour, top=True)
            top += height

    def _height(self, text: str, role: str, room: float) -> float:
        lines = wrapped(plain(text), self.theme.measure(role), room + SLACK) if text else []
        return len(lines) * self.theme.metrics(role).height()
