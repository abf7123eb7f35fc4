"""Onset, pattern and grade: the clinician confirms what a scale suggests, or says why not."""

from __future__ import annotations

from typing import Any

import pytest

from desens_gui.domain.commands.check import RecordCheck, RecordMedication
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import (
    CallReaction,
    EnterReactionInError,
    GradeReaction,
    JudgePattern,
    RecordOnset,
)
from desens_gui.domain.events.reaction import (
    OnsetRecorded,
    PatternJudged,
    ReactionCalled,
    ReactionGraded,
)
from desens_gui.domain.evolve.following import FactOutOfPlace
from desens_gui.domain.findings import (
    Answer,
    BloodPressure,
    Consciousness,
    ConsciousnessSeen,
    HeartRate,
    Severity,
    Sign,
    SpO2,
    SystemAnswer,
    Vitals,
)
from desens_gui.domain.grading.picture import Answered, Asked, Pattern, Picture
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.grading.seen import picture_of
from desens_gui.domain.instants import Utc
from desens_gui.domain.refusals.general import TextMissing, TimeInFuture
from desens_gui.domain.refusals.step import GradeUnknown, NoReactionOpen
from tests import courses
from tests.driving import Chair


def ago(chair: Chair, seconds: int) -> Utc:
    return Utc(chair.clock.now().utc_us - seconds * 1_000_000)


def hives(chair: Chair, severity: Severity = Severity.MILD, at: Utc | None = None) -> SystemAnswer:
    return SystemAnswer(
        system="skin",
        answer=Answer.NEW_OR_WORSE,
        at=at or ago(chair, 0),
        signs=(Sign(code="hives", severity=severity),),
    )


def found(chair: Chair, systolic: int = 84, level: Consciousness = Consciousness.ALERT) -> RecordCheck:
    at = ago(chair, 0)
    return RecordCheck(
        vitals=Vitals(
            blood_pressure=BloodPressure(systolic=systolic, at=at),
            heart_rate=HeartRate(per_min=128, at=at),
            spo2=SpO2(percent=91, at=at),
            consciousness=ConsciousnessSeen(level=level, at=at),
        ),
        symptoms=(hives(chair, Severity.SEVERE),),
    )


def reacting() -> Chair:
    chair = courses.at_step(9)
    chair.wait(600)
    chair.do(CallReaction())
    return chair


def picture(chair: Chair) -> Picture:
    episode = chair.session.episode
    assert episode is not None
    return picture_of(chair.session, episode)


