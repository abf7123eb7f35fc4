"""Pausing is free, going on is checked (SAFETY S6)."""

from __future__ import annotations

import pytest

from desens_gui.domain.answers import Accepted
from desens_gui.domain.commands.ending import ReportFlushed
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.setup import RecordOrder
from desens_gui.domain.commands.step import Escalate, Pause, Resume
from desens_gui.domain.events.setup import OrderRecorded
from desens_gui.domain.events.step import PauseCalled, PauseReason, ResumeCommanded, StepStarted
from desens_gui.domain.findings import Item
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration, Rate, Volume
from desens_gui.domain.recorded import Actor
from desens_gui.domain.refusals.check import CheckIncomplete, CheckMissing, LimitBroken, MissingWhy
from desens_gui.domain.refusals.general import NotNow, OrderNeeded, TextTooLong
from desens_gui.domain.refusals.pump import PumpNotStopped, PumpRateDiffers
from desens_gui.domain.stage import Flushing, Observing, Paused, Resuming, Stepping
from tests.courses import at_step, emptied, first_bag, ready, told_rate
from tests.driving import MINUTE, NURSE, STRANGER, Chair, order

RATE = Rate.of("10")
LONG = OrderFor.RESUME_AFTER_LONG_PAUSE


def paused(after: int = 5 * MINUTE) -> Chair:
    """Step 6, pump stopped just now after so many seconds."""
    chair = at_step(6)
    chair.wait(after)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    return chair


@pytest.mark.hazard("H-05")
@pytest.mark.requirement("R-S6-4")
@pytest.mark.parametrize("actor", [NURSE, STRANGER], ids=lambda actor: actor.role)
def test_stopping_needs_no_check_no_order_and_no_name(actor: Actor) -> None:
    chair = at_step(6)  # no check in this step, its minutes just began
    assert chair.do(Pause(reason=PauseReason.SYMPTOM), actor) == (PauseCalled(reason=PauseReason.SYMPTOM),)
    chair.do(ReportPumpStopped(), actor)
    assert isinstance(chair.session.stage, Paused)
    assert not chair.session.pump_runs


@pytest.mark.requirement("R-S6-4")
def test_a_blank_remark_does_not_hinder_stopping() -> None:
    chair = at_step(6)
    assert chair.do(Pause(reason=PauseReason.OTHER, words="  ")) == (PauseCalled(reason=PauseReason.OTHER),)
    too_long = Pause(reason=PauseReason.OTHER, words="x" * 2001)
    assert at_step(6).refused(too_long) == (TextTooLong(field="pause reason", length=2001, most=2000),)


def test_only_what_runs_is_paused() -> None:
    for chair in (first_bag(), paused()):
        assert chair.refused(Pause(reason=PauseReason.TOILET)) == (NotNow(command="pause", stage="stopped"),)


@pytest.mark.hazard("H-06")
@pytest.mark.requirement("R-S6-1")
def test_the_minutes_of_a_step_count_only_while_the_pump_runs() -> None:
    chair = paused(after=5 * MINUTE)
    chair.wait(10 * MINUTE)
    assert chair.step_elapsed == Duration.minutes(5)
    given = chair.given
    chair.check()
    chair.do(Resume())
    chair.wait(20)
    assert chair.step_elapsed == Duration.minutes(5)
    assert chair.given == given
    chair.do(ReportPumpRunning(rate_ml_h=RATE))
    chair.wait(10 * MINUTE)
    assert chair.step_elapsed == Duration.minutes(15)
    assert chair.session.stage == Stepping()


@pytest.mark.requirement("R-S6-2")
def test_any_resume_needs_a_check_since_the_pump_stopped() -> None:
    chair = ready(6)
    chair.do(Pause(reason=PauseReason.TOILET))
    assert chair.refused(Resume()) == (PumpNotStopped(),)
    chair.check()  # the pump still runs: this is no check of the pause
    chair.wait(1)
    chair.do(ReportPumpStopped())
    (reason,) = chair.refused(Resume())
    assert isinstance(reason, CheckIncomplete)
    assert {item.why for item in reason.missing} == {MissingWhy.BEFORE_PUMP_RAN}
    chair.check()
    told = ResumeCommanded(step=6, rate_ml_h=RATE, from_start=False)
    assert chair.do(Resume()) == (told,)
    assert isinstance(chair.session.stage, Resuming)


@pytest.mark.requirement("R-S6-2")
def test_a_pause_without_a_check_is_not_resumed() -> None:
    assert paused().refused(Resume()) == (CheckMissing(),)


@pytest.mark.requirement("R-S6-2")
def test_a_finding_in_the_pause_keeps_the_pump_stopped() -> None:
    chair = paused()
    chair.check(sbp=85, dbp=50)
    (reason,) = chair.refused(Resume())
    assert isinstance(reason, LimitBroken)


