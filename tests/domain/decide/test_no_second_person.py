"""The independent double check by telephone, or by the same nurse blind later."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.domain.commands.setup import (
    DeclareNoSecondPerson,
    SetPlan,
    StartSession,
    VerifyPlan,
)
from desens_gui.domain.events.people import TelephoneConfirmed
from desens_gui.domain.events.pump import BagDoubleChecked
from desens_gui.domain.events.setup import PlanVerified
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.general import TextMissing, TimeInFuture
from desens_gui.domain.refusals.people import (
    SamePerson,
    SecondPersonNeeded,
    WordNotReadBack,
)
from desens_gui.domain.refusals.setup import RepeatTooSoon, SetupIncomplete, SetupItem
from desens_gui.domain.signing import CoSignFor
from tests.courses import first_bag, reading
from tests.domain.decide.reading_twice import (
    BOTH,
    WORD,
    Read,
    plan_read,
)
from tests.driving import (
    COLLEAGUE,
    MINUTE,
    NURSE,
    inputs,
)


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-1", "R-S10-2")
def test_without_a_second_person_it_is_said_why_first() -> None:
    chair, command = plan_read()
    chair.wait(MINUTE)
    assert chair.refused(command) == (SecondPersonNeeded(),)
    told = VerifyPlan(reading=reading(chair), telephone=WORD)
    assert chair.refused(told) == (SecondPersonNeeded(),)
    chair.do(DeclareNoSecondPerson(reason="alone at night"))
    chair.do(command)
    assert chair.session.plan_verified


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-1", "R-S10-2")
@BOTH
def test_the_same_nurse_waits_a_minute_and_it_stays_outstanding(read: Read) -> None:
    chair, command = read()
    chair.do(DeclareNoSecondPerson(reason="alone at night"))
    before = chair.session.unsigned
    chair.wait(MINUTE - 1)
    for actor in (NURSE, COLLEAGUE):  # whose identity nobody showed is no second person
        assert chair.refused(command, actor) == (RepeatTooSoon(left=Duration(1)),)
    chair.wait(1)
    chair.do(command, COLLEAGUE)
    (waits,) = (each for each in chair.session.unsigned if each not in before)
    assert waits.seq == chair.session.seq
    assert (waits.by, waits.done_by) == ("", ("ml", "ta"))
    assert waits.what in (CoSignFor.PLAN, CoSignFor.BAG)
    assert chair.records[-1].second_person is None


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
@BOTH
def test_the_allergist_by_telephone_need_not_wait_and_it_stays_outstanding(read: Read) -> None:
    chair, command = read()
    chair.do(DeclareNoSecondPerson(reason="alone at night"))
    chair.wait(10)
    told = msgspec.structs.replace(command, telephone=msgspec.structs.replace(WORD, at=chair.ago(4)))
    said, checked = chair.do(told)
    assert isinstance(said, TelephoneConfirmed)
    assert (said.by, said.at) == ("Dr Meier", chair.ago(4))
    assert isinstance(checked, PlanVerified | BagDoubleChecked)
    assert chair.session.unsigned[-1].by == "Dr Meier"
    assert chair.records[-1].second_person is None


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
@BOTH
def test_a_word_by_telephone_has_a_name_a_time_and_is_read_back(read: Read) -> None:
    chair, command = read()
    chair.do(DeclareNoSecondPerson(reason="alone at night"))

    def refused(**changes: object) -> object:
        word = msgspec.structs.replace(WORD, **changes)
        return chair.refused(msgspec.structs.replace(command, telephone=word))[0]

    assert refused(by=" ") == TextMissing(field="name")
    assert refused(by="mara  LINDT") == SamePerson(person="mara  LINDT")
    assert refused(read_back=False) == WordNotReadBack(by="Dr Meier")
    assert isinstance(refused(at=chair.ago(-9)), TimeInFuture)
    assert type(refused(at=chair.ago(600))).__name__ == "TimeTooEarly"
    by_colleague = msgspec.structs.replace(command, telephone=msgspec.structs.replace(WORD, by="T. Adler"))
    assert chair.refused(by_colleague, COLLEAGUE) == (SamePerson(person="T. Adler"),)


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
def test_with_a_second_person_set_up_needs_no_reason() -> None:
    chair, command = plan_read()
    (refused,) = chair.refused(StartSession())
    assert isinstance(refused, SetupIncomplete)
    assert SetupItem.SECOND_PERSON in refused.missing
    chair.do(command, proof=chair.proof(command, COLLEAGUE))
    (refused,) = chair.refused(StartSession())
    assert isinstance(refused, SetupIncomplete)
    assert SetupItem.SECOND_PERSON not in refused.missing
    assert {SetupItem.ORDER, SetupItem.BASELINE} <= set(refused.missing)


def test_another_plan_or_patient_is_signed_for_anew() -> None:
    chair = first_bag()
    assert [each.what for each in chair.session.unsigned] == [CoSignFor.PLAN, CoSignFor.ORDER]
    chair, command = plan_read()
    chair.do(DeclareNoSecondPerson(reason="alone at night"))
    chair.wait(MINUTE)
    chair.do(command)
    assert [each.what for each in chair.session.unsigned] == [CoSignFor.PLAN]
    chair.do(SetPlan(inputs=inputs(dose="500 mg")))
    assert chair.session.unsigned == ()
