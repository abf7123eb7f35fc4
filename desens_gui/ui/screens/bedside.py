"""The chair while drug runs: steps on the left, the present step and what is due, the trend on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.card import Card
from desens_gui.ui.widgets.due_list import DueList
from desens_gui.ui.widgets.step_card import StepCard
from desens_gui.ui.widgets.step_ladder import StepLadder
from desens_gui.views.parts.bedside import BedsideView


class BedsideScreen(FormScreen):
    """`set_chart` puts the chart into the trend card once it is loaded."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.ladder = StepLadder(looks, self)
        self.step = StepCard(looks, self)
        self.due = DueList(looks, self)
        self.trend = Card(looks, self)
        self._columns = QHBoxLayout(self)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.step)
        self._middle.addWidget(self.due, 1)
        self._columns.addWidget(self.ladder)
        self._columns.addLayout(self._middle)
        self._columns.addWidget(self.trend, 1)
        self.step.edited.connect(self.replies.edited)
        self.step.entered.connect(self.replies.entered)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: BedsideView) -> None:  # type: ignore[override]
        self.ladder.render(view.ladder)
        self.step.render(view.step)
        self.due.render(view.due)
        self.trend.render_head(view.trend)
        self._fit_step()

    def set_chart(self, chart: QWidget) -> None:
        """Takes the chart as its own; it fills the trend card below the head."""
        self.trend.body().addWidget(chart)

    def first_focus(self) -> QWidget | None:
        """The field for what the pump shows, while an instruction waits for it."""
        shown = [own for own in self.step.fields if not own.isHidden()]
        return shown[0] if shown else None

    def restyle(self) -> None:
        m = self.looks.theme.m
        self._columns.setContentsMargins(m.page, m.gap, m.page, m.gap)
        self._columns.setSpacing(m.gap)
        self._middle.setSpacing(m.gap)
        self.ladder.setFixedWidth(m.columns_running[0])
        self.step.setFixedWidth(m.columns_running[1])
        self.due.setFixedWidth(m.columns_running[1])
        self._fit_step()

    def _fit_step(self) -> None:
        self.step.setFixedHeight(self.step.sizeHint().height())
