"""A reaction is open: what to do in this order, the clock and the dose beside it, then the ways on."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.fact_column import FactColumn
from desens_gui.ui.widgets.next_actions import NextActions
from desens_gui.ui.widgets.ordered_rows import OrderedRows
from desens_gui.views.parts.reaction import ReactionView

RIGHT = (458, 644)  # px: narrow, wide


class ReactionScreen(FormScreen):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.order = OrderedRows(looks, self.replies, self)
        self.facts = FactColumn(looks, self)
        self.next = NextActions(looks, self.replies, self.facts)
        self.next.hide()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.order, 1)
        self._row.addWidget(self.facts)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: ReactionView) -> None:  # type: ignore[override]
        self.order.render(view.order)
        if view.next is not None:
            self.next.render(view.next)
        if self.next.isHidden() == (view.next is not None):
            self.facts.set_below(self.next if view.next is not None else None)
            self.next.setVisible(view.next is not None)
        self.facts.render(view.clock, view.facts)
        self.chain(self.order.stops(), self.next.stops() if view.next is not None else [])

    def first_focus(self) -> QWidget | None:
        """The report that the pump is stopped, before anything else."""
        return self.order.current_action()

    def restyle(self) -> None:
        m = self.looks.theme.m
        self._row.setContentsMargins(m.page, m.gap, m.page, m.gap)
        self._row.setSpacing(m.gap)
        self.facts.setFixedWidth(RIGHT[m.min_width > 0])
