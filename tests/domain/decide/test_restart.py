"""Going on after the program was away: time is right, dose is what a person says (DESIGN 6, SAFETY S23)."""

from __future__ import annotations

import pytest

from desens_gui.domain.answers import Accepted
from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.commands.step import Escalate, Pause, Resume
from desens_gui.domain.decide.ending import AT_ONCE
from desens_gui.domain.events.ending import Ending, SessionEnded
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed, PumpMeanwhile
from desens_gui.domain.events.setup import OrderRecorded
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Amount, Duration, Rate, Volume
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.refusals.check import CheckMissing
from desens_gui.domain.refusals.general import (
    AwayNotAnswered,
    NoSession,
    NotNow,
    OrderNeeded,
    SessionAlreadyOpen,
)
from desens_gui.domain.stage import Paused, Stepping
from tests.courses import at_step, ready
from tests.driving import MINUTE, Chair, order

RATE = Rate.of("10")


OPEN = OpenSession(session_id="x", schema_digest="d", program="p", zone="UTC", simulated=False)


RAN, STOPPED_AT = PumpMeanwhile.RAN, PumpMeanwhile.STOPPED_AT


KEEP_OPEN, NOT_SURE = PumpMeanwhile.KEEP_OPEN, PumpMeanwhile.NOT_SURE


def come_back(chair: Chair, last_seen: Instant) -> ProgramResumed:
    (resumed,) = chair.do(ResumeProgram(last_seen=last_seen, program="desens 0.1"), PROGRAM)
    assert isinstance(resumed, ProgramResumed)
    return resumed


def away(minutes: int = 4, chair: Chair | None = None, boot: str | None = None) -> Chair:
    """Step 6 ran for 5 min, then the program was away for so long."""
    chair = chair or at_step(6)
    chair.wait(5 * MINUTE)
    last_seen = chair.clock.now()
    if boot is None:
        chair.wait(minutes * MINUTE)
    else:
        chair.clock.reboot(boot, minutes * MINUTE)
    come_back(chair, last_seen)
    return chair


def dose_of(chair: Chair, seconds: int, rate: Rate = RATE) -> Amount:
    """What bag 2 gives in that time."""
    return rate * Duration(seconds) * chair.plan.bag(2).concentration


def before() -> Amount:
    return at_step(6).given


def test_a_session_is_opened_once_and_first() -> None:
    empty = Chair()
    assert empty.refused(ReportPumpStopped()) == (NoSession(),)
    assert at_step(6).refused(OPEN) == (SessionAlreadyOpen(),)


@pytest.mark.requirement("R-D6-2")
def test_in_the_same_boot_the_boot_clock_says_how_long() -> None:
    chair = at_step(6)
    last_seen = chair.clock.now()
    chair.wait(100)
    chair.clock.sleep(20)
    chair.clock.step_wall(-3600)
    now = chair.now
    assert come_back(chair, last_seen) == ProgramResumed(
        last_seen=Utc(now.us - 120_000_000), away_ms=120_000, same_boot=True, program="desens 0.1"
    )
    assert chair.step_elapsed == Duration(120)


@pytest.mark.requirement("R-D6-2")
def test_in_another_boot_only_wall_time_is_left() -> None:
    chair = at_step(6)
    chair.wait(60)
    last_seen = chair.clock.now()
    chair.clock.reboot("boot-2", 90)
    resumed = come_back(chair, last_seen)
    assert (resumed.away_ms, resumed.same_boot) == (90_000, False)
    assert chair.step_elapsed == Duration(150)


@pytest.mark.requirement("R-D6-2")
def test_wall_time_that_ran_backwards_over_a_restart_takes_nothing_back() -> None:
    chair = at_step(6)
    chair.wait(60)
    chair.check()
    last_seen = chair.clock.now()
    chair.clock.reboot("boot-2", -600)
    assert come_back(chair, last_seen).away_ms == 0
    assert chair.step_elapsed == Duration(60)


def test_with_the_pump_reported_stopped_nobody_has_to_answer() -> None:
    chair = at_step(6)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    come_back(chair, chair.clock.now())
    assert chair.session.away is None
    assert chair.refused(AnswerAway(meanwhile=RAN, running=False)) == (
        NotNow(command="answer_away", stage="step"),
    )


