"""Answers before the start: history, checklist, premedication, each with its limits."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desens_gui.domain.commands.qualify import (
    AcceptRisks,
    AnswerReady,
    RecordHistory,
    WithholdPremedication,
)
from desens_gui.domain.commands.setup import IdentifyPatient, IdentifyStaff, StartSession
from desens_gui.domain.events.qualify import ReadyAnswered
from desens_gui.domain.partial_day import possible_day
from desens_gui.domain.patient import Weight
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.qualifying import (
    ReadyAnswer,
    ReadyItem,
)
from desens_gui.domain.quantities import Number
from desens_gui.domain.recorded import Role
from desens_gui.domain.refusals.general import NotNow, TextMissing
from desens_gui.domain.refusals.qualify import (
    DayImpossible,
    HistoryImpossible,
    ReasonNeeded,
    WeightChanged,
)
from desens_gui.domain.risks import risks_standing
from tests.courses import first_bag, opened, set_up
from tests.driving import order, patient
from tests.qualified import ABOUT_PATIENT, ALL_READY, history

ACCEPT = AcceptRisks(order=order(OrderFor.ACCEPT_RISKS), reason="held for two days")


@pytest.mark.requirement("R-BAD-1")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"fev1_percent": Number.of("181")},
            HistoryImpossible(field="fev1_percent", value="181", least="5", most="180"),
        ),
        (
            {"tryptase_ug_l": Number.of("2001")},
            HistoryImpossible(field="tryptase", value="2001", least="0", most="2000"),
        ),
        (
            {"last_weight_kg": Weight.of("0")},
            HistoryImpossible(field="weight", value="0", least="0.5", most="400"),
        ),
        ({"skin_test_on": "2027"}, DayImpossible(field="skin test", day="2027")),
        ({"challenge_on": "soon"}, DayImpossible(field="challenge", day="soon")),
    ],
)
def test_an_impossible_history_is_refused_by_field(changes: dict[str, Any], reason: object) -> None:
    assert set_up().refused(RecordHistory(history=history(**changes))) == (reason,)


def test_before_the_policy_a_history_has_no_limits_yet() -> None:
    chair = opened()
    chair.do(IdentifyStaff(id="ml", name="Mara Lindt", role=Role.NURSE))
    chair.do(RecordHistory(history=history(fev1_percent=Number.of("200"))))
    assert risks_standing(chair.session) == ()


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        ("2026-11-22", True),
        ("2026-11", True),
        ("2026", True),
        ("2026-11-23", False),
        ("2026-12", False),
        ("2026-13", False),
        ("2026-02-30", False),
        ("26-1", False),
    ],
)
def test_a_day_may_be_known_to_the_month_or_year(day: str, possible: bool) -> None:
    assert possible_day(day, date(2026, 11, 22)) is possible


@pytest.mark.requirement("R-I5-weight")
def test_a_changed_weight_is_asked_again() -> None:
    chair = set_up()
    chair.do(RecordHistory(history=history(last_weight_kg=Weight.of("70.4"))))  # 64 is 9.1 % less
    chair.do(RecordHistory(history=history(last_weight_kg=Weight.of("58.2"))))  # 9.97 % more
    pounds = RecordHistory(history=history(last_weight_kg=Weight.of("141")))
    assert chair.refused(pounds) == (WeightChanged(kg="64", last_kg="141", percent="55", most_percent="10"),)
    chair.do(RecordHistory(history=pounds.history, weight_checked=True))


@pytest.mark.requirement("R-I5-weight")
def test_without_a_weight_nothing_has_changed() -> None:
    chair = set_up()
    chair.do(IdentifyPatient(patient=patient(weight_kg=None)))
    chair.do(RecordHistory(history=history(last_weight_kg=Weight.of("141"))))


@pytest.mark.hazard("H-17")
@pytest.mark.requirement("R-I5-ready")
def test_the_checklist_is_answered_or_says_why_not() -> None:
    chair = set_up()
    bare = tuple(ReadyAnswer(item=item, done=False) for item in (ReadyItem.OXYGEN, ReadyItem.NURSE))
    assert chair.refused(AnswerReady(answers=bare)) == (
        ReasonNeeded(items=(ReadyItem.OXYGEN, ReadyItem.NURSE)),
    )
    said = ReadyAnswer(item=ReadyItem.CRASH_CART, done=False, reason="in use in room 3")
    chair.do(AnswerReady(answers=(said,)))
    assert len(chair.session.ready) == len(ALL_READY)
    assert said in chair.session.ready
    assert chair.do(AnswerReady(answers=())) == ()
    long = ReadyAnswer(item=ReadyItem.CRASH_CART, done=False, reason="x" * 2001)
    assert [type(each).__name__ for each in chair.refused(AnswerReady(answers=(long,)))] == ["TextTooLong"]
    chair.do(StartSession())


def test_premedication_withheld_has_a_reason() -> None:
    assert set_up().refused(WithholdPremedication(reason="")) == (TextMissing(field="reason"),)


def test_after_the_start_nothing_of_it_is_changed() -> None:
    chair = first_bag()
    for command in (*ABOUT_PATIENT, AnswerReady(answers=ALL_READY), WithholdPremedication(reason="x")):
        (reason,) = chair.refused(command)
        assert isinstance(reason, NotNow)
    assert any(isinstance(each.event, ReadyAnswered) for each in chair.records)
