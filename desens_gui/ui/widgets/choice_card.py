"""A card with one question and its answers side by side."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.field import ChoiceView


class ChoiceCard(Card):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._controls = Controls(looks, self, replies)
        self.answers: list[QWidget] = []

    def render(self, head: CardHead, choice: ChoiceView) -> None:  # type: ignore[override]
        self.render_head(head)
        self.answers = list(self._controls.choices((choice,)))
        self._place()

    def stops(self) -> list[QWidget]:
        return self.answers

    def least_height(self) -> int:
        m = self.theme.m
        return m.card_head + m.field + 2 * m.pad

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _place(self) -> None:
        m = self.theme.m
        for answer in self.answers:
            answer.setGeometry(m.pad, m.card_head + m.pad, self.width() - 2 * m.pad, m.field)