@pytest.mark.hazard("H-07")
@pytest.mark.requirement("R-S23-2")
def test_until_somebody_says_what_the_pump_did_nothing_goes_up() -> None:
    chair = away()
    wait = AwayNotAnswered(away=Duration.minutes(4))
    for command in (Escalate(), Resume(), ReportPumpRunning(rate_ml_h=RATE), ReportBagEmpty()):
        assert chair.refused(command) == (wait,)
    chair.do(Pause(reason=PauseReason.OTHER))  # stopping is open all the same
    chair.do(ReportPumpStopped())


@pytest.mark.hazard("H-07")
@pytest.mark.requirement("R-S23-2", "R-S5-4")
@pytest.mark.parametrize("ending", [Ending.STOPPED_PATIENT_WISH, Ending.DIED, Ending.EVACUATED])
def test_until_somebody_says_what_the_pump_did_no_session_is_closed(ending: Ending) -> None:
    chair = away()
    chair.do(StopToday(ending=ending))
    end = EndSession(ending=ending, cut_short_by="Dr Haas")
    if ending in AT_ONCE:
        assert chair.refused(end) == (AwayNotAnswered(away=Duration.minutes(4)),)
    chair.do(ReportPumpStopped())
    assert chair.refused(end) == (AwayNotAnswered(away=Duration.minutes(4)),)
    chair.do(AnswerAway(meanwhile=NOT_SURE, running=False))  # one tap: never a way that is shut
    (ended,) = chair.do(end)
    assert isinstance(ended, SessionEnded)
    assert ended.given == (before() + dose_of(chair, 5 * MINUTE)).settled()


@pytest.mark.requirement("R-S23-2")
@pytest.mark.parametrize("boot", [None, "boot-2"])
def test_it_ran_on(boot: str | None) -> None:
    chair = away(boot=boot)
    chair.do(AnswerAway(meanwhile=RAN, running=True, rate_ml_h=RATE))
    assert chair.session.stage == Stepping()
    assert chair.step_elapsed == Duration.minutes(9)
    assert chair.given == before() + dose_of(chair, 9 * MINUTE)
    chair.wait(6 * MINUTE)
    assert chair.step_elapsed == Duration.minutes(15)
    assert chair.given == before() + dose_of(chair, 15 * MINUTE)


@pytest.mark.requirement("R-S23-2")
def test_readings_from_before_the_absence_stay_good_if_it_ran_on() -> None:
    chair = ready(6)
    last_seen = chair.clock.now()
    chair.wait(10)
    come_back(chair, last_seen)
    ran = chair.copy()
    ran.do(AnswerAway(meanwhile=RAN, running=True, rate_ml_h=RATE))
    assert isinstance(ran.decide(Escalate()), Accepted)
    stood = AnswerAway(meanwhile=STOPPED_AT, at=chair.ago(5), running=True, rate_ml_h=RATE)
    chair.do(stood)
    chair.wait(15 * MINUTE)
    assert chair.refused(Escalate()) == (CheckMissing(),)


@pytest.mark.requirement("R-S23-2")
def test_it_stopped_at_a_moment_and_stands() -> None:
    chair = away()
    chair.do(AnswerAway(meanwhile=STOPPED_AT, at=chair.ago(3 * MINUTE), running=False))
    assert chair.session.stage == Paused(
        reason=PauseReason.FOUND_STOPPED, called_ns=chair.now_ns - 3 * MINUTE * 1_000_000_000
    )
    assert chair.step_elapsed == Duration.minutes(6)
    assert chair.given == before() + dose_of(chair, 6 * MINUTE)
    assert chair.given_at_most == chair.given
    assert chair.session.pump is not None
    assert chair.session.pump.since_ns == chair.now_ns - 3 * MINUTE * 1_000_000_000


