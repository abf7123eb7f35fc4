"""The seat in front of a running step 9."""

from __future__ import annotations

import pytest

from tests import trends
from tests.ui.charts.seat import Keep, Seat


@pytest.fixture
def seat(keep: Keep) -> Seat:
    seated = Seat(trends.running())
    keep(seated.window)
    return seated
