"""A chart in the bedside window, and whoever answers what it asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desens_gui.course.so_far import course_of
from desens_gui.ui.charts.trend_chart import TrendChart
from desens_gui.ui.screens.bedside import BedsideScreen
from desens_gui.ui.theme import Scheme
from desens_gui.views.parts.chart import AT_NOW, Looking
from desens_gui.views.trend import Trend
from desens_gui.wording.words import ENGLISH
from tests.driving import Chair
from tests.ui import samples, stage

Keep = Callable[[QWidget], None]


class Seat:
    """A chart in the bedside window, and whoever answers what it asks for."""

    def __init__(self, chair: Chair, scheme: Scheme = "light", size: tuple[int, int] = (1366, 768)) -> None:
        self.chair = chair
        self.trend = Trend(course_of(chair.records), ENGLISH)
        self.window = stage.bedside_window(scheme, size, samples.FRAME, samples.BEDSIDE)
        self.chart = TrendChart(self.window.looks)
        screen = self.window.screen_named("bedside")
        assert isinstance(screen, BedsideScreen)
        screen.set_chart(self.chart)
        self.asked: list[Looking] = []
        self.chart.looked.connect(self.look)
        self.look(AT_NOW)
        QCoreApplication.processEvents()

    def look(self, looking: Looking) -> None:
        self.asked.append(looking)
        self.chart.render(self.trend.view(self.chair.now_ns, looking))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.chart, key)
