"""The pump stands still: since when and why, what going on needs, and the steps in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.fact_column import FactColumn
from desens_gui.ui.widgets.mini_ladder import MiniLadder
from desens_gui.ui.widgets.ordered_rows import OrderedRows
from desens_gui.views.parts.paused import PausedView

SIDES = ((300, 300), (440, 440))  # px of left and right: narrow, wide


class PausedScreen(FormScreen):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.facts = FactColumn(looks, self)
        self.order = OrderedRows(looks, self.replies, self)
        self.ladder = MiniLadder(looks, self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.facts)
        self._row.addWidget(self.order, 1)
        self._row.addWidget(self.ladder)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: PausedView) -> None:  # type: ignore[override]
        self.facts.render(view.clock, view.facts)
        self.order.render(view.order)
        self.ladder.render(view.ladder, view.given, view.planned)
        self.chain(self.order.stops())

    def first_focus(self) -> QWidget | None:
        return self.order.current_stop()

    def restyle(self) -> None:
        m = self.looks.theme.m
        left, right = SIDES[m.min_width > 0]
        self._row.setContentsMargins(m.page, m.gap, m.page, m.gap)
        self._row.setSpacing(m.gap)
        self.facts.setFixedWidth(left)
        self.ladder.setFixedWidth(right)
