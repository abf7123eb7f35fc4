"""What the chart draws: readings, marks, stops, gaps."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

from desens_gui.course.intervals import Gap, GapKind, StopCause, Stopped
from desens_gui.course.marks import MarkKind
from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.course.vitals_series import ITEM_OF, unbroken
from desens_gui.domain.commands.check import RecordCheck, RecordEarlySign, RecordMedication, RecordNote
from desens_gui.domain.commands.ending import ReportBagEmpty, ReportFlushed, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.commands.step import Pause, Resume, Tick
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.findings import BloodPressure, HeartRate, Severity, Sign, Vitals
from desens_gui.domain.instants import Instant
from desens_gui.domain.quantities import NS_PER_MINUTE, Rate, Volume
from desens_gui.domain.recorded import PROGRAM
from tests.course.playing import Chair

SECOND = 1_000_000_000


def course(chair: Chair) -> CourseSoFar:
    return course_of(chair.records)


# ---------------------------------------------------------------- readings


def test_readings_stand_where_they_were_measured_with_their_baseline() -> None:
    chair = Chair()
    chair.start_step_1()
    base_ns = chair.at_ns - 61 * SECOND
    chair.wait(minutes=10)
    late = Vitals(heart_rate=HeartRate(per_min=95, at=chair.utc(seconds_ago=240)))
    now = Vitals(
        heart_rate=HeartRate(per_min=91, at=chair.utc()),
        blood_pressure=BloodPressure(systolic=60, at=chair.utc()),
    )
    chair.do(RecordCheck(vitals=now))
    chair.do(RecordCheck(vitals=late))
    vitals = course(chair).vitals
    pulse = vitals.points("heart_rate")
    assert [(int(point.value), chair.at_ns - point.at_ns) for point in pulse] == [
        (80, chair.at_ns - base_ns),
        (95, 240 * SECOND),
        (91, 0),
    ]
    assert pulse[1].seq > pulse[2].seq
    baseline = vitals.baseline("heart_rate")
    assert baseline == pulse[0]
    assert vitals.last("heart_rate") == pulse[2]
    assert vitals.last("heart_rate", chair.at_ns - SECOND) == pulse[1]
    assert vitals.last("heart_rate", -1) is None
    assert [point.value for point in vitals.points("sbp")] == [120, 60]
    assert [point.value for point in vitals.points("dbp")] == [70]
    assert [point.value for point in vitals.points("temp")] == [Fraction("36.6")]


def test_a_series_without_readings_is_empty_and_an_unknown_one_an_error() -> None:
    chair = Chair()
    vitals = course(chair).vitals
    assert all(vitals.points(name) == () and vitals.baseline(name) is None for name in ITEM_OF)
    with pytest.raises(KeyError):
        vitals.points("pulse")


def test_no_line_is_drawn_across_an_absence() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.check()
    chair.wait(minutes=5)
    seen = chair.now()
    chair.wait(minutes=3)
    chair.do(ResumeProgram(last_seen=seen, program="1"), PROGRAM)
    chair.check()
    chair.wait(minutes=1)
    chair.check()
    fold = course(chair)
    points = fold.vitals.points("spo2")
    stretches = unbroken(points, fold.intervals.gaps)
    assert [len(stretch) for stretch in stretches] == [2, 2]
    assert unbroken(points, ()) == (points,)
    assert unbroken((), fold.intervals.gaps) == ()


# ---------------------------------------------------------------- marks


def test_marks_stand_in_order_of_what_happened() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=2)
    chair.do(RecordMedication(drug="x", dose="1 mg", route="IV", at=chair.utc(seconds_ago=100)))
    chair.do(RecordEarlySign(sign="cough"))
    chair.do(RecordNote(text="asks for water"))
    chair.check(signs=(Sign(code="hives", severity=Severity.MILD),))
    chair.do(Pause(reason=PauseReason.SYMPTOM))
    chair.do(ReportPumpStopped())
    chair.wait(minutes=1)
    chair.check()
    chair.do(Resume())
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))
    chair.do(CallReaction())
    chair.do(EnterReactionInError(reason="elbow"))
    marks = course(chair).marks.all()
    assert [mark.kind for mark in marks] == [
        MarkKind.CHECK,
        MarkKind.BAG_CHANGE,
        MarkKind.MEDICATION,
        MarkKind.EARLY_SIGN,
        MarkKind.NOTE,
        MarkKind.SYMPTOM,
        MarkKind.PAUSE,
        MarkKind.CHECK,
        MarkKind.RESUME,
        MarkKind.REACTION,
    ]
    assert [mark.kind for mark in marks if mark.struck] == [MarkKind.REACTION]
    kinds = {mark.seq: type(chair.records[mark.seq - 1].event).__name__ for mark in marks}
    assert len(kinds) == len(marks)


def test_the_end_of_drug_and_of_session_are_marked() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.finish()
    ends = [mark.kind for mark in course(chair).marks.all()][-3:]
    assert ends == [MarkKind.DRUG_END, MarkKind.CHECK, MarkKind.END]


# ---------------------------------------------------------------- stops


def test_no_stop_before_the_first_drug() -> None:
    chair = Chair()
    chair.set_up()
    assert course(chair).intervals.stopped == ()


def test_a_pause_is_a_stop_from_report_to_report() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=1)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.wait(seconds=30)
    chair.do(ReportPumpStopped(at=chair.utc(seconds_ago=10)))
    stopped_ns = chair.at_ns - 10 * SECOND
    open_stop = Stopped(from_ns=stopped_ns, to_ns=None, cause=StopCause.PAUSE, reason=PauseReason.TOILET)
    assert course(chair).intervals.stopped == (open_stop,)
    chair.wait(minutes=2)
    chair.check()
    chair.do(Resume())
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))
    assert course(chair).intervals.stopped == (msgspec.structs.replace(open_stop, to_ns=chair.at_ns),)


def test_a_bag_change_is_a_stop_of_its_own() -> None:
    chair = Chair()
    chair.to_step(5)
    assert [stop.cause for stop in course(chair).intervals.stopped] == [StopCause.BAG_CHANGE]


def test_a_reaction_in_error_leaves_a_pause() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    assert [stop.cause for stop in course(chair).intervals.stopped] == [StopCause.REACTION]
    chair.do(EnterReactionInError(reason="elbow"))
    assert [stop.cause for stop in course(chair).intervals.stopped] == [StopCause.PAUSE]


def test_a_pause_that_becomes_a_reaction_stays_the_pause_it_began_as() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(Pause(reason=PauseReason.SYMPTOM))
    chair.do(ReportPumpStopped())
    chair.do(CallReaction())
    assert [stop.cause for stop in course(chair).intervals.stopped] == [StopCause.PAUSE]


def test_a_stop_for_good_is_the_end_and_begins_the_observation() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    stopped_ns = chair.at_ns
    chair.wait(minutes=5)
    chair.do(StopToday(ending=Ending.STOPPED_REACTION))
    intervals = course(chair).intervals
    assert intervals.stopped == (Stopped(from_ns=stopped_ns, to_ns=None, cause=StopCause.END),)
    assert intervals.observed_from_ns == stopped_ns


def test_a_stop_in_the_flush() -> None:
    chair = Chair()
    chair.to_step(12)
    chair.wait(minutes=160.875)
    chair.do(ReportBagEmpty())
    chair.do(ReportPumpStopped())
    assert course(chair).intervals.stopped[-1].cause is StopCause.FLUSH
    assert course(chair).intervals.observed_from_ns is None
    chair.wait(minutes=1)
    chair.do(ReportFlushed(volume_ml=Volume.of("18")))
    assert course(chair).intervals.stopped[-1].cause is StopCause.END


# ---------------------------------------------------------------- absences


def away(chair: Chair, answer: AnswerAway | None) -> None:
    chair.wait(minutes=1)
    seen = chair.now()
    chair.wait(minutes=3)
    chair.do(ResumeProgram(last_seen=seen, program="1"), PROGRAM)
    if answer is not None:
        chair.do(answer)


def test_an_absence_is_a_gap() -> None:
    chair = Chair()
    chair.start_step_1()
    away(chair, None)
    to_ns = chair.at_ns
    assert course(chair).intervals.gaps == (Gap(to_ns - 3 * NS_PER_MINUTE, to_ns, GapKind.AWAY),)


def test_stalls_and_sleep_are_gaps() -> None:
    chair = Chair()
    chair.start_step_1()
    before = chair.now()
    chair.wait(seconds=10)
    chair.do(Tick(previous=before), PROGRAM)
    slept = Instant(before.boot_ns, chair.now().mono_ns - SECOND, before.utc_us, before.boot_id)
    chair.do(Tick(previous=slept), PROGRAM)
    kinds = [(gap.kind, gap.to_ns - gap.from_ns) for gap in course(chair).intervals.gaps]
    assert kinds == [(GapKind.STALL, 10 * SECOND), (GapKind.SLEEP, 10 * SECOND)]


def test_stopped_and_running_again_while_away_is_a_stop_that_is_over() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=4)
    at = chair.utc(seconds_ago=60)
    chair.wait(seconds=-240)
    running = AnswerAway(meanwhile=PumpMeanwhile.STOPPED_AT, running=True, rate_ml_h=Rate.of("2"), at=at)
    away(chair, running)
    to_ns = chair.at_ns
    found = Stopped(
        from_ns=to_ns - NS_PER_MINUTE, to_ns=to_ns, cause=StopCause.PAUSE, reason=PauseReason.FOUND_STOPPED
    )
    assert course(chair).intervals.stopped == (found,)


@pytest.mark.parametrize("meanwhile", [PumpMeanwhile.RAN, PumpMeanwhile.KEEP_OPEN])
def test_a_pump_that_ran_on_leaves_no_stop(meanwhile: PumpMeanwhile) -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=4)
    at = chair.utc(seconds_ago=60) if meanwhile is PumpMeanwhile.KEEP_OPEN else None
    chair.wait(seconds=-240)
    keep_open = Rate.of("1") if at is not None else None
    answer = AnswerAway(
        meanwhile=meanwhile, running=True, rate_ml_h=Rate.of("2"), at=at, keep_open_ml_h=keep_open
    )
    away(chair, answer)
    assert course(chair).intervals.stopped == ()


def test_found_stopped_after_an_absence_stays_open() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=4)
    at = chair.utc(seconds_ago=60)
    chair.wait(seconds=-240)
    away(chair, AnswerAway(meanwhile=PumpMeanwhile.STOPPED_AT, running=False, at=at))
    (stop,) = course(chair).intervals.stopped
    assert (stop.from_ns, stop.to_ns, stop.reason) == (
        chair.at_ns - NS_PER_MINUTE,
        None,
        PauseReason.FOUND_STOPPED,
    )


def test_a_stop_reported_before_the_answer_is_one_stop() -> None:
    chair = Chair()
    chair.start_step_1()
    away(chair, None)
    chair.do(ReportPumpStopped())
    stopped_ns = chair.at_ns
    chair.wait(seconds=30)
    chair.do(AnswerAway(meanwhile=PumpMeanwhile.RAN, running=False))
    (stop,) = course(chair).intervals.stopped
    assert (stop.from_ns, stop.to_ns, stop.cause) == (stopped_ns, None, StopCause.PAUSE)
