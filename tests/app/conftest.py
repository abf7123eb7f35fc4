"""The application as the program makes it, and a word for the window once it takes input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import QApplication

from desens_gui.ui.window import MainWindow
from tests.app.ward import Ward
from tests.ui import stage

Act = Callable[[MainWindow], None]


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    stage.styled(qapp)
    return qapp


@pytest.fixture
def usable(app: QApplication) -> Callable[..., Callable[[], None]]:
    """What a program is given for `usable`: acts on its window, then closes it."""

    def make(act: Act = lambda _window: None) -> Callable[[], None]:
        def now() -> None:
            tops = (top for top in app.topLevelWidgets() if isinstance(top, MainWindow))
            window = next(top for top in tops if top.isVisible())  # one that was closed may still be there
            window.activateWindow()
            QCoreApplication.processEvents()
            act(window)
            QMetaObject.invokeMethod(window, "close", Qt.ConnectionType.QueuedConnection)

        return now

    return make


@pytest.fixture
def ward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ward:
    return Ward(tmp_path, monkeypatch)
