"""The steps as they were run: minutes, doses, pauses, repeats."""

from __future__ import annotations

import itertools
from fractions import Fraction

import msgspec

from desens_gui.course.bands import BagBand, StepBand, bag_bands, step_bands
from desens_gui.course.so_far import CourseSoFar, course_of, step_courses
from desens_gui.course.steps import StepCourse
from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, ReportFlushed, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.commands.step import Pause, Resume, StayOnStep
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.ledger import given
from desens_gui.domain.policy import EndOfVolume
from desens_gui.domain.prescribing import OrderFor, OrderTaken, Prescription
from desens_gui.domain.quantities import NS_PER_MINUTE, Amount, Duration, Rate, Volume
from desens_gui.domain.recorded import PROGRAM
from desens_gui.system.policies import load_policy
from tests.course.playing import Chair

ORDER = Prescription(
    purpose=OrderFor.RESUME_AFTER_LONG_PAUSE, by="Dr A", taken=OrderTaken.IN_PERSON, read_back=True
)


def runs(chair: Chair) -> tuple[StepCourse, ...]:
    return step_courses(chair.records, chair.at_ns)


def mg(value: str) -> Amount:
    return Amount.of(f"{value} mg")


def test_before_the_first_fact_and_before_the_plan_there_is_nothing() -> None:
    assert step_courses(()) == ()
    chair = Chair()
    chair.set_up()
    assert step_courses(chair.records) == ()
    assert step_courses(chair.records[:3]) == ()
    assert CourseSoFar().steps(0) == ()


def test_a_whole_session_gives_the_plan_step_by_step() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.finish()
    steps = runs(chair)
    assert [step.step for step in steps] == list(range(1, 13))
    assert [step.given for step in steps] == [step.dose for step in chair.plan.steps]
    assert [step.total for step in steps] == [step.cumulative for step in chair.plan.steps]
    assert [step.planned_dose for step in steps] == [step.dose for step in chair.plan.steps]
    assert [step.planned_total for step in steps] == [step.cumulative for step in chair.plan.steps]
    assert [step.planned for step in steps] == [step.duration for step in chair.plan.steps]
    assert all(step.ran == Duration.minutes(15) for step in steps[:-1])
    assert steps[-1].ran == Duration.minutes(Fraction("174.375"))
    assert all(step.finished and not step.repeated and not step.reacted and not step.pauses for step in steps)


def test_a_step_ends_when_the_pump_was_stopped_or_the_next_began() -> None:
    chair = Chair()
    chair.to_step(5)
    *_, third, fourth, fifth = runs(chair)
    assert third.ended_ns == fourth.started_ns
    assert fourth.ended_ns is not None
    assert fifth.started_ns - fourth.ended_ns == 61_000_000_000
    assert fifth.ended_ns is None


def test_the_present_step_grows_and_its_bands_reach_the_moment_asked_about() -> None:
    chair = Chair()
    chair.to_step(2)
    chair.wait(minutes=6)
    first, second = runs(chair)
    assert (second.ran, second.given, second.finished) == (Duration.minutes(6), mg("0.008"), False)
    assert second.total == first.given + second.given
    start = first.started_ns
    assert step_bands((first, second), chair.at_ns) == (
        StepBand(start, start + 15 * NS_PER_MINUTE, 1, 1),
        StepBand(start + 15 * NS_PER_MINUTE, chair.at_ns, 2, 1),
    )
    assert bag_bands((first, second), chair.at_ns) == (BagBand(start, chair.at_ns, 1),)


def test_bags_follow_each_other_with_the_change_between() -> None:
    chair = Chair()
    chair.to_step(9)
    bands = bag_bands(runs(chair), chair.at_ns)
    assert [band.bag for band in bands] == [1, 2, 3]
    assert all(after.from_ns - before.to_ns == 61_000_000_000 for before, after in itertools.pairwise(bands))


def test_minutes_and_dose_stand_still_in_a_pause_which_is_counted() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=5)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    chair.wait(minutes=7)
    chair.check()
    chair.do(Resume())
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))
    chair.wait(minutes=3)
    (only,) = runs(chair)
    assert (only.ran, only.pauses, only.repeated) == (Duration.minutes(8), 1, False)
    assert only.volume == Rate.of("2") * Duration.minutes(8)


def test_a_pause_that_never_reached_the_pump_is_none() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(Pause(reason=PauseReason.OTHER))
    chair.wait(minutes=1)
    chair.do(StayOnStep())
    (only,) = runs(chair)
    assert (only.pauses, only.ran) == (0, Duration.minutes(1))


def test_after_a_long_pause_the_step_is_run_again_and_the_doses_are_kept_apart() -> None:
    chair = Chair()
    chair.to_step(2)
    chair.wait(minutes=6)
    chair.do(Pause(reason=PauseReason.IV_ACCESS))
    chair.do(ReportPumpStopped())
    chair.wait(minutes=40)
    chair.check()
    chair.do(Resume(order=ORDER))
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("5")))
    chair.wait(minutes=9)
    first, again, now = runs(chair)
    assert [(run.step, run.repeated, run.finished) for run in (first, again, now)] == [
        (1, False, True),
        (2, False, False),
        (2, True, False),
    ]
    assert (again.given, again.ran, again.pauses) == (mg("0.008"), Duration.minutes(6), 1)
    assert (now.given, now.ran, now.pauses) == (mg("0.012"), Duration.minutes(9), 0)
    assert now.total == given(chair.state.ledger, chair.plan, chair.at_ns)
    assert now.started_ns - (again.ended_ns or 0) == 40 * NS_PER_MINUTE


