"""Reported pump states: what a person says of the pump counts, a key press does not (SAFETY S1, S4)."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.check import RecordMedication
from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Escalate, Pause, StayOnStep
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.pump import PumpReportedStopped
from desens_gui.domain.events.step import PauseCalled, PauseReason, StepStarted
from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import Duration, Rate
from desens_gui.domain.refusals.general import NotNow, TimeInFuture, TimeTooEarly
from desens_gui.domain.refusals.pump import PumpAlreadyStopped, PumpRateDiffers
from desens_gui.domain.stage import GoingUp, Paused, Stepping
from tests.courses import at_step, first_bag, ready, set_up
from tests.driving import MINUTE

RATE_6, RATE_7 = Rate.of("10"), Rate.of("20")


@pytest.mark.hazard("H-02")
@pytest.mark.requirement("R-S1-1")
@pytest.mark.parametrize(
    "command",
    [
        Pause(reason=PauseReason.TOILET),
        CallReaction(),
        StopToday(ending=Ending.STOPPED_PATIENT_WISH),
        Escalate(),
    ],
)
def test_a_key_press_moves_no_pump_the_old_rate_counts(command: Command) -> None:
    pressed, untouched = ready(6), ready(6)
    pressed.do(command)
    for chair in (pressed, untouched):
        chair.wait(47)
    assert pressed.session.pump_runs
    assert pressed.given == untouched.given
    assert pressed.session.pump == untouched.session.pump


@pytest.mark.requirement("R-S1-1", "R-S1-3")
def test_going_up_the_old_rate_counts_until_the_reported_moment() -> None:
    chair = ready(6)
    before = chair.given
    chair.do(Escalate())
    assert chair.session.stage == GoingUp(to_step=7, rate=RATE_7, commanded_ns=chair.now_ns)
    chair.wait(40)
    started = chair.do(ReportPumpRunning(rate_ml_h=RATE_7, at=chair.ago(10)))
    assert started[1] == StepStarted(step=7, bag=2, rate_ml_h=RATE_7, at=chair.ago(10))
    strength = chair.plan.bag(2).concentration
    old = RATE_6 * Duration(30) * strength
    new = RATE_7 * Duration(10) * strength
    assert chair.given - before == old + new
    assert chair.step_elapsed == Duration(10)


@pytest.mark.requirement("R-S1-2")
def test_a_pump_reported_stopped_nine_seconds_ago_counts_to_that_moment() -> None:
    chair = at_step(6)
    chair.wait(MINUTE)
    then = chair.given
    chair.wait(9)
    chair.do(ReportPumpStopped(at=chair.ago(9)))
    assert chair.given == then
    assert chair.step_elapsed == Duration(MINUTE)


@pytest.mark.requirement("R-S1-2")
def test_a_pump_found_stopped_is_a_pause_with_its_reason() -> None:
    chair = at_step(6)
    chair.wait(MINUTE)
    assert chair.do(ReportPumpStopped()) == (
        PauseCalled(reason=PauseReason.FOUND_STOPPED),
        PumpReportedStopped(at=chair.now),
    )
    assert isinstance(chair.session.stage, Paused)


def test_found_stopped_while_going_up_is_a_pause_of_the_old_step() -> None:
    chair = ready(6)
    chair.do(Escalate())
    chair.do(ReportPumpStopped())
    assert isinstance(chair.session.stage, Paused)
    assert chair.step_number == 6


@pytest.mark.requirement("R-S8-6")
@pytest.mark.parametrize("command", [ReportPumpStopped, None])
def test_a_moment_after_now_is_refused_by_the_microsecond(command: type | None) -> None:
    chair = ready(6)
    later = Utc(chair.now.us + 1)
    if command is None:
        chair.do(Escalate())
        told: Command = ReportPumpRunning(rate_ml_h=RATE_7, at=later)
        field = "pump running"
    else:
        told, field = ReportPumpStopped(at=later), "pump stopped"
    assert chair.refused(told) == (TimeInFuture(field=field, at=later, now=chair.now),)


@pytest.mark.requirement("R-S1-2")
def test_a_stop_before_the_pump_was_started_is_refused_whole_seconds_are_forgiven() -> None:
    chair = at_step(6)
    started = chair.now
    chair.wait(MINUTE)
    second_before = Utc(started.us - 1_000_000)
    reason = TimeTooEarly(field="pump stopped", at=Utc(second_before.us - 1), earliest=started)
    assert chair.refused(ReportPumpStopped(at=Utc(second_before.us - 1))) == (reason,)
    given = at_step(6).given
    chair.do(ReportPumpStopped(at=second_before))
    assert chair.given == given
    assert chair.step_elapsed == Duration(0)
    assert chair.session.pump is not None
    assert chair.session.pump.since_ns == at_step(6).now_ns  # never before it was reported running


@pytest.mark.requirement("R-S4-2")
@pytest.mark.parametrize("typed", ["10", "2", "200", "20.1"])
def test_the_rate_typed_from_the_pump_must_be_the_rate_told(typed: str) -> None:
    chair = ready(6)
    chair.do(Escalate())
    rate = Rate.of(typed)
    assert chair.refused(ReportPumpRunning(rate_ml_h=rate)) == (PumpRateDiffers(told=RATE_7, typed=rate),)
    assert chair.step_number == 6


def test_the_pump_is_reported_running_only_where_that_was_told() -> None:
    chair = at_step(6)
    assert chair.refused(ReportPumpRunning(rate_ml_h=RATE_6)) == (
        NotNow(command="report_pump_running", stage="step"),
    )


def test_a_pump_that_never_ran_or_stands_already_is_not_stopped_again() -> None:
    for chair in (set_up(), first_bag()):
        (reason,) = chair.refused(ReportPumpStopped())
        assert isinstance(reason, NotNow)
    chair = at_step(6)
    chair.do(ReportPumpStopped())
    since = chair.now
    chair.wait(5)
    assert chair.refused(ReportPumpStopped()) == (PumpAlreadyStopped(since=since),)


@pytest.mark.requirement("R-S6-4")
def test_staying_takes_back_an_increase_and_a_pause_that_nobody_carried_out() -> None:
    chair = ready(6)
    chair.do(Escalate())
    chair.do(StayOnStep())
    assert chair.session.stage == Stepping()
    chair.do(Pause(reason=PauseReason.OTHER, words="wrong key"))
    chair.do(StayOnStep())
    assert chair.session.stage == Stepping()
    assert chair.step_elapsed == Duration.minutes(15)


def test_staying_needs_a_running_step() -> None:
    chair = at_step(6)
    chair.do(ReportPumpStopped())
    assert chair.refused(StayOnStep()) == (NotNow(command="stay_on_step", stage="stopped"),)
    assert set_up().refused(StayOnStep()) == (NotNow(command="stay_on_step", stage="stopped"),)


def test_medication_before_the_session_cannot_be() -> None:
    chair = at_step(1)
    early = Utc(chair.records[0].stamp.utc_us - 1_000_001)
    (reason,) = chair.refused(RecordMedication(drug="cetirizine", dose="10 mg", route="po", at=early))
    assert isinstance(reason, TimeTooEarly)
