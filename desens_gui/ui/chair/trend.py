"""The chart beside the running step: its library is loaded after the first window is usable."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desens_gui.course.so_far import CourseSoFar
from desens_gui.ui.screens.bedside import BedsideScreen
from desens_gui.ui.screens.screen import Screen


class Chart(Protocol):
    """What a chart of one session offers; the real one knows pyqtgraph."""

    @property
    def widget(self) -> QWidget: ...

    def render(self, now_ns: int) -> None: ...


class TrendLater:
    """Asked at each rendering of the bedside; makes the chart at the second one, when a window stands."""

    def __init__(self, make: Callable[[CourseSoFar], Chart]) -> None:
        self._make = make
        self._chart: Chart | None = None
        self._of: CourseSoFar | None = None
        self._window_stands = False

    def render(self, screen: Screen, course: CourseSoFar, now_ns: int) -> None:
        if not self._window_stands:
            self._window_stands = True
            return
        if self._chart is None or self._of is not course:
            self._renew(screen, course)
        if self._chart is not None:
            self._chart.render(now_ns)

    def _renew(self, screen: Screen, course: CourseSoFar) -> None:
        """A new session brings a new course; the old chart goes."""
        if self._chart is not None:
            self._chart.widget.deleteLater()
        self._chart, self._of = self._make(course), course
        if isinstance(screen, BedsideScreen):
            screen.set_chart(self._chart.widget)
