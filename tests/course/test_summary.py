"""What a session came to, and what still waits."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desens_gui.course.outstanding import Outstanding, Waiting, outstanding
from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.course.summary import Observation, Summary, Tolerance, summary
from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.commands.step import Pause, Resume
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.pump import BagDoubleChecked
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.setup import PlanVerified
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.prescribing import OrderFor, OrderTaken, Prescription
from desens_gui.domain.quantities import NS_PER_HOUR, NS_PER_MINUTE, Amount, Duration, Rate
from desens_gui.domain.recorded import PROGRAM
from tests.course.playing import Chair

ORDER = Prescription(
    purpose=OrderFor.RESUME_AFTER_LONG_PAUSE, by="Dr A", taken=OrderTaken.IN_PERSON, read_back=True
)


def summed(chair: Chair) -> Summary:
    found = summary(course_of(chair.records), chair.at_ns)
    assert found is not None
    return found


def test_without_a_fact_there_is_no_summary() -> None:
    assert summary(CourseSoFar(), 0) is None
    assert outstanding(CourseSoFar()) == ()


def test_during_set_up_nothing_is_said_yet() -> None:
    chair = Chair()
    chair.set_up()
    assert summary(course_of(chair.records[:3]), 0) == Summary(
        ending=None,
        tolerance=Tolerance.OPEN,
        ended_ns=None,
        drug_from_ns=None,
        drug_to_ns=None,
        given=None,
        at_most=None,
        target=None,
        percent=None,
        steps_done=0,
        steps_planned=0,
        repeated=(),
        highest_step=None,
        pauses=0,
        paused=Duration(0),
        reactions=(),
        checks=0,
        observation=None,
    )


def test_a_completed_session() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.finish()
    ended_ns = chair.at_ns
    chair.wait(minutes=90)
    found = summed(chair)
    assert (found.ending, found.tolerance, found.ended_ns) == (
        Ending.COMPLETED,
        Tolerance.DESENSITIZED,
        ended_ns,
    )
    assert found.given == found.at_most == found.target == Amount.of("400 mg")
    assert found.percent == 100
    assert (found.steps_done, found.steps_planned, found.highest_step, found.repeated) == (12, 12, 12, ())
    assert (found.pauses, found.paused, found.reactions, found.checks) == (0, Duration(0), (), 13)
    drug_end_ns = ended_ns - 60 * NS_PER_MINUTE
    assert found.drug_to_ns == drug_end_ns
    assert found.drug_from_ns == 122_000_000_000
    assert found.observation == Observation(from_ns=drug_end_ns, to_ns=ended_ns)


def test_a_running_session() -> None:
    chair = Chair()
    chair.to_step(3)
    chair.wait(minutes=3)
    found = summed(chair)
    assert (found.ending, found.tolerance, found.ended_ns, found.drug_to_ns) == (
        None,
        Tolerance.OPEN,
        None,
        None,
    )
    assert found.given == Amount.of("0.036 mg")
    assert found.percent == Fraction("0.009")
    assert (found.steps_done, found.highest_step, found.observation) == (2, 2, None)


def test_stopped_for_a_reaction() -> None:
    chair = Chair()
    chair.to_step(3)
    chair.wait(minutes=3)
    chair.do(CallReaction())
    called_ns = chair.at_ns
    chair.do(ReportPumpStopped())
    chair.wait(minutes=5)
    chair.do(StopToday(ending=Ending.STOPPED_REACTION))
    running = summed(chair)
    assert (running.ending, running.tolerance) == (Ending.STOPPED_REACTION, Tolerance.NOT_DESENSITIZED)
    chair.wait(minutes=10)
    chair.do(EndSession(ending=Ending.STOPPED_REACTION, cut_short_by="Dr A"))
    found = summed(chair)
    (seen,) = found.reactions
    assert (seen.at_ns, seen.step, seen.step_elapsed, seen.given) == (
        called_ns,
        3,
        Duration.minutes(3),
        Amount.of("0.036 mg"),
    )
    assert (found.tolerance, found.highest_step, found.steps_done) == (Tolerance.NOT_DESENSITIZED, 2, 2)
    assert found.drug_to_ns == called_ns
    assert found.observation == Observation(from_ns=called_ns, to_ns=chair.at_ns, cut_short_by="Dr A")


def test_a_step_with_a_reaction_in_it_is_not_the_highest_tolerated() -> None:
    chair = Chair()
    chair.to_step(2)
    chair.do(CallReaction())
    chair.do(EnterReactionInError(reason="elbow"))
    chair.up()
    assert summed(chair).reactions == ()
    assert summed(chair).highest_step == 2
    chair.do(CallReaction())
    assert [seen.step for seen in summed(chair).reactions] == [3]


@pytest.mark.parametrize(
    ("ending", "tolerance"),
    [(Ending.DIED, Tolerance.UNSAID), (Ending.EVACUATED, Tolerance.NOT_DESENSITIZED)],
)
def test_endings_at_once(ending: Ending, tolerance: Tolerance) -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(StopToday(ending=ending))
    assert summed(chair).tolerance is tolerance
    chair.do(EndSession(ending=ending))
    assert summed(chair).tolerance is tolerance
    days_after = {found.what for found in outstanding(course_of(chair.records))}
    assert (Waiting.FOLLOW_UP in days_after) == (ending is not Ending.DIED)


def test_pauses_are_counted_and_added_up_with_the_open_one() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    chair.wait(minutes=40)
    chair.check()
    chair.do(Resume(order=ORDER))
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))
    chair.wait(minutes=1)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    chair.wait(minutes=2)
    found = summed(chair)
    assert (found.pauses, found.paused, found.repeated) == (2, Duration.minutes(42), (1,))


def test_where_nobody_was_sure_the_dose_is_a_range() -> None:
    chair = Chair()
    chair.start_step_1()
    seen = chair.now()
    chair.wait(minutes=3)
    chair.do(ResumeProgram(last_seen=seen, program="1"), PROGRAM)
    assert outstanding(course_of(chair.records))[1] == Outstanding(
        what=Waiting.AWAY_NOT_ANSWERED, at_ns=chair.at_ns - 3 * NS_PER_MINUTE
    )
    chair.do(AnswerAway(meanwhile=PumpMeanwhile.NOT_SURE, running=False))
    found = summed(chair)
    assert (found.given, found.at_most) == (Amount.of("0 mg"), Amount.of("0.0016 mg"))
    assert Waiting.AWAY_NOT_ANSWERED not in {each.what for each in outstanding(course_of(chair.records))}


def test_the_dose_of_a_session_stopped_in_the_flush_ends_at_the_pump() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.wait(minutes=160.875)
    chair.do(ReportBagEmpty())
    chair.wait(minutes=2)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    chair.do(ReportPumpStopped())
    found = summed(chair)
    assert found.drug_to_ns == chair.at_ns
    assert found.steps_done == 11


def test_one_person_alone_leaves_signatures_outstanding() -> None:
    chair = Chair()
    chair.set_up(OrderTaken.TELEPHONE)
    chair.hang(1, Rate.of("2"))
    open_now = outstanding(course_of(chair.records))
    assert [found.what for found in open_now] == [
        Waiting.NOT_ENDED,
        Waiting.PLAN_CO_SIGN,
        Waiting.ORDER_CO_SIGN,
        Waiting.BAG_CO_SIGN,
    ]
    assert open_now[2].who == "Dr A"
    assert [type(chair.records[(found.seq or 0) - 1].event) for found in (open_now[1], open_now[3])] == [
        PlanVerified,
        BagDoubleChecked,
    ]


def test_a_second_person_leaves_none() -> None:
    chair = Chair()
    chair.start_step_1()
    verified = [
        record.event for record in chair.records if isinstance(record.event, PlanVerified | BagDoubleChecked)
    ]
    before = outstanding(course_of(chair.records))
    for event in verified:
        chair.record(event, second_person="ta")
    assert outstanding(course_of(chair.records)) == before


def test_the_days_after_a_session_wait_for_follow_up() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.finish()
    *_, follow_up, rash = outstanding(course_of(chair.records))
    assert follow_up == Outstanding(what=Waiting.FOLLOW_UP, at_ns=chair.at_ns + 24 * NS_PER_HOUR)
    assert rash == Outstanding(what=Waiting.LATE_RASH)
