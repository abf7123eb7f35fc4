"""When things are due, on the session's own time."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.domain.commands.pump import ReportIvSite, ReportPumpStopped
from desens_gui.domain.commands.step import Pause
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.schedule import (
    bag_empty_ns,
    check_is_open,
    check_times,
    iv_site_due_ns,
    observation_over_ns,
    seen_due_ns,
    step_end_ns,
)
from tests.courses import LAST, at_step, bag_runs_empty, emptied, observing, set_up
from tests.driving import MINUTE

NS = 1_000_000_000


@pytest.mark.requirement("R-S6-1")
def test_a_step_ends_after_its_running_minutes_the_last_has_no_end() -> None:
    chair = at_step(6)
    assert step_end_ns(chair.session) == chair.now_ns + 15 * MINUTE * NS
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    assert step_end_ns(chair.session) is None
    assert step_end_ns(at_step(LAST).session) is None
    assert step_end_ns(set_up().session) is None


def test_outside_steps_and_observation_no_check_is_due() -> None:
    chair = set_up()
    assert check_times(chair.session, chair.policy) is None
    assert not check_is_open(chair.session, chair.policy, chair.now_ns)
    assert seen_due_ns(chair.session, chair.policy) is None
    assert observation_over_ns(chair.session, chair.policy) is None


def test_minutes_that_do_not_count_have_no_due_time() -> None:
    """A pump that stands still in a running step cannot be recorded; the schedule holds all the same."""
    for number in (6, LAST):
        chair = at_step(number)
        run = chair.session.step
        assert run is not None
        held = msgspec.structs.replace(chair.session, step=run.held(chair.now_ns))
        assert check_times(held, chair.policy) is None
        assert seen_due_ns(held, chair.policy) is None


def test_the_last_bag_runs_empty_less_what_fills_its_line() -> None:
    chair = at_step(LAST)
    empty = bag_empty_ns(chair.session, chair.policy)
    bag_runs_empty(chair)
    assert empty == chair.now_ns
    assert bag_empty_ns(chair.session, chair.policy) is None
    assert bag_empty_ns(at_step(11).session, chair.policy) is None
    assert bag_empty_ns(set_up().session, chair.policy) is None


def test_a_bag_that_should_be_empty_is_due_now() -> None:
    chair = at_step(LAST)
    policy = msgspec.structs.replace(chair.policy, line_volume=chair.plan.bag(3).volume)
    assert bag_empty_ns(chair.session, policy) == chair.now_ns


def test_the_observation_counts_from_the_end_of_the_drug() -> None:
    chair = observing()
    assert observation_over_ns(chair.session, chair.policy) == chair.now_ns + 60 * MINUTE * NS


@pytest.mark.requirement("R-S17-1")
def test_the_iv_site_is_looked_at_hourly_while_drug_runs() -> None:
    chair = at_step(6)
    assert chair.session.iv_site_ns is not None
    assert iv_site_due_ns(chair.session, chair.policy) == chair.session.iv_site_ns + 60 * MINUTE * NS
    chair.do(ReportIvSite(site=IvSite.WELL))
    assert iv_site_due_ns(chair.session, chair.policy) == chair.now_ns + 60 * MINUTE * NS
    assert iv_site_due_ns(emptied().session, chair.policy) is not None
    assert iv_site_due_ns(observing().session, chair.policy) is None
    assert iv_site_due_ns(set_up().session, chair.policy) is None


def test_a_check_that_will_be_too_old_when_the_step_ends_is_still_to_be_made() -> None:
    """Ten minutes before the end it is complete, and too old when needed; three minutes before, it holds."""
    chair = at_step(6)
    chair.wait(5 * MINUTE)
    chair.check()
    assert check_is_open(chair.session, chair.policy, chair.now_ns)
    chair.wait(7 * MINUTE)
    chair.check()
    assert not check_is_open(chair.session, chair.policy, chair.now_ns)
