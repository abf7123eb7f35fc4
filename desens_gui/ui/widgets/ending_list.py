"""How it ended: one answer of a closed list; the chosen one opens the fields that belong to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.ui.widgets.ending_row import EndingRow
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.ending import EndingsView
from desens_gui.wording.plain import plain


class EndingList(Card):
    """While the chosen ending has fields, only it is shown: pressed again, the whole list is back."""

    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = EndingsView(head=CardHead(title=""), options=())
        self._replies = replies
        self._controls = Controls(looks, self, replies)
        self._rows: dict[str, EndingRow] = {}
        self.shown: list[EndingRow] = []
        self.parts: list[QWidget] = []

    def render(self, view: EndingsView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.render_head(view.head)
        self.parts = [*self._controls.fields(view.fields), *self._controls.choices((view.choice,))]
        self.shown = []
        for option in view.options:
            row = self._rows.get(option.code)
            if row is None:
                row = self._rows[option.code] = EndingRow(self.looks, self)
                row.chosen.connect(self._choose)
                row.explained.connect(self._replies.explained)
            row.render(option)
            row.setVisible(option.chosen or not self.parts)
            if option.chosen or not self.parts:
                self.shown.append(row)
        self._place()
        self.update()

    def _choose(self, code: str) -> None:
        self._replies.chosen.emit("ending", code)

    def stops(self) -> list[QWidget]:
        return [*self.shown, *self.parts]

    def _foot_height(self) -> float:
        foot, m = self.view.foot, self.theme.m
        if foot is None:
            return 1.0
        height = 2.0 * m.gap
        for text, role in ((foot.strong, "label_strong"), (foot.text, "label")):
            room = self.width() - 2 * m.pad - 2
            lines = wrapped(plain(text), self.theme.measure(role), room + SLACK) if text else []
            height += len(lines) * self.theme.metrics(role).height()
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _line(self) -> int:
        return round(self.theme.metrics("label_strong").height()) + 6

    def _place(self) -> None:
        m, top = self.theme.m, self.theme.m.card_head
        bottom = round(self.height() - self._foot_height())
        least = [max(row.least_height(self.width() - 2), 60.0 if self.parts else 0.0) for row in self.shown]
        share = 0.0 if self.parts else (bottom - top - sum(least)) / max(1, len(least))
        start = float(top)
        for row, need in zip(self.shown, least, strict=True):
            row.setGeometry(1, round(start), self.width() - 2, round(start + need + share) - round(start))
            start += need + share
        at = top + 60 + m.gap
        for part in self.parts:
            part.setGeometry(m.pad, at + self._line(), self.width() - 2 * m.pad, m.field)
            at += self._line() + m.field + m.gap

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        c, m, foot = self.theme.c, self.theme.m, self.view.foot
        names = [own.name for own in self.view.fields] + ([self.view.choice.name] if self.view.choice else [])
        for part, name in zip(self.parts, names, strict=True):
            place = QRectF(part.x(), part.y() - self._line(), part.width(), self._line() - 5)
            canvas.text(place, name, "label_strong", c.ink)
        if foot is None:
            return
        place = QRectF(box.left(), self.height() - self._foot_height(), box.width(), self._foot_height() - 1)
        canvas.fill(place, c.panel2)
        canvas.rule(place.left(), place.top(), place.right(), place.top(), c.line2)
        room = place.adjusted(m.pad, m.gap, -m.pad, -m.gap)
        for text, role, colour in ((foot.strong, "label_strong", c.ink), (foot.text, "label", c.ink2)):
            if text:
                room.setTop(room.top() + canvas.paragraph(room, text, role, colour, top=True))
