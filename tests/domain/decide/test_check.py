"""Recording what was found: impossible entries by their field, findings as they are (SAFETY S8, S11, S18)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desens_gui.domain.commands.check import (
    AnswerForWatch,
    RecordCheck,
    RecordEarlySign,
    RecordMedication,
    RecordNote,
    RecordSeen,
)
from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Escalate, Pause
from desens_gui.domain.events.check import (
    CheckOutcome,
    CheckPurpose,
    CheckRecorded,
    EarlySignSeen,
    MedicationGiven,
    NoteRecorded,
    SeenNoChange,
    WatchConfirmed,
)
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.findings import Answer, Item, Severity, Sign, SystemAnswer, Vitals
from desens_gui.domain.instants import Utc
from desens_gui.domain.refusals.check import (
    AnswerContradicted,
    NothingMeasured,
    PressureReversed,
    SystemAnsweredTwice,
    SystemUnknown,
    ValueOutOfRange,
)
from desens_gui.domain.refusals.general import NotNow, TextMissing, TextTooLong, TimeInFuture, TimeTooEarly
from desens_gui.domain.refusals.step import NothingToWatch
from tests import readings
from tests.courses import LAST, at_step, emptied, first_bag, observing, ready, set_up
from tests.driving import MINUTE, Chair


def reacting(chair: Chair) -> Chair:
    chair.do(CallReaction())
    return chair


def stopping() -> Chair:
    chair = at_step(6)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    return chair


def paused(number: int = 6) -> Chair:
    chair = at_step(number)
    chair.do(Pause(reason=PauseReason.SYMPTOM))
    return chair


def flush_stopped() -> Chair:
    chair = emptied()
    chair.do(ReportPumpStopped())
    return chair


def going_up() -> Chair:
    chair = ready(6)
    chair.do(Escalate())
    return chair


@pytest.mark.parametrize(
    ("make", "purpose", "step"),
    [
        (set_up, CheckPurpose.BASELINE, None),
        (first_bag, CheckPurpose.STEP, None),
        (lambda: at_step(6), CheckPurpose.STEP, 6),
        (going_up, CheckPurpose.STEP, 6),
        (paused, CheckPurpose.RESUME, 6),
        (lambda: reacting(at_step(6)), CheckPurpose.REACTION, 6),
        (stopping, CheckPurpose.REACTION, 6),
        (emptied, CheckPurpose.STEP, LAST),
        (flush_stopped, CheckPurpose.RESUME, LAST),
        (observing, CheckPurpose.OBSERVATION, LAST),
    ],
)
def test_a_check_is_for_the_stage_it_is_made_in(
    make: Callable[[], Chair], purpose: CheckPurpose, step: int | None
) -> None:
    chair = make()
    (recorded,) = chair.check()
    assert isinstance(recorded, CheckRecorded)
    assert (recorded.purpose, recorded.step) == (purpose, step)
    assert recorded.outcome is CheckOutcome.CLEAR


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        ({}, CheckOutcome.CLEAR),
        ({"spo2": None}, CheckOutcome.INCOMPLETE),
        ({"sbp": 89}, CheckOutcome.DO_NOT_GO_UP),
        ({"sbp": 89, "spo2": None}, CheckOutcome.DO_NOT_GO_UP),
        ({"temp": "38.4"}, CheckOutcome.CLEAR),  # fever is a limit of the baseline only
    ],
)
def test_what_a_check_came_to(found: dict[str, Any], outcome: CheckOutcome) -> None:
    (recorded,) = at_step(6).check(**found)
    assert isinstance(recorded, CheckRecorded)
    assert recorded.outcome is outcome


def test_fever_at_baseline_is_a_finding() -> None:
    (recorded,) = set_up().check(temp="38")
    assert isinstance(recorded, CheckRecorded)
    assert recorded.outcome is CheckOutcome.DO_NOT_GO_UP


def test_an_empty_check_is_none() -> None:
    chair = at_step(6)
    assert chair.refused(RecordCheck(vitals=Vitals())) == (NothingMeasured(),)


@pytest.mark.requirement("R-BAD-1")
@pytest.mark.parametrize(
    ("found", "field", "value", "least", "most", "unit"),
    [
        ({"heart_rate": 19}, "heart_rate", "19", "20", "300", "/min"),
        ({"heart_rate": 301}, "heart_rate", "301", "20", "300", "/min"),
        ({"resp_rate": 91}, "resp_rate", "91", "0", "90", "/min"),
        ({"sbp": 301}, "sbp", "301", "30", "300", "mm[Hg]"),
        ({"dbp": 9}, "dbp", "9", "10", "200", "mm[Hg]"),
        ({"spo2": 101}, "spo2", "101", "30", "100", "%"),
        ({"temp": "45.1"}, "temp", "45.1", "25", "45", "Cel"),
    ],
)
def test_an_impossible_value_names_field_and_range(
    found: dict[str, Any], field: str, value: str, least: str, most: str, unit: str
) -> None:
    chair = at_step(6)
    reason = ValueOutOfRange(field=field, value=value, least=least, most=most, unit=unit)
    assert chair.refused(readings.check(chair.now, **found)) == (reason,)


@pytest.mark.parametrize(
    "found", [{"heart_rate": 20}, {"heart_rate": 300}, {"sbp": 30, "dbp": 29}, {"temp": "25"}]
)
def test_a_value_at_the_edge_of_the_range_is_taken(found: dict[str, Any]) -> None:
    at_step(6).check(**found)


@pytest.mark.requirement("R-BAD-1")
def test_the_upper_pressure_is_above_the_lower() -> None:
    chair = at_step(6)
    for sbp in (75, 76):
        reason = PressureReversed(systolic=sbp, diastolic=76)
        assert chair.refused(readings.check(chair.now, sbp=sbp)) == (reason,)
    chair.check(sbp=77)
    chair.check(sbp=60, dbp=None)  # only the upper one could be felt


@pytest.mark.requirement("R-S18-1")
def test_in_a_reaction_no_value_is_questioned() -> None:
    chair = reacting(at_step(6))
    chair.check(spo2=28, sbp=60, dbp=70, heart_rate=0, temp="24")


@pytest.mark.hazard("H-10")
@pytest.mark.requirement("R-S8-6")
@pytest.mark.parametrize("field", ["heart_rate", "resp_rate", "spo2", "temp", "oxygen", "consciousness"])
def test_a_measuring_time_is_set_back_never_forward(field: str) -> None:
    chair = at_step(6)
    chair.wait(MINUTE)
    item = {"temp": "temperature"}.get(field, field)
    later = Utc(chair.now.us + 1)
    command = readings.check(chair.now, times={field: later})
    assert chair.refused(command) == (TimeInFuture(field=item, at=later, now=chair.now),)
    chair.do(readings.check(chair.now, times={field: chair.ago(30)}))


@pytest.mark.requirement("R-S8-6")
def test_symptoms_too_are_asked_in_the_past_and_within_the_session() -> None:
    chair = at_step(6)
    later = Utc(chair.now.us + 1)
    symptoms = readings.symptoms(later, systems=("skin",))
    reason = TimeInFuture(field="skin", at=later, now=chair.now)
    assert chair.refused(RecordCheck(vitals=Vitals(), symptoms=symptoms)) == (reason,)
    long_ago = Utc(chair.records[0].stamp.utc_us - 2_000_000)
    (early,) = chair.refused(
        RecordCheck(vitals=Vitals(), symptoms=readings.symptoms(long_ago, systems=("skin",)))
    )
    assert isinstance(early, TimeTooEarly)


def answer(chair: Chair, system: str, given: Answer, *severities: Severity) -> SystemAnswer:
    signs = tuple(Sign(code="itch", severity=severity) for severity in severities)
    return SystemAnswer(system=system, answer=given, at=chair.now, signs=signs)


@pytest.mark.requirement("R-S11-1")
@pytest.mark.parametrize(
    ("given", "severities", "fits"),
    [
        (Answer.NONE, (), True),
        (Answer.NONE, (Severity.MILD,), False),
        (Answer.NONE, (Severity.AS_AT_BASELINE,), False),
        (Answer.AS_AT_BASELINE, (), True),
        (Answer.AS_AT_BASELINE, (Severity.AS_AT_BASELINE,), True),
        (Answer.AS_AT_BASELINE, (Severity.SEVERE,), False),
        (Answer.NEW_OR_WORSE, (), False),
        (Answer.NEW_OR_WORSE, (Severity.AS_AT_BASELINE,), False),
        (Answer.NEW_OR_WORSE, (Severity.MODERATE, Severity.AS_AT_BASELINE), True),
    ],
)
def test_answer_and_signs_agree(given: Answer, severities: tuple[Severity, ...], fits: bool) -> None:
    chair = at_step(6)
    command = RecordCheck(vitals=Vitals(), symptoms=(answer(chair, "skin", given, *severities),))
    if fits:
        chair.do(command)
    else:
        assert chair.refused(command) == (AnswerContradicted(system="skin"),)


def test_a_system_is_one_of_seven_and_answered_once() -> None:
    chair = at_step(6)
    unknown = RecordCheck(vitals=Vitals(), symptoms=(answer(chair, "aura", Answer.NONE),))
    assert chair.refused(unknown) == (SystemUnknown(system="aura"),)
    twice = RecordCheck(vitals=Vitals(), symptoms=(answer(chair, "skin", Answer.NONE),) * 2)
    assert chair.refused(twice) == (SystemAnsweredTwice(system="skin"),)


def test_a_later_reading_replaces_an_earlier_one_of_the_same_step() -> None:
    chair = at_step(6)
    chair.wait(10 * MINUTE)
    chair.check(heart_rate=120, new={"skin": "itch"})
    chair.wait(MINUTE)
    chair.do(readings.only(chair.now, heart_rate=80))
    chair.do(readings.only(chair.ago(4 * MINUTE), heart_rate=150, spo2=88))  # entered late: older than both
    check = chair.session.check
    assert check is not None
    assert check.vitals.heart_rate is not None
    assert check.vitals.heart_rate.per_min == 80
    assert check.vitals.spo2 is not None
    assert check.vitals.spo2.percent == 98
    assert check.measured_ns[Item.HEART_RATE] == chair.now_ns
    assert [each.system for each in check.symptoms if each.answer is Answer.NEW_OR_WORSE] == ["skin"]


@pytest.mark.requirement("R-S7-2")
def test_seen_and_watched_belong_to_the_running_last_step() -> None:
    chair = at_step(LAST)
    assert chair.do(RecordSeen()) == (SeenNoChange(),)
    assert chair.do(AnswerForWatch(by="Dr Haas")) == (WatchConfirmed(by="Dr Haas"),)
    assert chair.refused(AnswerForWatch(by=" ")) == (TextMissing(field="name"),)
    for other in (at_step(11), paused(LAST)):
        assert other.refused(RecordSeen()) == (NothingToWatch(),)
        assert other.refused(AnswerForWatch(by="Dr Haas")) == (NothingToWatch(),)


def test_early_signs_and_notes_are_written_down() -> None:
    chair = at_step(6)
    assert chair.do(RecordEarlySign(sign="itchy_palms")) == (EarlySignSeen(sign="itchy_palms"),)
    assert chair.refused(RecordEarlySign(sign="")) == (TextMissing(field="early sign"),)
    assert set_up().refused(RecordEarlySign(sign="itchy_palms")) == (
        NotNow(command="record_early_sign", stage="set_up"),
    )
    chair.wait(MINUTE)
    then = chair.ago(30)
    assert chair.do(RecordNote(text="walks to the toilet", at=then)) == (
        NoteRecorded(text="walks to the toilet", at=then),
    )
    assert chair.refused(RecordNote(text=" ")) == (TextMissing(field="note"),)
    assert chair.refused(RecordNote(text="x" * 2001)) == (TextTooLong(field="note", length=2001, most=2000),)
    (reason,) = chair.refused(RecordNote(text="x", at=Utc(chair.now.us + 1)))
    assert isinstance(reason, TimeInFuture)


@pytest.mark.parametrize("field", ["drug", "dose", "route"])
def test_a_medication_says_what_how_much_and_how(field: str) -> None:
    chair = at_step(6)
    told: dict[str, Any] = {"drug": "cetirizine", "dose": "10 mg", "route": "po"}
    name = {"drug": "medication"}.get(field, field)
    assert chair.refused(RecordMedication(**{**told, field: ""})) == (TextMissing(field=name),)
    given = chair.do(RecordMedication(**told))
    assert given == (MedicationGiven(**told, at=chair.now),)
    (reason,) = chair.refused(RecordMedication(**told, at=Utc(chair.now.us + 1)))
    assert isinstance(reason, TimeInFuture)
