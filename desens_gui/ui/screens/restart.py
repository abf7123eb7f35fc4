"""The program was away: four answers at the left, what was last known and what to look at on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.away_card import AwayCard
from desens_gui.ui.widgets.facts_card import FactsCard
from desens_gui.ui.widgets.ordered_rows import OrderedRows
from desens_gui.ui.widgets.step_card import StepCard
from desens_gui.views.parts.restart import RestartView
from desens_gui.views.parts.step_card import StepCardView

RIGHT = (402, 600)  # px: narrow, wide


class RestartScreen(FormScreen):
    """The rate the pump shows is a part of the answer here; F2 hands all of it in."""

    hands_in: dict[str, str] = {}

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.away = AwayCard(looks, self.replies, self)
        self.last_known = StepCard(looks, self)
        self.look = OrderedRows(looks, self.replies, self)
        self.record = FactsCard(looks, self)
        self._row = QHBoxLayout(self)
        self._right = QVBoxLayout()
        self._right.addWidget(self.last_known)
        self._right.addWidget(self.look, 1)
        self._right.addWidget(self.record)
        self._row.addWidget(self.away, 1)
        self._row.addLayout(self._right)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: RestartView) -> None:  # type: ignore[override]
        known = view.last_known
        self.last_known.render(StepCardView(head=known.head, timer=known.timer, facts=known.facts))
        self.away.render(view)
        if view.look is not None:
            self.look.render(view.look)
        if view.record is not None:
            self.record.render(view.record)
        self.look.setVisible(view.look is not None)
        self.record.setVisible(view.record is not None)
        self._fit()
        self.chain(self.away.stops(), self.look.stops())

    def first_focus(self) -> QWidget | None:
        answers = self.away.answers
        return answers[0].button if answers else None

    def restyle(self) -> None:
        m = self.looks.theme.m
        self._row.setContentsMargins(m.page, m.gap, m.page, m.gap)
        self._row.setSpacing(m.gap)
        self._right.setSpacing(m.gap)
        self._fit()

    def _fit(self) -> None:
        m, right = self.looks.theme.m, RIGHT[self.looks.theme.m.min_width > 0]
        for card in (self.last_known, self.look, self.record):
            card.setFixedWidth(right)
        self.last_known.setFixedHeight(m.card_head + m.ring + 2 * m.gap)
        self.record.setFixedHeight(self.record.height_at(right))