@pytest.mark.requirement("R-S23-2")
def test_it_stopped_at_a_moment_and_runs_again() -> None:
    chair = away()
    stopped = AnswerAway(meanwhile=STOPPED_AT, at=chair.ago(3 * MINUTE), running=True, rate_ml_h=RATE)
    chair.do(stopped)
    chair.wait(MINUTE)
    assert chair.step_elapsed == Duration.minutes(7)
    assert chair.given == before() + dose_of(chair, 7 * MINUTE)


@pytest.mark.requirement("R-S23-2", "R-S4-1")
def test_it_went_to_its_keep_open_rate() -> None:
    chair = away()
    kept = AnswerAway(
        meanwhile=KEEP_OPEN, at=chair.ago(3 * MINUTE), keep_open_ml_h=Rate.of("1"), running=False
    )
    chair.do(kept)
    assert chair.step_elapsed == Duration.minutes(6)
    slow = dose_of(chair, 3 * MINUTE, Rate.of("1"))
    assert chair.given == before() + dose_of(chair, 6 * MINUTE) + slow
    assert chair.session.pump is not None
    assert chair.session.pump.since_ns == chair.now_ns


@pytest.mark.hazard("H-04", "H-07")
@pytest.mark.requirement("R-S4-3", "R-S23-2")
def test_not_sure_shows_the_dose_as_a_range() -> None:
    chair = away()
    chair.do(AnswerAway(meanwhile=NOT_SURE, running=False))
    assert chair.given == before() + dose_of(chair, 5 * MINUTE)
    assert chair.given_at_most == before() + dose_of(chair, 9 * MINUTE)
    assert chair.step_elapsed == Duration.minutes(5)


@pytest.mark.requirement("R-S23-2")
def test_not_sure_with_the_pumps_own_total_is_sure() -> None:
    chair = away()
    flow = chair.session.ledger.flow
    assert flow is not None
    five_min = RATE * Duration.minutes(5)
    total = Volume.of("1.25") + five_min + Volume.of("0.2")  # step 5 gave 1.25 mL of bag 2
    answer = AnswerAway(meanwhile=NOT_SURE, total_ml=total, running=True, rate_ml_h=RATE)
    chair.do(answer)
    assert chair.given == before() + (five_min + Volume.of("0.2")) * chair.plan.bag(2).concentration
    assert chair.given_at_most == chair.given


@pytest.mark.requirement("R-S23-2")
def test_not_sure_and_running_needs_the_total_or_an_order() -> None:
    chair = away()
    answer = AnswerAway(meanwhile=NOT_SURE, running=True, rate_ml_h=RATE)
    assert chair.refused(answer) == (OrderNeeded(purpose=OrderFor.GO_ON_AFTER_AWAY),)
    given = order(OrderFor.GO_ON_AFTER_AWAY)
    taken = chair.do(AnswerAway(meanwhile=NOT_SURE, running=True, rate_ml_h=RATE, order=given))
    assert taken[0] == OrderRecorded(order=given)
    assert isinstance(taken[1], AwayAnswered)


@pytest.mark.requirement("R-S6-3")
def test_not_sure_counts_as_the_longest_pause_it_may_have_been() -> None:
    chair = away(minutes=31)
    chair.do(AnswerAway(meanwhile=NOT_SURE, running=False))
    chair.check()
    assert chair.refused(Resume()) == (OrderNeeded(purpose=OrderFor.RESUME_AFTER_LONG_PAUSE),)
    known = away(minutes=31)
    known.do(AnswerAway(meanwhile=STOPPED_AT, at=known.ago(MINUTE), running=False))
    known.check()
    known.do(Resume())


@pytest.mark.requirement("R-S23-2")
def test_a_second_absence_before_the_answer_makes_one_long_one() -> None:
    chair = away()
    chair.wait(30)
    last_seen = chair.clock.now()
    chair.wait(2 * MINUTE)
    come_back(chair, last_seen)
    assert chair.session.away is not None
    length = chair.session.away.to_ns - chair.session.away.from_ns
    assert length == (6 * MINUTE + 30) * 1_000_000_000
    chair.do(AnswerAway(meanwhile=STOPPED_AT, at=chair.ago(6 * MINUTE), running=False))
    assert chair.step_elapsed == Duration(5 * MINUTE + 30)
    assert chair.given == before() + dose_of(chair, 5 * MINUTE + 30)