COMMANDS: tuple[Command, ...] = (
    RecordOnset(at=Utc(0)),
    JudgePattern(pattern=Pattern.NOT_SURE),
    GradeReaction(scale=Scale.BROWN_2004, grade="1"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_reaction_there_is_nothing_to_judge(command: Command) -> None:
    assert courses.at_step(9).refused(command) == (NoReactionOpen(),)


@pytest.mark.parametrize(
    "event", [OnsetRecorded(at=Utc(0)), PatternJudged(pattern=Pattern.ANXIETY)], ids=["onset", "pattern"]
)
def test_a_judgement_of_no_reaction_is_no_fact_of_this_program(event: Any) -> None:
    with pytest.raises(FactOutOfPlace):
        courses.at_step(9).record(event)


def test_the_grade_suggested_is_recorded_with_its_reasons() -> None:
    chair = reacting()
    chair.do(found(chair))
    (graded,) = chair.do(GradeReaction(scale=Scale.BROWN_2004, grade="3"))
    assert isinstance(graded, ReactionGraded)
    assert (graded.suggested, graded.at_least, graded.reason) == ("3", False, "")
    assert graded.met == ("hives", "spo2_at_most_92", "sbp_below_90")
    episode = chair.session.episode
    assert episode is not None
    assert episode.newest_grades() == (graded,)


def test_another_grade_needs_the_reason_and_one_of_its_scale() -> None:
    chair = reacting()
    chair.do(found(chair))
    lower = GradeReaction(scale=Scale.BROWN_2004, grade="2")
    assert chair.refused(lower) == (TextMissing(field="grade reason"),)
    (graded,) = chair.do(GradeReaction(scale=Scale.BROWN_2004, grade="2", reason=" cuff slipped "))
    assert isinstance(graded, ReactionGraded)
    assert (graded.grade, graded.suggested, graded.reason) == ("2", "3", "cuff slipped")
    unknown = GradeReaction(scale=Scale.BROWN_2004, grade="4", reason="x")
    assert chair.refused(unknown) == (GradeUnknown(scale=Scale.BROWN_2004, grade="4"),)


def test_answers_stay_with_the_reaction() -> None:
    chair = reacting()
    answers = (Answered(asked=Asked.PROLONGED, yes=True),)
    chair.do(GradeReaction(scale=Scale.CTCAE_5_IRR, grade="3", answers=answers))
    assert picture(chair).answers == {Asked.PROLONGED: True}


def test_readings_count_from_the_first_sign_on() -> None:
    chair = courses.at_step(9)
    chair.wait(600)
    chair.do(RecordCheck(vitals=Vitals(), symptoms=(hives(chair),)))
    chair.wait(300)
    chair.do(CallReaction())
    assert picture(chair).signs == {}
    assert chair.refused(RecordOnset(at=ago(chair, -5)))[0].__class__ is TimeInFuture
    chair.do(RecordOnset(at=ago(chair, 310)))
    assert picture(chair).signs == {"hives": Severity.MILD}
    chair.do(found(chair))
    chair.do(found(chair, systolic=110, level=Consciousness.CONFUSED))
    worst = picture(chair)
    assert worst.signs == {"hives": Severity.SEVERE}
    assert (worst.systolic, worst.spo2, worst.heart_rate) == (84, 91, 128)
    assert worst.worst_level is Consciousness.CONFUSED
    assert worst.baseline_systolic is not None


def test_treatment_stop_and_the_first_epinephrine_are_known_from_the_record() -> None:
    chair = reacting()
    assert not picture(chair).stopped
    chair.do(ReportPumpStopped())
    chair.do(RecordMedication(drug="norepinephrine", dose="4 mcg/min", route="IV"))
    assert (picture(chair).stopped, picture(chair).treated, picture(chair).epinephrine) == (True, True, False)
    chair.do(RecordMedication(drug="EPINEPHrine", dose="0.5 mg", route="IM"))
    assert picture(chair).to_epinephrine is None
    chair.do(RecordOnset(at=ago(chair, 60)))
    waited = picture(chair).to_epinephrine
    assert waited is not None
    assert waited.whole_ns == 60_000_000_000


def test_the_pattern_stands_beside_the_grade() -> None:
    chair = reacting()
    assert chair.do(JudgePattern(pattern=Pattern.VASOVAGAL)) == (PatternJudged(pattern=Pattern.VASOVAGAL),)
    assert picture(chair).pattern is Pattern.VASOVAGAL


def test_entered_in_error_takes_the_episode_with_it() -> None:
    chair = reacting()
    chair.do(EnterReactionInError(reason="elbow"))
    assert chair.session.episode is None


def test_before_the_patient_is_known_neither_age_nor_baseline_is() -> None:
    chair = courses.opened()
    assert isinstance(chair.do(CallReaction())[0], ReactionCalled)
    empty = picture(chair)
    assert (empty.age_years, empty.age_months, empty.baseline_systolic) == (-1, None, None)


def test_criteria_are_met_or_not() -> None:
    chair = reacting()
    chair.do(found(chair))
    (graded,) = chair.do(GradeReaction(scale=Scale.WAO_2020, grade="met"))
    assert isinstance(graded, ReactionGraded)
    assert graded.suggested == "met"
    chair.do(GradeReaction(scale=Scale.WAO_2020, grade="not_met", reason="cuff slipped"))
