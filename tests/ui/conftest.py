"""The application with the program's own style and fonts, and windows that are gone after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desens_gui.ui.theme import Looks
from tests.ui import stage


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    stage.styled(qapp)
    return qapp


@pytest.fixture
def looks(app: QApplication) -> Looks:
    return stage.looks()


@pytest.fixture
def keep(app: QApplication) -> Iterator[Callable[[QWidget], None]]:
    """Shows a widget and deletes it after the test."""
    kept: list[QWidget] = []

    def take(widget: QWidget) -> None:
        kept.append(widget)
        widget.show()
        widget.activateWindow()
        QCoreApplication.processEvents()

    yield take
    for widget in kept:
        widget.close()
        widget.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
