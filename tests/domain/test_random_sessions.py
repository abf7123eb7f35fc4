"""Random sessions keep every promise. The machine that drives them is tests.domain.ward."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from tests.domain.nurses import HASTE, REACHED
from tests.domain.ward import Ward
from tests.driving import MINUTE

OFTEN = (*sorted(HASTE), *("check", "up", "stay", "medication") * 2)


@pytest.mark.hazard("H-01", "H-02", "H-04", "H-14")
@pytest.mark.requirement("R-S8-1", "R-S8-2", "R-S12-4", "R-D3-3", "R-S1-1")
def test_random_sessions_keep_every_promise_and_reach_everything() -> None:
    Ward.reached.clear()
    run_state_machine_as_test(
        Ward, settings=settings(max_examples=60, stateful_step_count=40, derandomize=True, deadline=None)
    )
    assert {name: Ward.reached[name] for name in REACHED if not Ward.reached[name]} == {}


@pytest.mark.hazard("H-01", "H-10")
@pytest.mark.requirement("R-S8-1", "R-S8-2", "R-S8-3", "R-S8-5")
@settings(max_examples=150)
@given(st.sampled_from([3, 4, 6, 10]), st.lists(st.sampled_from(OFTEN), min_size=4, max_size=20))
def test_a_nurse_in_a_hurry_never_goes_up_without_a_valid_check(step: int, doings: list[str]) -> None:
    """Every increase is held against the oracle inside `go_up`."""
    ward = Ward()
    ward.begin(step=step)
    ward.wait(15 * MINUTE)
    for doing in (*doings, "up"):
        HASTE[doing](ward)
        ward.what_was_given_stays_given()
        ward.a_pump_that_counts_is_one_reported_running()
    ward.teardown()
