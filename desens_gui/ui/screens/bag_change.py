"""Hanging the next bag: what ended, what to do in this order, the blind second reading, the IV site."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.choice_card import ChoiceCard
from desens_gui.ui.widgets.fact_column import FactColumn
from desens_gui.ui.widgets.ordered_rows import OrderedRows, first_open
from desens_gui.ui.widgets.second_reading import SecondReading
from desens_gui.views.parts.bag_change import BagChangeView

SIDES = ((236, 330), (340, 520))  # px of left and right: narrow, wide


class BagChangeScreen(FormScreen):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.facts = FactColumn(looks, self)
        self.order = OrderedRows(looks, self.replies, self)
        self.second = SecondReading(looks, self.replies, self)
        self.iv_site = ChoiceCard(looks, self.replies, self)
        self._row = QHBoxLayout(self)
        self._right = QVBoxLayout()
        self._right.addWidget(self.second, 1)
        self._right.addWidget(self.iv_site)
        self._row.addWidget(self.facts)
        self._row.addWidget(self.order, 1)
        self._row.addLayout(self._right)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: BagChangeView) -> None:  # type: ignore[override]
        self.facts.render(view.clock, view.facts)
        self.order.render(view.order)
        self.second.render(view.second)
        self.iv_site.render(view.iv_site.head, view.iv_site.choice)
        self.chain(self.order.stops(), self.second.stops(), self.iv_site.stops())

    def first_focus(self) -> QWidget | None:
        return self.order.current_stop() or first_open([*self.second.fields, *self.second.buttons])

    def restyle(self) -> None:
        m = self.looks.theme.m
        left, right = SIDES[m.min_width > 0]
        self._row.setContentsMargins(m.page, m.gap, m.page, m.gap)
        self._row.setSpacing(m.gap)
        self._right.setSpacing(m.gap)
        self.facts.setFixedWidth(left)
        self.second.setFixedWidth(right)
        self.iv_site.setFixedSize(right, self.iv_site.least_height())
