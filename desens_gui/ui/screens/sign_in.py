"""Who acts here, by badge or PIN; the step's timer stays at the left, REACTION in the bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desens_gui.ui.keys import SIGNS_IN
from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.fact_column import FactColumn
from desens_gui.ui.widgets.live_column import LiveColumn
from desens_gui.ui.widgets.sign_in_card import SignInCard
from desens_gui.views.parts.sign_in import SignInView

FACTS_WIDTH = (340, 560)  # narrow, wide


class SignInScreen(FormScreen):
    """`badge` carries the code of a tapped badge. The keyboard waits there: a scanner is a keyboard."""

    badge = Signal(str)
    hands_in = SIGNS_IN

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self._live: LiveColumn | None = None
        self.card = SignInCard(looks, self.replies, self)
        self.facts = FactColumn(looks, self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.card, 1)
        self._row.addWidget(self.facts)
        self.card.plate.tapped.connect(self.badge)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: SignInView) -> None:  # type: ignore[override]
        if view.live is not None:
            if self._live is None:
                self._live = LiveColumn(self.looks, self)
                self._row.insertWidget(0, self._live)
            self._live.render(view.live)
        if self._live is not None:
            self._live.setVisible(view.live is not None)
        self.card.render(view)
        self.facts.render(None, view.facts)
        self.chain(self.card.stops())

    def take_pin(self) -> str:
        """What was typed as PIN, once: it stands nowhere afterwards."""
        return self.card.secret.take()

    def first_focus(self) -> QWidget | None:
        return self.card.plate

    def restyle(self) -> None:
        m = self.looks.theme.m
        self._row.setContentsMargins(m.page, m.gap, m.page, m.gap)
        self._row.setSpacing(m.gap)
        self.facts.setFixedWidth(FACTS_WIDTH[m.min_width > 0])
