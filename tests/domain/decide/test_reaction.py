"""The reaction: never refused before the end, and taken back without a gap (SAFETY S1, S9)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, ReportFlushed, StopToday
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import (
    ReportConnected,
    ReportPumpRunning,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.step import Escalate, Pause, Resume
from desens_gui.domain.events.ending import Ending, ObservationStarted, Transfer
from desens_gui.domain.events.reaction import ReactionCalled, ReactionEnteredInError
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.policy import Connection
from desens_gui.domain.quantities import Amount, Duration, Rate, Volume
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.refusals.ending import EndIncomplete, EndItem
from desens_gui.domain.refusals.general import SessionIsOver, TextMissing
from desens_gui.domain.refusals.step import NoReactionOpen, ReactionOpen
from desens_gui.domain.stage import (
    ChangingBag,
    Flushing,
    Observing,
    Paused,
    Reacting,
    SettingUp,
    Stepping,
    Stopping,
)
from tests.courses import (
    LAST,
    at_step,
    completed,
    emptied,
    first_bag,
    flush,
    observing,
    opened,
    ready,
    set_up,
)
from tests.driving import MINUTE, NURSE, STRANGER, Chair


def flushed() -> Chair:
    """Bag empty, line flushed, the pump still on."""
    chair = emptied()
    flush(chair)
    return chair


def told_up() -> Chair:
    chair = ready(6)
    chair.do(Escalate())
    return chair


def told_bag() -> Chair:
    chair = ready(4)
    chair.do(Escalate())
    return chair


def paused() -> Chair:
    chair = at_step(6)
    chair.do(Pause(reason=PauseReason.SYMPTOM))
    return chair


def stood_still() -> Chair:
    chair = paused()
    chair.do(ReportPumpStopped())
    return chair


def resuming() -> Chair:
    chair = stood_still()
    chair.check()
    chair.do(Resume())
    return chair


def stopping() -> Chair:
    chair = at_step(6)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    return chair


EVERYWHERE: dict[str, Callable[[], Chair]] = {
    "just opened": opened,
    "set-up": set_up,
    "first bag": first_bag,
    "step": lambda: at_step(6),
    "going up": told_up,
    "bag change": told_bag,
    "pause called": paused,
    "paused": stood_still,
    "resuming": resuming,
    "last step": lambda: at_step(LAST),
    "flush": emptied,
    "flushed": flushed,
    "stopping": stopping,
    "observation": observing,
}


@pytest.mark.hazard("H-05")
@pytest.mark.requirement("R-S9-1")
@pytest.mark.parametrize("actor", [NURSE, STRANGER, Actor("p", Role.PHARMACIST)], ids=str)
@pytest.mark.parametrize("make", EVERYWHERE.values(), ids=EVERYWHERE)
def test_a_reaction_is_called_at_any_moment_by_anybody(make: Callable[[], Chair], actor: Actor) -> None:
    chair = make()
    runs = chair.session.pump_runs
    if not chair.session.staff and actor == NURSE:
        actor = STRANGER  # nobody is identified yet
    (called,) = chair.do(CallReaction(), actor)
    assert isinstance(called, ReactionCalled)
    stage = chair.session.stage
    assert isinstance(stage, Reacting)
    assert stage.pump_stopped is not runs
    assert chair.session.pump_runs is runs
    assert chair.do(CallReaction(), actor) == ()  # pressed again: nothing more


def test_a_session_that_is_over_takes_no_reaction() -> None:
    assert completed().refused(CallReaction()) == (SessionIsOver(),)


@pytest.mark.requirement("R-S9-2")
def test_calling_freezes_what_stands_at_that_instant() -> None:
    chair = at_step(6)
    chair.wait(90)
    (called,) = chair.do(CallReaction())
    assert called == ReactionCalled(
        step=6,
        step_elapsed_s=Duration(90),
        step_volume_ml=Volume.of("0.25"),
        step_dose=Amount.of("0.04 mg"),
        given=chair.given.settled(),
    )


def test_before_any_plan_there_is_no_dose_to_freeze() -> None:
    chair = opened()
    assert chair.do(CallReaction(), STRANGER) == (
        ReactionCalled(
            step=None, step_elapsed_s=Duration(0), step_volume_ml=Volume(0), step_dose=None, given=None
        ),
    )


@pytest.mark.hazard("H-02")
@pytest.mark.requirement("R-S1-1")
def test_the_ledger_counts_until_the_pump_is_reported_stopped() -> None:
    chair = at_step(6)
    chair.wait(MINUTE)
    at_call = chair.given
    chair.do(CallReaction())
    chair.wait(5)
    chair.do(ReportPumpStopped())
    stage = chair.session.stage
    assert isinstance(stage, Reacting)
    assert stage.pump_stopped
    strength = chair.plan.bag(2).concentration
    assert chair.given - at_call == Rate.of("10") * Duration(5) * strength


@pytest.mark.requirement("R-S9-3")
@pytest.mark.parametrize(
    "command",
    [
        Escalate(),
        Resume(),
        ReportPumpRunning(rate_ml_h=Rate.of("10")),
        ReportRateSet(rate_ml_h=Rate.of("10")),
        ReportConnected(connection=Connection.OWN_SET, primed_with_bag=2),
        ReportBagEmpty(),
        ReportFlushed(volume_ml=Volume.of("18")),
    ],
    ids=lambda command: type(command).__name__,
)
def test_while_a_reaction_is_open_nothing_leads_to_more_drug(command: Command) -> None:
    chair = at_step(6)
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    chair.check()
    assert chair.refused(command) == (ReactionOpen(),)


@pytest.mark.hazard("H-06")
@pytest.mark.requirement("R-S1-4")
def test_entered_in_error_with_the_pump_never_stopped_leaves_no_gap() -> None:
    chair, untouched = at_step(6), at_step(6)
    for each in (chair, untouched):
        each.wait(4 * MINUTE)
    chair.do(CallReaction())
    for each in (chair, untouched):
        each.wait(37)
    chair.do(EnterReactionInError(reason="wrong key"))
    for each in (chair, untouched):
        each.wait(MINUTE)
    assert chair.session.stage == Stepping()
    assert chair.session.reactions == 0
    assert chair.step_elapsed == untouched.step_elapsed == Duration(4 * MINUTE + 37 + MINUTE)
    assert chair.given == untouched.given


@pytest.mark.requirement("R-S6-2")
def test_entered_in_error_after_the_stop_is_a_pause() -> None:
    chair = at_step(6)
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    chair.do(EnterReactionInError(reason="it was the sun"))
    assert isinstance(chair.session.stage, Paused)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("set-up", SettingUp),
        ("first bag", ChangingBag),
        ("bag change", ChangingBag),
        ("going up", Stepping),
        ("pause called", Paused),
        ("resuming", Paused),
        ("flush", Flushing),
        ("flushed", Flushing),
        ("stopping", Stopping),
        ("observation", Observing),
    ],
)
def test_entered_in_error_goes_back_to_where_the_session_stood(name: str, kind: type) -> None:
    chair = EVERYWHERE[name]()
    chair.do(CallReaction())
    chair.do(EnterReactionInError(reason="wrong key"))
    assert isinstance(chair.session.stage, kind)


@pytest.mark.parametrize(
    ("make", "ending"),
    [(stopping, Ending.STOPPED_PATIENT_WISH), (flushed, None)],
    ids=["stopping", "flushed"],
)
def test_entered_in_error_when_no_drug_was_to_come_begins_the_observation(
    make: Callable[[], Chair], ending: Ending | None
) -> None:
    chair = make()
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    stopped_ns = chair.now_ns
    chair.wait(20)
    assert chair.do(EnterReactionInError(reason="wrong key")) == (
        ReactionEnteredInError(reason="wrong key"),
        ObservationStarted(ending=ending),
    )
    assert chair.session.stage == Observing(since_ns=stopped_ns, ending=ending)


def test_taking_back_needs_a_reaction_and_a_reason() -> None:
    chair = at_step(6)
    assert chair.refused(EnterReactionInError(reason="x")) == (NoReactionOpen(),)
    chair.do(CallReaction())
    assert chair.refused(EnterReactionInError(reason=" ")) == (TextMissing(field="reason"),)


@pytest.mark.requirement("R-S9-3")
def test_from_an_open_reaction_one_may_stop_transfer_and_die() -> None:
    transfer = Transfer(where="ICU", to_whom="Dr Obi", pump_running=False, line_content="bag 2")
    for command in (
        StopToday(ending=Ending.STOPPED_REACTION),
        StopToday(ending=Ending.TRANSFERRED, transfer=transfer),
        StopToday(ending=Ending.DIED),
    ):
        chair = at_step(6)
        chair.do(CallReaction())
        chair.do(command)
        chair.do(ReportPumpStopped())
        assert chair.session.stage == Observing(since_ns=chair.now_ns, ending=command.ending)
        assert chair.session.reactions == 1


@pytest.mark.requirement("R-S9-3")
def test_an_open_reaction_is_not_closed_with_the_session() -> None:
    chair = at_step(6)
    chair.do(CallReaction())
    end = EndSession(ending=Ending.STOPPED_REACTION)
    both = (EndItem.PUMP_STOPPED, EndItem.NO_OPEN_REACTION)
    assert chair.refused(end) == (EndIncomplete(ending=Ending.STOPPED_REACTION, missing=both),)
    chair.do(ReportPumpStopped())
    assert chair.refused(end) == (EndIncomplete(ending=Ending.STOPPED_REACTION, missing=both[1:]),)
