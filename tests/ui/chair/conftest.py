"""A chair whose window is gone after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.chair.at_chair import AtChair

Begin = Callable[..., AtChair]


@pytest.fixture
def begin_any(app: QApplication) -> Iterator[Callable[[AtChair], AtChair]]:
    """Takes a chair that the test made and sees to its end."""
    begun: list[AtChair] = []

    def keep(chair: AtChair) -> AtChair:
        begun.append(chair)
        return chair

    yield keep
    for own in begun:
        own.chair.close()
        own.window.close()
        own.window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def begin(begin_any: Callable[[AtChair], AtChair]) -> Begin:
    """An empty session, or one that was driven so far."""
    return lambda driven=None, alarms=None: begin_any(AtChair(driven, alarms=alarms))
