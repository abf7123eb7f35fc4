"""The review of a completed session."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from tests import trends
from tests.ui.review.room import Room

Keep = Callable[[QWidget], None]


@pytest.fixture
def room(keep: Keep) -> Room:
    made = Room(trends.completed())
    keep(made.window)
    made.settle()
    return made
