"""The drug is over: the wait and the dose, the rows to the end, one answer how it ended."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.ending_list import EndingList
from desens_gui.ui.widgets.facts_card import FactsCard
from desens_gui.ui.widgets.live_timer import LiveTimer
from desens_gui.ui.widgets.ordered_rows import OrderedRows
from desens_gui.views.parts.ending import EndingView
from desens_gui.views.parts.live_column import LiveTimerView

SIDES = ((300, 404), (460, 560))  # px of left and right: narrow, wide


class EndingScreen(FormScreen):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.observation = LiveTimer(looks, self)
        self.dose = FactsCard(looks, self)
        self.order = OrderedRows(looks, self.replies, self)
        self.endings = EndingList(looks, self.replies, self)
        self._row = QHBoxLayout(self)
        self._left = QVBoxLayout()
        self._left.addWidget(self.observation)
        self._left.addWidget(self.dose, 1)
        self._row.addLayout(self._left)
        self._row.addWidget(self.order, 1)
        self._row.addWidget(self.endings)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: EndingView) -> None:  # type: ignore[override]
        own = view.observation
        self.observation.render(LiveTimerView(head=own.head, timer=own.timer, extra=own.text))
        self.dose.render(view.dose)
        self.order.render(view.order)
        self.endings.render(view.endings)
        self._fit()
        self.chain(self.order.stops(), self.endings.stops())

    def first_focus(self) -> QWidget | None:
        return self.order.current_stop()

    def restyle(self) -> None:
        m = self.looks.theme.m
        self._row.setContentsMargins(m.page, m.gap, m.page, m.gap)
        self._row.setSpacing(m.gap)
        self._left.setSpacing(m.gap)
        self._fit()

    def _fit(self) -> None:
        left, right = SIDES[self.looks.theme.m.min_width > 0]
        self.observation.setFixedSize(left, self.observation.height_at(left))
        self.dose.setFixedWidth(left)
        self.endings.setFixedWidth(right)
