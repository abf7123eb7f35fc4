"""After the program was away: four answers, what the pump shows now, an order where one is needed."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.away_answer import AwayAnswer
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.controls import Replies
from desens_gui.ui.widgets.form_strip import FormStrip
from desens_gui.views.parts.restart import RestartView


class AwayCard(Card):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._replies = replies
        self._answers: list[AwayAnswer] = []
        self.now = FormStrip(looks, replies, self)
        self.order = FormStrip(looks, replies, self)

    def render(self, view: RestartView) -> None:  # type: ignore[override]
        self.render_head(view.head)
        while len(self._answers) < len(view.answers):
            self._answers.append(AwayAnswer(self.looks, self._replies, self))
        for number, answer in enumerate(self._answers):
            answer.setVisible(number < len(view.answers))
            if number < len(view.answers):
                answer.render(view.answers[number])
        now, order = view.pump_now, view.order
        self.now.render(now.title, now.sub, (now.rate,), (now.choice,))
        if order is not None:
            self.order.render(order.title, "", (order.by,), (order.taken, order.read_back))
        self.order.setVisible(order is not None)
        self._place()

    @property
    def answers(self) -> list[AwayAnswer]:
        return [answer for answer in self._answers if not answer.isHidden()]

    def stops(self) -> list[QWidget]:
        own = [stop for answer in self.answers for stop in answer.stops()]
        return [*own, *self.now.stops(), *(self.order.stops() if not self.order.isHidden() else [])]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _place(self) -> None:
        m, bottom = self.theme.m, self.height() - 1
        for strip in (self.now, self.order)[:: -1 if not self.order.isHidden() else 1]:
            if not strip.isHidden():
                bottom -= strip.least_height()
                strip.setGeometry(1, bottom, self.width() - 2, strip.least_height())
        count = max(1, len(self.answers))
        top = m.card_head + m.gap
        each = (bottom - m.gap - top - m.gap * (count - 1)) / count
        for number, answer in enumerate(self.answers):
            start = round(top + number * (each + m.gap))
            answer.setGeometry(m.gap, start, self.width() - 2 * m.gap, round(each))

    def draw_body(self, canvas: Canvas, box: QRectF) -> None:
        strips = [strip.y() for strip in (self.now, self.order) if not strip.isHidden()]
        ground = QRectF(box.left(), box.top(), box.width(), min(strips) - box.top())
        canvas.fill(ground, self.theme.c.panel2)
