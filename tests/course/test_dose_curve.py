"""The dose line: exact at every corner, straight between, corrected by what is learnt later."""

from __future__ import annotations

import itertools
from fractions import Fraction

import msgspec
import pytest

from desens_gui.course.dose_curve import Corner, planned_corners
from desens_gui.course.so_far import course_of
from desens_gui.domain.commands.ending import ReportBagEmpty, ReportFlushed, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.commands.step import Pause, Resume
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.ledger import given
from desens_gui.domain.policy import EndOfVolume
from desens_gui.domain.prescribing import OrderFor, OrderTaken, Prescription
from desens_gui.domain.quantities import NS_PER_MINUTE, Amount, Duration, Rate, Volume
from desens_gui.domain.recorded import PROGRAM
from desens_gui.system.policies import load_policy
from tests.course.playing import Chair

PER_MIN = Fraction("0.008") / 15  # mg in a minute of step 1


def line(chair: Chair) -> tuple[Corner, ...]:
    course = course_of(chair.records)
    assert course.state is not None
    return course.dose.corners(course.state, chair.at_ns)


def shape(chair: Chair) -> list[tuple[Fraction | int, Fraction | int]]:
    """Corners as (minutes before now, minutes of step 1 given)."""
    return [
        (Fraction(chair.at_ns - corner.at_ns, NS_PER_MINUTE), corner.given.value / PER_MIN)
        for corner in line(chair)
    ]


def test_without_a_plan_or_before_the_pump_ran_there_is_no_line() -> None:
    chair = Chair()
    chair.set_up()
    assert line(chair) == ()
    course = course_of(chair.records[:3])
    assert course.state is not None
    assert course.dose.corners(course.state, 0) == ()


def test_the_line_of_a_whole_session_is_the_plan_with_its_waits() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.finish()
    corners = line(chair)
    assert {step.cumulative for step in chair.plan.steps} <= {corner.given for corner in corners}
    assert corners[0].given == Amount.of("0 mg")
    assert corners[-1] == Corner(chair.at_ns, Amount.of("400 mg"))
    for before, after in itertools.pairwise(corners):
        assert before.at_ns <= after.at_ns
        assert before.given <= after.given


def test_the_running_line_reaches_the_moment_asked_about() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=6)
    assert shape(chair) == [(6, 0), (0, 6)]
    early = course_of(chair.records)
    assert early.state is not None
    assert early.dose.corners(early.state, chair.at_ns - 7 * NS_PER_MINUTE) == ()


def test_a_pause_is_flat() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=3)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    chair.wait(minutes=2)
    chair.check()
    chair.do(Resume())
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))
    chair.wait(minutes=4)
    assert shape(chair) == [(9, 0), (6, 3), (4, 3), (0, 7)]


def test_a_stop_set_back_takes_back_what_was_drawn_after_it() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=3)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    chair.do(ReportPumpStopped(at=chair.utc(seconds_ago=60)))
    assert shape(chair) == [(3, 0), (1, 2), (0, 2)]


def answered(answer: AnswerAway, stopped_before: bool = False) -> Chair:
    """Ran 2 min, away for 4, answered at the end of it; what stopped did so 1 min before the end."""
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=2)
    seen = chair.now()
    chair.wait(minutes=4)
    chair.do(ResumeProgram(last_seen=seen, program="1"), PROGRAM)
    if stopped_before:
        chair.do(ReportPumpStopped())
        chair.wait(minutes=1)
    chair.do(answer)
    return chair


def a_minute_before_the_end() -> Chair:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=5)
    return chair


