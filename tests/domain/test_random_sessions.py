"""Random sessions keep every promise. The machine that drives them is tests.domain.ward."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.domain.nurses import REACHED
from tests.domain.ward import Ward


@pytest.mark.hazard("H-01", "H-02", "H-04", "H-14")
@pytest.mark.requirement("R-S8-1", "R-S8-2", "R-S12-4", "R-D3-3", "R-S1-1")
def test_random_sessions_keep_every_promise_and_reach_everything() -> None:
    Ward.reached.clear()
    run_state_machine_as_test(
        Ward, settings=settings(max_examples=60, stateful_step_count=40, derandomize=True, deadline=None)
    )
    assert {name: Ward.reached[name] for name in REACHED if not Ward.reached[name]} == {}