def test_a_reaction_marks_its_step_until_it_is_entered_in_error() -> None:
    chair = Chair()
    chair.to_step(2)
    chair.do(CallReaction())
    assert [run.reacted for run in runs(chair)] == [False, True]
    chair.do(EnterReactionInError(reason="elbow"))
    assert [run.reacted for run in runs(chair)] == [False, False]
    assert [run.pauses for run in runs(chair)] == [0, 0]


def test_a_reaction_in_error_after_the_pump_was_stopped_is_a_pause() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    assert [run.pauses for run in runs(chair)] == [0]
    chair.do(EnterReactionInError(reason="elbow"))
    assert [run.pauses for run in runs(chair)] == [1]


def test_a_reaction_in_a_pause_leaves_one_pause() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(Pause(reason=PauseReason.SYMPTOM))
    chair.do(ReportPumpStopped())
    chair.do(CallReaction())
    chair.do(EnterReactionInError(reason="elbow"))
    assert [run.pauses for run in runs(chair)] == [1]


def test_a_session_stopped_today_ends_its_step_at_the_pump() -> None:
    chair = Chair()
    chair.to_step(2)
    chair.wait(minutes=6)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    chair.wait(seconds=20)
    chair.do(ReportPumpStopped(at=chair.utc(10)))
    chair.wait(minutes=30)
    run = runs(chair)[-1]
    assert (run.ran, run.finished) == (Duration(370), False)
    assert run.ended_ns == chair.at_ns - 30 * NS_PER_MINUTE - 10_000_000_000


def test_transferred_with_the_pump_running_counts_up_to_the_end_of_the_session() -> None:
    chair = Chair()
    chair.to_step(2)
    chair.wait(minutes=6)
    transfer = Transfer(where="ICU", to_whom="Dr B", pump_running=True, line_content="bag 1")
    chair.do(StopToday(ending=Ending.TRANSFERRED, transfer=transfer))
    chair.do(EndSession(ending=Ending.TRANSFERRED))
    ended_ns = chair.at_ns
    chair.wait(minutes=30)
    run = runs(chair)[-1]
    assert (run.ended_ns, run.ran, run.given) == (ended_ns, Duration.minutes(6), mg("0.008"))


def test_the_last_step_ends_with_the_flush_not_with_the_pump() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.wait(minutes=160.875)
    chair.do(ReportBagEmpty())
    chair.wait(minutes=13.5)
    chair.do(ReportFlushed(volume_ml=Volume.of("18")))
    flushed_ns = chair.at_ns
    chair.wait(minutes=3)
    chair.do(ReportPumpStopped())
    last = runs(chair)[-1]
    assert (last.ended_ns, last.finished, last.total) == (flushed_ns, True, mg("400"))


def test_stopped_in_the_flush_the_last_step_is_not_finished() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.wait(minutes=160.875)
    chair.do(ReportBagEmpty())
    chair.do(StopToday(ending=Ending.STOPPED_AGAINST_ADVICE))
    chair.do(ReportPumpStopped())
    assert not runs(chair)[-1].finished


def test_a_reaction_before_the_first_step_belongs_to_none() -> None:
    chair = Chair()
    chair.set_up()
    chair.do(CallReaction())
    assert any(isinstance(record.event, ReactionCalled) for record in chair.records)
    assert runs(chair) == ()


def test_the_answer_after_an_absence_corrects_the_present_step() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=2)
    seen = chair.now()
    chair.wait(minutes=5)
    chair.do(ResumeProgram(last_seen=seen, program="1"), PROGRAM)
    stopped = AnswerAway(meanwhile=PumpMeanwhile.STOPPED_AT, running=False, at=chair.utc(180))
    chair.do(stopped)
    chair.wait(minutes=1)
    (only,) = runs(chair)
    assert (only.ran, only.pauses) == (Duration.minutes(4), 1)
    assert only.volume == Rate.of("2") * Duration.minutes(4)


def test_no_step_gives_more_than_the_bag_held() -> None:
    """The runs share what the bag holds, in order, however long the pump is said to have run."""
    policy = msgspec.structs.replace(load_policy(), end_of_volume=EndOfVolume.CONTINUE)
    chair = Chair(policy)
    chair.to_step(12)
    chair.wait(minutes=600)
    steps = runs(chair)
    assert steps[-1].total == given(chair.state.ledger, chair.plan, chair.at_ns) == mg("400")
    assert sum((step.volume for step in steps if step.bag == 3), Volume(0)) == chair.plan.bag(3).volume


def test_adding_one_by_one_is_the_same_as_all_at_once() -> None:
    chair = Chair()
    chair.to_step(4)
    course = CourseSoFar()
    whole = course_of(chair.records)
    states = [whole.history.after(record.seq) for record in chair.records]
    for record, state in zip(chair.records, states, strict=True):
        assert state is not None
        course.add(record, state)
    assert course.steps(chair.at_ns) == whole.steps(chair.at_ns) == runs(chair)
    assert course.state == chair.session
