"""Bag empty, flush, every ending, the tolerance flag (SAFETY S5, S7, S12, S19)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.step import Tick
from desens_gui.domain.events.ending import (
    Ending,
    ObservationStarted,
    SessionEnded,
    StopCalled,
    Transfer,
)
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.refusals.ending import (
    CompletedIsNotAStop,
    EndIncomplete,
    EndingDiffers,
    EndItem,
    ObservationNotOver,
    TransferMissing,
)
from desens_gui.domain.refusals.general import (
    SessionIsOver,
    TextMissing,
    TextTooLong,
)
from desens_gui.domain.stage import Ended, Observing, Stopping
from tests.courses import (
    HOUR,
    LAST,
    at_step,
    completed,
    emptied,
    observing,
    opened,
    set_up,
)
from tests.driving import MINUTE, STRANGER, Chair

STOPPED = [
    Ending.STOPPED_REACTION,
    Ending.STOPPED_PATIENT_WISH,
    Ending.STOPPED_AGAINST_ADVICE,
    Ending.STOPPED_IV_ACCESS_LOST,
    Ending.STOPPED_DRUG_BAG_OR_PUMP_ERROR,
    Ending.STOPPED_ORDER_CHANGED,
]


TRANSFER = Transfer(where="ICU", to_whom="Dr Obi", pump_running=True, line_content="bag 2")


FULL = Amount.of("400 mg")


def over() -> Chair:
    """The observation is over, the end check made."""
    chair = observing()
    chair.wait(HOUR)
    chair.check()
    return chair


@pytest.mark.hazard("H-08")
@pytest.mark.requirement("R-S5-2")
def test_the_whole_dose_without_a_reaction_gives_tolerance() -> None:
    chair = over()
    assert chair.do(EndSession(ending=Ending.COMPLETED)) == (
        SessionEnded(ending=Ending.COMPLETED, given=FULL, tolerance=True),
    )
    assert chair.session.stage == Ended(ending=Ending.COMPLETED, at_ns=chair.now_ns)
    assert chair.session.is_over


@pytest.mark.hazard("H-08")
@pytest.mark.requirement("R-S5-2")
def test_a_reaction_that_was_not_taken_back_gives_no_tolerance() -> None:
    chair = over()
    chair.do(CallReaction())
    chair.do(EnterReactionInError(reason="wrong key"))
    chair.do(CallReaction())
    chair.do(StopToday(ending=Ending.STOPPED_REACTION))
    chair.wait(HOUR)
    assert chair.refused(EndSession(ending=Ending.COMPLETED)) == (
        EndingDiffers(called=Ending.STOPPED_REACTION, told=Ending.COMPLETED),
    )
    (ended,) = chair.do(EndSession(ending=Ending.STOPPED_REACTION))
    assert isinstance(ended, SessionEnded)
    assert not ended.tolerance


@pytest.mark.requirement("R-S5-2", "R-S7-4")
@pytest.mark.parametrize(
    ("make", "missing"),
    [
        (
            lambda: at_step(LAST),
            (
                EndItem.BAG_EMPTY,
                EndItem.FLUSHED,
                EndItem.PUMP_STOPPED,
                EndItem.END_CHECK,
                EndItem.FULL_TARGET,
            ),
        ),
        (
            emptied,
            (EndItem.FLUSHED, EndItem.PUMP_STOPPED, EndItem.END_CHECK, EndItem.FULL_TARGET),
        ),
        (observing, (EndItem.END_CHECK,)),
        (set_up, (EndItem.BAG_EMPTY, EndItem.FLUSHED, EndItem.END_CHECK, EndItem.FULL_TARGET)),
    ],
)
def test_completed_names_what_it_still_needs(make: Callable[[], Chair], missing: tuple[EndItem, ...]) -> None:
    (reason,) = make().refused(EndSession(ending=Ending.COMPLETED))
    assert isinstance(reason, EndIncomplete)
    assert reason.missing == missing


def test_before_any_plan_nothing_is_complete() -> None:
    chair = opened()
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH), STRANGER)
    assert isinstance(chair.session.stage, Observing)


@pytest.mark.hazard("H-09")
@pytest.mark.requirement("R-S7-4")
def test_the_end_check_belongs_to_the_last_minutes_of_the_observation() -> None:
    chair = observing()
    chair.clock.advance_ns((57 * MINUTE) * 1_000_000_000 - 1)
    chair.check()
    assert not chair.session.end_check
    chair.clock.advance_ns(1)
    chair.check(sbp=85, dbp=50)
    assert not chair.session.end_check
    chair.check()
    assert chair.session.end_check


@pytest.mark.hazard("H-09")
@pytest.mark.requirement("R-S19-1")
def test_the_observation_is_cut_short_only_by_name() -> None:
    chair = observing()
    chair.clock.advance_ns(HOUR * 1_000_000_000 - 1)
    chair.check()
    end = EndSession(ending=Ending.COMPLETED)
    assert chair.refused(end) == (ObservationNotOver(left=Duration.ns(1)),)
    assert chair.refused(EndSession(ending=Ending.COMPLETED, cut_short_by=" ")) == (
        TextMissing(field="name"),
    )
    early = chair.copy()
    (ended,) = early.do(EndSession(ending=Ending.COMPLETED, cut_short_by="Dr Haas"))
    assert isinstance(ended, SessionEnded)
    assert ended.observation_cut_short_by == "Dr Haas"
    chair.clock.advance_ns(1)
    (ended,) = chair.do(EndSession(ending=Ending.COMPLETED, cut_short_by="Dr Haas"))
    assert isinstance(ended, SessionEnded)
    assert ended.observation_cut_short_by == ""


@pytest.mark.requirement("R-S5-1", "R-S5-2")
@pytest.mark.parametrize("ending", STOPPED)
def test_a_stop_is_called_then_the_pump_then_the_observation(ending: Ending) -> None:
    chair = at_step(7)
    chair.wait(MINUTE)
    assert chair.do(StopToday(ending=ending, words=" as told "), STRANGER) == (
        StopCalled(ending=ending, words="as told"),
    )
    assert chair.session.stage == Stopping(ending=ending, called_ns=chair.now_ns)
    missing = EndIncomplete(ending=ending, missing=(EndItem.PUMP_STOPPED,))
    assert chair.refused(EndSession(ending=ending)) == (missing,)
    chair.wait(4)
    chair.do(ReportPumpStopped())
    given = chair.given
    assert chair.refused(EndSession(ending=ending)) == (ObservationNotOver(left=Duration(HOUR)),)
    chair.wait(HOUR)
    (ended,) = chair.do(EndSession(ending=ending))
    assert ended == SessionEnded(ending=ending, given=given.settled(), tolerance=False)


@pytest.mark.requirement("R-S5-1", "R-S23-4")
@pytest.mark.parametrize("ending", [Ending.TRANSFERRED, Ending.DIED, Ending.EVACUATED])
@pytest.mark.parametrize("pump_stopped", [False, True])
def test_some_endings_close_at_once(ending: Ending, pump_stopped: bool) -> None:
    chair = at_step(7)
    chair.do(StopToday(ending=ending, transfer=TRANSFER if ending is Ending.TRANSFERRED else None))
    if pump_stopped:
        chair.do(ReportPumpStopped())
    assert chair.refused(EndSession(ending=Ending.STOPPED_REACTION)) == (
        EndingDiffers(called=ending, told=Ending.STOPPED_REACTION),
    )
    (ended,) = chair.do(EndSession(ending=ending))
    assert isinstance(ended, SessionEnded)
    assert not ended.tolerance
    assert chair.session.ending is ending


@pytest.mark.requirement("R-S5-3")
@pytest.mark.parametrize(
    ("ending", "transfer", "reason"),
    [
        (Ending.TRANSFERRED, None, TransferMissing()),
        (Ending.DIED, TRANSFER, TransferMissing()),
        (
            Ending.TRANSFERRED,
            Transfer(where=" ", to_whom="Dr Obi", pump_running=False, line_content="bag 2"),
            TextMissing(field="where"),
        ),
        (
            Ending.TRANSFERRED,
            Transfer(where="ICU", to_whom="", pump_running=False, line_content="bag 2"),
            TextMissing(field="to whom"),
        ),
        (
            Ending.TRANSFERRED,
            Transfer(where="ICU", to_whom="Dr Obi", pump_running=False, line_content=""),
            TextMissing(field="line content"),
        ),
    ],
)
def test_a_transfer_says_where_to_whom_and_what_the_line_holds(
    ending: Ending, transfer: Transfer | None, reason: object
) -> None:
    assert at_step(7).refused(StopToday(ending=ending, transfer=transfer)) == (reason,)


def test_completed_is_reached_not_called() -> None:
    assert at_step(7).refused(StopToday(ending=Ending.COMPLETED)) == (CompletedIsNotAStop(),)
    too_long = StopToday(ending=Ending.STOPPED_PATIENT_WISH, words="x" * 2001)
    assert at_step(7).refused(too_long) == (TextTooLong(field="words", length=2001, most=2000),)


@pytest.mark.requirement("R-S5-1")
def test_stopping_before_any_drug_ends_without_an_observation() -> None:
    chair = set_up()
    assert chair.do(StopToday(ending=Ending.STOPPED_ORDER_CHANGED)) == (
        StopCalled(ending=Ending.STOPPED_ORDER_CHANGED),
        ObservationStarted(ending=Ending.STOPPED_ORDER_CHANGED),
    )
    (ended,) = chair.do(EndSession(ending=Ending.STOPPED_ORDER_CHANGED))
    assert ended == SessionEnded(
        ending=Ending.STOPPED_ORDER_CHANGED, given=Amount.of("0 mg"), tolerance=False
    )


def test_after_the_end_only_the_clock_may_ask() -> None:
    chair = completed()
    assert chair.do(Tick(), PROGRAM) == ()
    assert chair.refused(StopToday(ending=Ending.DIED)) == (SessionIsOver(),)
