"""What the chart draws: readings and marks."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desens_gui.course.marks import MarkKind
from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.course.vitals_series import ITEM_OF, unbroken
from desens_gui.domain.commands.check import RecordCheck, RecordEarlySign, RecordMedication, RecordNote
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.restart import ResumeProgram
from desens_gui.domain.commands.step import Pause, Resume
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.findings import BloodPressure, HeartRate, Severity, Sign, Vitals
from desens_gui.domain.quantities import Rate
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
