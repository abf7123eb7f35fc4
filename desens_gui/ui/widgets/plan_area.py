"""Bags above, steps below; where both have no room, they are scrolled together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.bag_sheet import BagSheet
from desens_gui.ui.widgets.plan_steps import PlanSteps
from desens_gui.ui.widgets.spoken import tell
from desens_gui.views.parts.plan import PlanView


class PlanArea(QScrollArea):
    """Takes the keyboard only when there is something to scroll."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self.bags = BagSheet(looks, self._inside)
        self.steps = PlanSteps(looks, self._inside)
        self.setWidget(self._inside)
        looks.changed.connect(self._place)

    def render(self, view: PlanView) -> None:  # type: ignore[override]
        tell(self, view.bags.head.title)
        self.bags.render(view.bags)
        self.steps.render(view.steps)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap = self.looks.theme.m.gap
        bar = self.verticalScrollBar().sizeHint().width()
        width = self.width()
        if width <= bar + 2:
            return
        needed = self.bags.height_at(width) + gap + self.steps.least_height
        scrolls = needed > self.height()
        if scrolls:
            width -= bar + 2
            needed = self.bags.height_at(width) + gap + self.steps.least_height
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
        height = max(needed, self.height())
        upper = self.bags.height_at(width)
        self._inside.setFixedSize(width, height)
        self.bags.setGeometry(0, 0, width, upper)
        self.steps.setGeometry(0, upper + gap, width, height - upper - gap)
