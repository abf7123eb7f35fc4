"""Random sessions keep every promise. The machine that drives them is tests.domain.ward."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from desens_gui.domain.answers import Accepted
from desens_gui.domain.commands.pump import ReportIvSite, ReportPumpRunning
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.quantities import NS_PER_HOUR
from desens_gui.domain.stage import ChangingBag
from tests.courses import told_rate
from tests.domain.nurses import HASTE, REACHED
from tests.domain.readers import BAD, GOOD
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


@pytest.mark.hazard("H-03", "H-11")
@pytest.mark.requirement("R-S10-2")
@settings(max_examples=40)
@given(st.sampled_from([4, 8]), st.lists(st.sampled_from((*GOOD, *BAD)), min_size=1, max_size=5))
def test_no_bag_runs_without_a_second_reading_that_counts(step: int, ways: list[str]) -> None:
    """Held against the oracle inside `second_reading` and `pump_runs`; the newest counts."""
    ward = Ward()
    ward.begin(step=step)
    for way in ways:
        ward.second_reading(way)
    assert isinstance(ward.chair.session.stage, ChangingBag)
    assert ward.chair.session.pump is not None
    runs = ReportPumpRunning(rate_ml_h=told_rate(ward.chair, step + 1))
    ward.chair.do(ReportIvSite(site=IvSite.WELL))
    accepted = isinstance(ward.chair.submit(runs), Accepted)
    waited_long = ward.chair.now_ns - ward.chair.session.pump.since_ns > NS_PER_HOUR // 2
    assert accepted is (ways[-1] in GOOD and not waited_long)
    ward.teardown()
