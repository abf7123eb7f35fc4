"""Review: what it came to on the left, course and events in the middle, the chair at a moment right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desens_gui.ui.review.events_card import EventsCard
from desens_gui.ui.review.part_card import PartCard
from desens_gui.ui.review.scrubber import Scrubber
from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.facts_card import FactsCard
from desens_gui.ui.widgets.live_column import LiveColumn
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import FactsView
from desens_gui.views.parts.review import ReviewView

NO_HEAD = CardHead(title="")
LEFT = (250, 372)  # narrow, wide
RIGHT = (236, 366)
EVENTS_HIGH = (148, 264)
KEYS = {
    Qt.Key.Key_Left: "review:previous",
    Qt.Key.Key_Right: "review:next",
    Qt.Key.Key_PageUp: "review:step_before",
    Qt.Key.Key_PageDown: "review:step_after",
    Qt.Key.Key_Home: "review:first",
    Qt.Key.Key_End: "review:last",
    Qt.Key.Key_Space: "review:play",
}

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ReviewScreen(Screen):
    """`set_chart` puts the chart in its place. Keys move through the session wherever the focus is."""

    scrubbed = Signal(float)
    picked = Signal(int)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._view: ReviewView | None = None
        self.facts: list[FactsCard] = []
        self.chart = PartCard(looks, self)
        self.scrubber = Scrubber(looks, self)
        self.events = EventsCard(looks, self)
        self.then = LiveColumn(looks, self)
        self.moment = FactsCard(looks, self)
        self._columns = QHBoxLayout(self)
        self._left, self._middle, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._left.addStretch(1)
        self._middle.addWidget(self.chart, 1)
        self._middle.addWidget(self.scrubber)
        self._middle.addWidget(self.events)
        self._right.addWidget(self.moment)
        self._right.addWidget(self.then, 1)
        self._right.addStretch(0)
        for column, stretch in ((self._left, 0), (self._middle, 1), (self._right, 0)):
            self._columns.addLayout(column, stretch)
        self.scrubber.moved.connect(self.scrubbed)
        self.scrubber.intent.connect(self.intent)
        self.scrubber.chosen.connect(self.chosen)
        self.events.list.picked.connect(self.picked)
        looks.changed.connect(self.restyle)
        self.restyle()

    def set_chart(self, chart: QWidget) -> None:
        """Its own keys would be those of this screen, so the screen keeps them."""
        chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chart.body().addWidget(chart)

    def render(self, view: ReviewView) -> None:  # type: ignore[override]
        if view == self._view:
            return
        self._view = view
        self._render_facts(view.facts)
        wide = self._wide
        self.chart.render_head(view.course if wide else NO_HEAD)
        self.events.render_head(view.events.head if wide else NO_HEAD)
        self.events.render_legend(view.chart.body.legend, view.chart.body.reaction_letter)
        self.scrubber.render(view.scrubber)
        self.events.list.render(view.events)
        self.moment.render(view.moment)
        self.moment.setFixedHeight(self.moment.height_at(RIGHT[wide]))
        if view.then is not None:
            self.then.render(view.then)
        self.then.setVisible(view.then is not None)
        self._right.setStretch(2, 0 if view.then is not None else 1)

    def _render_facts(self, views: tuple[FactsView, ...]) -> None:
        while len(self.facts) < len(views):
            card = FactsCard(self.looks, self)
            self._left.insertWidget(len(self.facts), card)
            self.facts.append(card)
        for card, view in zip(self.facts, views, strict=True):
            card.render(view)
            card.setFixedWidth(LEFT[self._wide])
            card.setFixedHeight(card.height_at(LEFT[self._wide]))

    @property
    def _wide(self) -> bool:
        return self.looks.theme.m.min_width > 0

    def first_focus(self) -> QWidget | None:
        return self.events.list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        intent = KEYS.get(Qt.Key(event.key())) if event.modifiers() in PLAIN else None
        if intent is None:
            super().keyPressEvent(event)
        else:
            self.intent.emit(intent)

    def restyle(self) -> None:
        m, wide = self.looks.theme.m, self._wide
        self._columns.setContentsMargins(m.page, m.gap, m.page, m.gap)
        self._columns.setSpacing(m.gap)
        for column in (self._left, self._middle, self._right):
            column.setSpacing(m.gap)
        self.moment.setFixedWidth(RIGHT[wide])
        self.scrubber.setFixedHeight(m.target)
        self.events.setFixedHeight(EVENTS_HIGH[wide])
        view, self._view = self._view, None
        if view is not None:
            self.render(view)