TWO = Rate.of("2")
AT = a_minute_before_the_end().utc()
ORDER = Prescription(purpose=OrderFor.GO_ON_AFTER_AWAY, by="Dr A", taken=OrderTaken.IN_PERSON, read_back=True)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (AnswerAway(meanwhile=PumpMeanwhile.RAN, running=True, rate_ml_h=TWO), [(6, 0), (0, 6)]),
        (
            AnswerAway(meanwhile=PumpMeanwhile.STOPPED_AT, running=False, at=AT),
            [(6, 0), (1, 5), (0, 5)],
        ),
        (
            AnswerAway(
                meanwhile=PumpMeanwhile.KEEP_OPEN,
                running=True,
                rate_ml_h=TWO,
                at=AT,
                keep_open_ml_h=Rate.of("1"),
            ),
            [(6, 0), (1, 5), (0, Fraction("5.5"))],
        ),
        (
            AnswerAway(meanwhile=PumpMeanwhile.NOT_SURE, running=True, rate_ml_h=TWO, order=ORDER),
            [(6, 0), (4, 2), (0, 2)],
        ),
        (
            AnswerAway(meanwhile=PumpMeanwhile.NOT_SURE, running=False, total_ml=TWO * Duration.minutes(3)),
            [(6, 0), (4, 2), (0, 3)],
        ),
    ],
)
def test_the_line_follows_the_answer_after_an_absence(
    answer: AnswerAway, expected: list[tuple[Fraction | int, Fraction | int]]
) -> None:
    assert shape(answered(answer)) == expected


def test_a_stop_reported_before_the_answer_bounds_the_line() -> None:
    ran = answered(AnswerAway(meanwhile=PumpMeanwhile.RAN, running=False), stopped_before=True)
    assert shape(ran) == [(7, 0), (1, 6), (0, 6)]
    earlier = AnswerAway(meanwhile=PumpMeanwhile.STOPPED_AT, running=False, at=AT)
    assert shape(answered(earlier, stopped_before=True)) == [(7, 0), (2, 5), (0, 5)]


def test_at_bag_empty_the_line_steps_to_what_the_bag_held() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.wait(minutes=150)
    chair.do(ReportBagEmpty())
    empty_ns = chair.at_ns
    chair.wait(minutes=13.5)
    chair.do(ReportFlushed(volume_ml=Volume.of("18")))
    at_empty = [corner.given for corner in line(chair) if corner.at_ns == empty_ns]
    before, after = at_empty
    assert before < after
    held = chair.plan.bag(3)
    left = (chair.policy.line_volume * held.concentration).value
    assert after.value == 400 - left
    assert line(chair)[-1].given == Amount.of("400 mg")


def test_the_line_bends_where_the_pump_turns_by_itself() -> None:
    policy = msgspec.structs.replace(load_policy(), end_of_volume=EndOfVolume.KEEP_OPEN)
    chair = Chair(policy)
    chair.start_step_1()
    chair.wait(minutes=20)
    assert shape(chair) == [(20, 0), (5, 15), (0, Fraction("17.5"))]


def test_the_line_is_flat_once_the_pump_stopped_by_itself() -> None:
    policy = msgspec.structs.replace(load_policy(), end_of_volume=EndOfVolume.STOP)
    chair = Chair(policy)
    chair.start_step_1()
    chair.wait(minutes=20)
    assert shape(chair) == [(20, 0), (5, 15), (0, 15)]


def test_the_line_is_flat_once_the_bag_is_empty() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.wait(minutes=600)
    full = [corner.at_ns for corner in line(chair) if corner.given == chair.plan.target]
    started = course_of(chair.records).steps(chair.at_ns)[-1].started_ns
    assert full == [started + chair.plan.last_step.duration.whole_ns, chair.at_ns]


def test_between_corners_the_line_is_what_the_ledger_counted() -> None:
    chair = Chair()
    chair.to_step(3)
    chair.wait(minutes=4)
    course = course_of(chair.records)
    for minutes in range(0, 40, 7):
        at_ns = chair.at_ns - minutes * NS_PER_MINUTE
        known = course.history.at(at_ns)
        assert course.state is not None
        assert known is not None
        corners = course.dose.corners(course.state, at_ns)
        expected = given(known.ledger, chair.plan, at_ns)
        assert (corners[-1].given if corners else Amount.of("0 mg")) == expected


def test_the_planned_line_has_no_waits() -> None:
    plan = Chair()
    plan.set_up()
    corners = planned_corners(plan.plan, 1000)
    assert corners[0] == Corner(1000, Amount.of("0 mg"))
    assert corners[1] == Corner(1000 + 15 * NS_PER_MINUTE, Amount.of("0.008 mg"))
    assert corners[-1] == Corner(1000 + plan.plan.total.whole_ns, Amount.of("400 mg"))
