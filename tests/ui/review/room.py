"""A review in its window, over a session driven at the fake clock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.ui.review.desk import ReviewDesk
from desens_gui.ui.theme import Scheme
from desens_gui.ui.window import MainWindow
from desens_gui.views.review_summary import FileFacts
from desens_gui.wording.words import ENGLISH
from tests.driving import Chair
from tests.ui import stage

FILE = FileFacts(
    name="2026-11-22-k7f3.desens",
    code="312-8A31-77F0",
    verdict="Intact as far as the file alone can show.",
)


class Room:
    """`seconds` is the run's clock; `press` sends a key to whatever has the focus."""

    def __init__(self, chair: Chair, scheme: Scheme = "light", size: tuple[int, int] = (1366, 768)) -> None:
        self.chair = chair
        self.seconds = 0.0
        self.exported = 0
        self.closed = 0
        self.window = MainWindow(stage.looks(scheme, size[0]), self._now, lambda: True)
        self.window.resize(*size)
        self.desk = ReviewDesk(self.window, tuple(chair.records), ENGLISH, FILE, self._export, self._now)
        self.desk.closing.connect(self._closing)
        self.screen = self.desk.screen

    def _now(self) -> int:
        return round(self.seconds * NS_PER_SECOND)

    def _export(self) -> str:
        self.exported += 1
        return "Handover page saved, 2 pages: page.pdf"

    def _closing(self) -> None:
        self.closed += 1

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)

    def beat(self, seconds: float = 0.2) -> None:
        self.seconds += seconds
        self.desk.beat()

    @property
    def seq(self) -> int:
        return self.desk.moment.state.seq

    def settle(self) -> None:
        QCoreApplication.processEvents()