@pytest.mark.requirement("R-S6-2")
def test_the_check_of_a_pause_grows_old() -> None:
    chair = paused()
    chair.check()
    chair.clock.advance_ns(5 * MINUTE * 1_000_000_000 + 1)
    (reason,) = chair.refused(Resume())
    assert isinstance(reason, CheckIncomplete)
    assert {item.item for item in reason.missing} == set(Item) - {Item.TEMPERATURE}


@pytest.mark.hazard("H-01")
@pytest.mark.requirement("R-S8-5")
def test_the_check_of_a_resume_never_unlocks_an_increase() -> None:
    chair = paused(after=15 * MINUTE)
    chair.check()
    chair.do(Resume())
    chair.do(ReportPumpRunning(rate_ml_h=RATE))
    assert chair.refused(Escalate()) == (CheckMissing(),)
    chair.check()
    assert isinstance(chair.decide(Escalate()), Accepted)


@pytest.mark.requirement("R-S6-3")
def test_thirty_minutes_exactly_is_no_long_pause() -> None:
    chair = paused()
    chair.wait(30 * MINUTE)
    chair.check()
    (told,) = chair.do(Resume())
    assert isinstance(told, ResumeCommanded)
    assert not told.from_start


@pytest.mark.requirement("R-S6-3")
def test_a_longer_pause_needs_an_order_and_the_step_begins_again() -> None:
    chair = paused()
    chair.wait(30 * MINUTE)
    chair.clock.advance_ns(1)
    chair.check()
    assert chair.refused(Resume()) == (OrderNeeded(purpose=LONG),)
    assert chair.refused(Resume(order=order(OrderFor.GO_UP_EARLY))) == (OrderNeeded(purpose=LONG),)
    given = chair.given
    taken, told = chair.do(Resume(order=order(LONG)))
    assert isinstance(taken, OrderRecorded)
    assert told == ResumeCommanded(step=6, rate_ml_h=RATE, from_start=True)
    assert isinstance(chair.do(ReportPumpRunning(rate_ml_h=RATE))[1], StepStarted)
    assert chair.step_elapsed == Duration(0)
    assert chair.given == given  # what was given before the pause stays given


@pytest.mark.requirement("R-S6-3")
def test_an_order_taken_during_the_pause_counts_one_from_before_does_not() -> None:
    chair = at_step(6)
    chair.do(RecordOrder(order=order(LONG)))
    chair.wait(1)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    chair.wait(31 * MINUTE)
    chair.check()
    assert chair.refused(Resume()) == (OrderNeeded(purpose=LONG),)
    chair.do(RecordOrder(order=order(LONG)))
    chair.do(Resume())


def test_a_resume_may_be_paused_again() -> None:
    chair = paused()
    chair.check()
    chair.do(Resume())
    chair.do(Pause(reason=PauseReason.PATIENT_REQUEST))
    assert isinstance(chair.session.stage, Paused)


def test_resuming_needs_a_pause_and_the_told_rate() -> None:
    assert at_step(6).refused(Resume()) == (NotNow(command="resume", stage="step"),)
    chair = paused()
    chair.check()
    chair.do(Resume())
    fast = Rate.of("20")
    assert chair.refused(ReportPumpRunning(rate_ml_h=fast)) == (PumpRateDiffers(told=RATE, typed=fast),)


@pytest.mark.requirement("R-S6-2", "R-S12-3")
def test_a_pump_stopped_in_the_flush_goes_on_after_a_check() -> None:
    chair = emptied()
    chair.wait(MINUTE)
    chair.do(ReportPumpStopped())
    assert isinstance(chair.session.stage, Flushing)
    running = ReportPumpRunning(rate_ml_h=told_rate(chair))
    assert chair.refused(running) == (CheckMissing(),)
    chair.check()
    wrong = Rate.of("999")
    assert chair.refused(ReportPumpRunning(rate_ml_h=wrong)) == (
        PumpRateDiffers(told=told_rate(chair), typed=wrong),
    )
    chair.do(running)
    chair.wait(13 * MINUTE)
    chair.do(ReportFlushed(volume_ml=Volume.of("18")))
    assert chair.given == chair.plan.target


@pytest.mark.requirement("R-S6-3")
def test_a_flush_that_stood_for_long_goes_on_by_order() -> None:
    chair = emptied()
    chair.do(ReportPumpStopped())
    chair.wait(31 * MINUTE)
    chair.check()
    running = ReportPumpRunning(rate_ml_h=told_rate(chair))
    assert chair.refused(running) == (OrderNeeded(purpose=LONG),)
    chair.do(RecordOrder(order=order(LONG)))
    chair.do(running)


@pytest.mark.requirement("R-S19-1")
def test_a_line_flushed_by_hand_after_the_stop_begins_the_observation() -> None:
    chair = emptied()
    chair.do(ReportPumpStopped())
    chair.wait(8 * MINUTE)
    chair.do(ReportFlushed(volume_ml=Volume.of("18"), at=chair.ago(MINUTE)))
    assert chair.session.stage == Observing(since_ns=chair.now_ns - MINUTE * 1_000_000_000)
