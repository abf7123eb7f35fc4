"""The independent double check: another person by PIN or badge, by telephone, or the same one blind later."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.setup import (
    DeclareNoSecondPerson,
    IdentifyPatient,
    IdentifyStaff,
    SetPlan,
    SetPolicy,
    StartSession,
    VerifyPlan,
)
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.decide.bag import bag_change_missing
from desens_gui.domain.events.people import IdentityProved, TelephoneConfirmed
from desens_gui.domain.events.pump import BagDoubleChecked
from desens_gui.domain.events.setup import PlanRead, PlanVerified
from desens_gui.domain.policy import Connection
from desens_gui.domain.proof import Means, TelephoneWord
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import PROGRAM, Actor, Role
from desens_gui.domain.refusals.general import NotForRole, NotIdentified, TextMissing, TimeInFuture
from desens_gui.domain.refusals.people import (
    ProofExpired,
    ProofUsed,
    SamePerson,
    SecondPersonNeeded,
    ShownChanged,
    WordNotReadBack,
)
from desens_gui.domain.refusals.pump import BagChangeItem, BagReadingDiffers
from desens_gui.domain.refusals.setup import PlanReadingDiffers, RepeatTooSoon, SetupIncomplete, SetupItem
from desens_gui.domain.signing import CoSignFor
from desens_gui.domain.stage import ChangingBag
from tests.courses import bag_reading, first_bag, label, opened, reading, ready, told_rate
from tests.driving import (
    ALLERGIST,
    COLLEAGUE,
    MINUTE,
    NURSE,
    Chair,
    default_policy,
    inputs,
    patient,
)

PHARMACIST = Actor("ph", Role.PHARMACIST)
PEOPLE = {NURSE: "Mara Lindt", COLLEAGUE: "T. Adler", ALLERGIST: "Dr Haas", PHARMACIST: "E. Soto"}
WORD = TelephoneWord(by="Dr Meier", read_back=True)


def people_in(chair: Chair) -> None:
    for person, name in PEOPLE.items():
        chair.do(IdentifyStaff(id=person.id, name=name, role=person.role))


def plan_read() -> tuple[Chair, Command]:
    """The plan was read once; nobody said that nobody else is there."""
    chair = opened()
    chair.do(SetPolicy(policy=default_policy()), PROGRAM)
    people_in(chair)
    chair.do(IdentifyPatient(patient=patient()))
    chair.do(SetPlan(inputs=inputs()))
    command = VerifyPlan(reading=reading(chair))
    assert isinstance(chair.do(command)[0], PlanRead)
    return chair, command


def bag_read() -> tuple[Chair, Command]:
    """Bag 2 hangs, its label was read; somebody said before that nobody else is there."""
    chair = ready(4)
    people_in(chair)
    chair.do(Escalate(none_new=True))
    change = chair.session.stage
    assert isinstance(change, ChangingBag)
    chair.do(ReportPumpStopped())
    chair.do(ReportRateSet(rate_ml_h=told_rate(chair, change.to_step)))
    chair.do(ReadLabel(label=label(chair, change.to_bag)))
    chair.do(ReportConnected(connection=Connection.OWN_SET, primed_with_bag=change.to_bag))
    return chair, DoubleCheckBag(reading=bag_reading(chair, change.to_bag, change.to_step))


def missing_of(chair: Chair) -> tuple[BagChangeItem, ...]:
    change = chair.session.stage
    assert isinstance(change, ChangingBag)
    return bag_change_missing(chair.session, change)


def starts_not(chair: Chair) -> list[SetupIncomplete]:
    return [reason for reason in chair.refused(StartSession()) if isinstance(reason, SetupIncomplete)]


BOTH = pytest.mark.parametrize("read", [plan_read, bag_read], ids=["plan", "bag"])
Read = Callable[[], tuple[Chair, Command]]


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
@BOTH
@pytest.mark.parametrize("person", [COLLEAGUE, ALLERGIST, PHARMACIST], ids=str)
def test_a_second_person_need_not_wait_and_leaves_nothing_outstanding(read: Read, person: Actor) -> None:
    chair, command = read()
    waiting = chair.session.unsigned
    proof = chair.proof(command, person, Means.BADGE)
    proved, checked = chair.do(command, proof=proof)
    assert proved == IdentityProved(proof=proof)
    assert isinstance(checked, PlanVerified | BagDoubleChecked)
    assert [fact.second_person for fact in chair.records[-2:]] == [person.id, person.id]
    assert chair.session.unsigned == waiting


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
@BOTH
def test_whoever_read_first_is_no_second_person_even_when_another_acts(read: Read) -> None:
    chair, command = read()
    for actor in (NURSE, COLLEAGUE):
        assert chair.refused(command, actor, chair.proof(command, NURSE)) == (SamePerson(person="ml"),)
    chair.do(command, COLLEAGUE, chair.proof(command, COLLEAGUE))


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
@BOTH
def test_a_proof_expires(read: Read) -> None:
    chair, command = read()
    proof = chair.proof(command, COLLEAGUE)
    chair.wait(5 * MINUTE + 1)
    assert chair.refused(command, proof=proof) == (
        ProofExpired(age=Duration(301), limit=Duration.minutes(5)),
    )
    later = msgspec.structs.replace(proof, at=chair.ago(-60))
    (refused,) = chair.refused(command, proof=later)
    assert isinstance(refused, TimeInFuture)
    chair.do(command, proof=msgspec.structs.replace(proof, at=chair.ago(5 * MINUTE)))


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
@BOTH
def test_a_proof_counts_for_what_was_shown(read: Read) -> None:
    chair, command = read()
    proof = msgspec.structs.replace(chair.proof(command, COLLEAGUE), digest="0" * 64)
    assert chair.refused(command, proof=proof) == (ShownChanged(),)


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
@BOTH
def test_a_proof_is_of_somebody_named_here_who_may_do_it(read: Read) -> None:
    chair, command = read()
    for stranger in (Actor("xx", Role.NURSE), Actor("ta", Role.ALLERGIST)):
        assert chair.refused(command, proof=chair.proof(command, stranger)) == (
            NotIdentified(person=stranger.id),
        )
    (refused,) = chair.refused(command, proof=chair.proof(command, Actor("ad", Role.ADMINISTRATOR)))
    assert isinstance(refused, NotForRole)


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
def test_a_plan_changed_after_the_person_was_identified_is_read_again() -> None:
    chair, command = plan_read()
    proof = chair.proof(command, COLLEAGUE)
    chair.do(SetPlan(inputs=inputs(dose="500 mg")))
    again = VerifyPlan(reading=reading(chair))
    chair.do(again)
    assert chair.refused(again, proof=proof) == (ShownChanged(),)


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
def test_a_proof_answers_once() -> None:
    """The same patient and plan again within the minutes: what was shown is the same, the proof is gone."""
    chair, command = plan_read()
    proof = chair.proof(command, COLLEAGUE)
    chair.do(command, proof=proof)
    chair.do(IdentifyPatient(patient=patient()))
    assert [SetupItem.PLAN_VERIFIED in reason.missing for reason in starts_not(chair)] == [True]
    chair.do(command)
    assert chair.refused(command, proof=proof) == (ProofUsed(),)


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
def test_a_proof_for_one_bag_is_none_for_the_next_reading() -> None:
    chair, command = bag_read()
    proof = chair.proof(command, COLLEAGUE)
    chair.wait(2)
    chair.do(ReadLabel(label=label(chair, 2)))  # another label was read meanwhile
    assert chair.refused(command, proof=proof) == (ShownChanged(),)
    chair.do(command, proof=chair.proof(command, COLLEAGUE))
    for again in (ReadLabel(label=label(chair, 2)), ReportRateSet(rate_ml_h=told_rate(chair, 5))):
        chair.do(again)
        assert BagChangeItem.DOUBLE_CHECKED in missing_of(chair)
        chair.wait(MINUTE)
        chair.do(command)


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-S10-2")
def test_a_second_person_reads_blind_too() -> None:
    chair, command = bag_read()
    wrong = DoubleCheckBag(reading=bag_reading(chair, 2, 5, bag=3))
    assert chair.refused(wrong, proof=chair.proof(wrong, COLLEAGUE)) == (BagReadingDiffers(fields=("bag",)),)
    chair, command = plan_read()
    other = VerifyPlan(reading=reading(chair, drug="cisplatin"))
    assert chair.refused(other, proof=chair.proof(other, COLLEAGUE)) == (
        PlanReadingDiffers(fields=("drug",)),
    )
    chair.do(command, proof=chair.proof(command, COLLEAGUE))


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
    assert refused.missing == (SetupItem.ORDER, SetupItem.BASELINE)


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
