"""The left column beside a form: timer card above, short list of steps below."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.live_timer import LiveTimer
from desens_gui.ui.widgets.mini_ladder import MiniLadder
from desens_gui.views.parts.live_column import LiveColumnView

WIDTH = (236, 366)  # narrow, wide


class LiveColumn(QWidget):
    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks
        self.timer = LiveTimer(looks, self)
        self.ladder = MiniLadder(looks, self)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, view: LiveColumnView) -> None:  # type: ignore[override]
        self.timer.render(view.timer)
        self.ladder.setVisible(not view.course_hidden)
        self.ladder.render(view.ladder, view.given, view.planned)
        self._place()

    def restyle(self) -> None:
        self.setFixedWidth(WIDTH[self.looks.theme.m.min_width > 0])
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        height = self.timer.height_at(self.width())
        gap = self.looks.theme.m.gap
        self.timer.setGeometry(0, 0, self.width(), height)
        self.ladder.setGeometry(0, height + gap, self.width(), max(0, self.height() - height - gap))
