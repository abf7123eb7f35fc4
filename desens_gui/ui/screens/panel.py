"""A short question in the middle of the screen; the step's timer stays at the left, REACTION in the bar."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desens_gui.ui.screens.form_screen import FormScreen, leaves
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.live_column import LiveColumn
from desens_gui.ui.widgets.ordered_rows import first_open
from desens_gui.ui.widgets.panel_card import PanelCard
from desens_gui.views.parts.panel import PanelView


class PanelScreen(FormScreen):
    """Pause, stop, early sign, note, reaction entered in error, bag empty."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.live = LiveColumn(looks, self)
        self.card = PanelCard(looks, self.replies, self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.live)
        self._row.addWidget(self.card, 1)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: PanelView) -> None:  # type: ignore[override]
        self.live.render(view.live)
        self.card.render(view)
        self.chain(self.card.stops())

    def first_focus(self) -> QWidget | None:
        stops = [leaf for stop in self.card.stops() for leaf in leaves(stop)]
        return first_open(stops) or (stops[0] if stops else None)

    def restyle(self) -> None:
        m = self.looks.theme.m
        self._row.setContentsMargins(m.page, m.gap, m.page, m.gap)
        self._row.setSpacing(m.gap)
