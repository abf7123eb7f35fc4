"""Answers about an absence: which cannot be, and which meet another report (SAFETY S23)."""

from __future__ import annotations

from typing import Any

import pytest

from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.commands.step import Pause, Resume
from desens_gui.domain.events.ending import Ending, ObservationStarted
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.instants import Utc
from desens_gui.domain.policy import EndOfVolume
from desens_gui.domain.quantities import Duration, Rate, Volume
from desens_gui.domain.refusals.check import ValueOutOfRange
from desens_gui.domain.refusals.general import (
    TextMissing,
    TimeInFuture,
    TimeTooEarly,
)
from desens_gui.domain.refusals.pump import PumpAlreadyStopped, PumpRateDiffers
from desens_gui.domain.stage import Observing, Paused, Reacting, Resuming
from tests.courses import LAST, at_step, emptied
from tests.domain.decide.test_restart import away, before, come_back, dose_of
from tests.driving import MINUTE, policy_with

RATE = Rate.of("10")
OPEN = OpenSession(session_id="x", schema_digest="d", program="p", zone="UTC", simulated=False)
RAN, STOPPED_AT = PumpMeanwhile.RAN, PumpMeanwhile.STOPPED_AT
KEEP_OPEN, NOT_SURE = PumpMeanwhile.KEEP_OPEN, PumpMeanwhile.NOT_SURE


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"meanwhile": STOPPED_AT, "running": False}, TextMissing(field="time")),
        ({"meanwhile": RAN, "running": True}, TextMissing(field="pump rate")),
        (
            {"meanwhile": RAN, "running": True, "rate_ml_h": Rate.of("20")},
            PumpRateDiffers(told=RATE, typed=Rate.of("20")),
        ),
        (
            {"meanwhile": NOT_SURE, "running": False, "total_ml": Volume.of("250.1")},
            ValueOutOfRange(field="pump total", value="250.1", least="0", most="250", unit="mL"),
        ),
        (
            {"meanwhile": NOT_SURE, "running": False, "total_ml": Volume.of("-0.1")},
            ValueOutOfRange(field="pump total", value="-0.1", least="0", most="250", unit="mL"),
        ),
    ],
)
def test_an_answer_that_cannot_be_is_refused(answer: dict[str, Any], reason: object) -> None:
    assert away().refused(AnswerAway(**answer)) == (reason,)


def test_keep_open_says_since_when_and_how_fast() -> None:
    chair = away()
    assert chair.refused(AnswerAway(meanwhile=KEEP_OPEN, running=False)) == (
        TextMissing(field="time"),
        TextMissing(field="keep-open rate"),
    )
    fast = AnswerAway(meanwhile=KEEP_OPEN, at=chair.ago(60), keep_open_ml_h=Rate.of("10.5"), running=False)
    reason = ValueOutOfRange(field="keep-open rate", value="10.5", least="0", most="10", unit="mL/h")
    assert chair.refused(fast) == (reason,)


def test_the_moment_lies_within_the_absence() -> None:
    chair = away()
    (early,) = chair.refused(AnswerAway(meanwhile=STOPPED_AT, at=chair.ago(4 * MINUTE + 2), running=False))
    assert isinstance(early, TimeTooEarly)
    (late,) = chair.refused(AnswerAway(meanwhile=STOPPED_AT, at=Utc(chair.now.us + 1), running=False))
    assert isinstance(late, TimeInFuture)


@pytest.mark.requirement("R-S6-2")
def test_a_pump_reported_stopped_meanwhile_is_not_answered_running() -> None:
    chair = away()
    chair.do(ReportPumpStopped(at=chair.ago(MINUTE)))
    since = chair.ago(MINUTE)
    chair.wait(20)
    running = AnswerAway(meanwhile=RAN, running=True, rate_ml_h=RATE)
    assert chair.refused(running) == (PumpAlreadyStopped(since=since),)
    chair.do(AnswerAway(meanwhile=RAN, running=False))
    assert chair.step_elapsed == Duration.minutes(8)
    assert chair.given == before() + dose_of(chair, 8 * MINUTE)
    assert chair.session.pump is not None
    assert chair.session.pump.since_ns == chair.now_ns - 80 * 1_000_000_000


def test_a_stop_reported_from_before_the_absence_ends_it_there() -> None:
    chair = away()
    chair.do(ReportPumpStopped(at=chair.ago(6 * MINUTE)))
    chair.do(AnswerAway(meanwhile=NOT_SURE, running=False))
    assert chair.step_elapsed == Duration.minutes(3)
    assert chair.given == before() + dose_of(chair, 3 * MINUTE)
    assert chair.given_at_most == chair.given


def test_during_a_reaction_the_answer_leaves_the_reaction_open() -> None:
    chair = at_step(6)
    chair.do(CallReaction())
    away(chair=chair)
    chair.do(AnswerAway(meanwhile=STOPPED_AT, at=chair.ago(60), running=False))
    stage = chair.session.stage
    assert isinstance(stage, Reacting)
    assert stage.pump_stopped


@pytest.mark.requirement("R-S5-1")
def test_a_stop_called_before_the_absence_goes_on_to_the_observation() -> None:
    chair = at_step(6)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    away(chair=chair)
    answered = chair.do(AnswerAway(meanwhile=STOPPED_AT, at=chair.ago(60), running=False))
    assert answered[-1] == ObservationStarted(ending=Ending.STOPPED_PATIENT_WISH)
    assert chair.session.stage == Observing(
        since_ns=chair.now_ns - 60 * 1_000_000_000, ending=Ending.STOPPED_PATIENT_WISH
    )


def test_a_pause_called_before_the_absence_stays_a_pause() -> None:
    chair = at_step(6)
    chair.do(Pause(reason=PauseReason.TOILET))
    called_ns = chair.now_ns
    away(chair=chair)
    chair.do(AnswerAway(meanwhile=RAN, running=False))
    assert chair.session.stage == Paused(reason=PauseReason.TOILET, called_ns=called_ns)


@pytest.mark.requirement("R-S4-1")
def test_after_the_answer_the_pump_still_stops_at_the_end_of_its_volume() -> None:
    chair = away(chair=at_step(6, policy=policy_with(end_of_volume=EndOfVolume.STOP)))
    chair.do(AnswerAway(meanwhile=RAN, running=True, rate_ml_h=RATE))
    chair.wait(6 * MINUTE)
    at_end = chair.given
    chair.wait(10 * MINUTE)
    assert chair.given == at_end


def test_an_absence_while_resuming_asks_nothing() -> None:
    chair = at_step(6)
    chair.do(ReportPumpStopped())
    chair.check()
    chair.do(Resume())
    come_back(chair, chair.clock.now())
    assert isinstance(chair.session.stage, Resuming)
    assert chair.session.away is None


def test_in_the_flush_the_answer_counts_too() -> None:
    chair = emptied()
    last_seen = chair.clock.now()
    chair.wait(5 * MINUTE)
    come_back(chair, last_seen)
    given = chair.given
    chair.do(AnswerAway(meanwhile=STOPPED_AT, at=chair.ago(4 * MINUTE), running=False))
    assert chair.given < given
    assert chair.step_number == LAST
