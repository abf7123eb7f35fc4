"""The chart of the live session: what is looked at, worked out anew at each rendering."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desens_gui.course.so_far import CourseSoFar
from desens_gui.ui.charts.trend_chart import TrendChart
from desens_gui.ui.theme import Looks
from desens_gui.views.parts.chart import Looking
from desens_gui.views.trend import Trend
from desens_gui.wording.words import Words


class LiveTrend:
    def __init__(self, looks: Looks, course: CourseSoFar, words: Words) -> None:
        self._trend = Trend(course, words)
        self._chart = TrendChart(looks)
        self._chart.looked.connect(self._look)
        self._looking = Looking()
        self._now_ns = 0

    @property
    def widget(self) -> QWidget:
        return self._chart

    def render(self, now_ns: int) -> None:
        self._now_ns = now_ns
        self._chart.render(self._trend.view(now_ns, self._looking))

    def _look(self, looking: Looking) -> None:
        self._looking = looking
        self.render(self._now_ns)
