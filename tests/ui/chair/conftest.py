"""A chair whose window is gone after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests import driving
from tests.ui.chair.at_chair import AtChair

Begin = Callable[..., AtChair]


@pytest.fixture
def begin(app: QApplication) -> Iterator[Begin]:
    """An empty session, or one that was driven so far."""
    begun: list[AtChair] = []

    def chair(driven: driving.Chair | None = None) -> AtChair:
        begun.append(AtChair(driven))
        return begun[-1]

    yield chair
    for own in begun:
        own.chair.close()
        own.window.close()
        own.window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
