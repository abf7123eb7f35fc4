"""Cards to read one under the other: the clock first, the last one down to the foot."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.clock_card import ClockCard
from desens_gui.ui.widgets.facts_card import FactsCard
from desens_gui.views.parts.facts import ClockCardView, FactsView


class FactColumn(QWidget):
    """`below` is a card of the owner that takes what height is left; without it the last card does."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks
        self.clock = ClockCard(looks, self)
        self.cards: list[FactsCard] = []
        self._below: QWidget | None = None
        looks.changed.connect(self._place)

    def set_below(self, card: QWidget | None) -> None:
        self._below = card
        if card is not None:
            card.setParent(self)
            card.show()
        self._place()

    def render(self, clock: ClockCardView | None, facts: tuple[FactsView, ...]) -> None:  # type: ignore[override]
        if clock is not None:
            self.clock.render(clock)
        self.clock.setVisible(clock is not None)
        while len(self.cards) < len(facts):
            self.cards.append(FactsCard(self.looks, self))
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(facts))
            if number < len(facts):
                card.render(facts[number])
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        gap, width, top = self.looks.theme.m.gap, self.width(), 0
        shown = [card for card in self.cards if not card.isHidden()]
        if not self.clock.isHidden():
            height = self.clock.height_at(width)
            self.clock.setGeometry(0, 0, width, height)
            top = height + gap
        for card in shown:
            height = card.height_at(width)
            if card is shown[-1] and self._below is None:
                height = max(height, self.height() - top)
            card.setGeometry(0, top, width, height)
            top += height + gap
        if self._below is not None:
            self._below.setGeometry(0, top, width, max(0, self.height() - top))
