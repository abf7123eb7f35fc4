"""Own orders, co-signatures and signatures: a name stands only for what its bearer did, saw or ordered."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.ending import EndSession
from desens_gui.domain.commands.people import CoSign, SignSession
from desens_gui.domain.commands.setup import IdentifyStaff, RecordOrder
from desens_gui.domain.decide.signing import stands
from desens_gui.domain.digests import NOT_TREATMENT, treatment_after
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.people import CoSigned, IdentityProved, Meaning, SessionSigned
from desens_gui.domain.prescribing import OrderFor, OrderTaken
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.refusals.general import NotForRole, NotNow, SessionIsOver
from desens_gui.domain.refusals.people import (
    AlreadySigned,
    CoSignOfAnother,
    NothingToCoSign,
    NotPerformedYet,
    OrderNotOwn,
    OrderToOneself,
    ProofMissing,
    ProofOfAnother,
    ProofUsed,
    SamePerson,
    ShownChanged,
)
from desens_gui.domain.signing import CoSignFor, Treatment
from tests.courses import HOUR, at_step, first_bag, observing, set_up
from tests.driving import ALLERGIST, COLLEAGUE, NURSE, Chair, order

PHARMACIST = Actor("ph", Role.PHARMACIST)
co_signs = pytest.mark.requirement("R-S10-3")
signs = pytest.mark.requirement("R-S10-4")


def with_people(make: Callable[[], Chair]) -> Chair:
    """The usual people and, beside them, a colleague and a pharmacist."""
    chair = make().copy()
    chair.do(IdentifyStaff(id="ta", name="T. Adler", role=Role.NURSE))
    chair.do(IdentifyStaff(id="ph", name="E. Soto", role=Role.PHARMACIST))
    return chair


def waiting(chair: Chair, what: CoSignFor) -> int:
    return next(each.seq for each in chair.session.unsigned if each.what is what)


def signed(chair: Chair, meaning: Meaning, person: Actor) -> SessionSigned:
    command = SignSession(meaning=meaning)
    fact = chair.do(command, person, chair.proof(command, person))[-1]
    assert isinstance(fact, SessionSigned)
    return fact


@co_signs
def test_an_order_by_telephone_waits_for_who_gave_it() -> None:
    chair = with_people(first_bag)
    command = CoSign(of=waiting(chair, CoSignFor.ORDER))
    for person in (NURSE, COLLEAGUE):
        proof = chair.proof(command, person)
        assert chair.refused(command, person, proof) == (CoSignOfAnother(by="Dr Haas"),)
    chair.do(IdentifyStaff(id="x", name="Dr Haas", role=Role.NURSE))  # the name alone prescribes nothing
    other = Actor("x", Role.NURSE)
    assert chair.refused(command, other, chair.proof(command, other)) == (CoSignOfAnother(by="Dr Haas"),)
    proved, fact = chair.do(command, ALLERGIST, chair.proof(command, ALLERGIST))
    assert isinstance(proved, IdentityProved)
    assert isinstance(fact, CoSigned)
    assert (fact.of, fact.name) == (command.of, "Dr Haas")
    assert [each.what for each in chair.session.unsigned] == [CoSignFor.PLAN]
    assert chair.refused(command, ALLERGIST) == (NothingToCoSign(of=command.of),)


@co_signs
def test_what_one_did_alone_another_co_signs() -> None:
    chair = with_people(first_bag)
    command = CoSign(of=waiting(chair, CoSignFor.PLAN))
    assert chair.refused(command, NURSE, chair.proof(command, NURSE)) == (SamePerson(person="ml"),)
    chair.do(command, PHARMACIST, chair.proof(command, PHARMACIST))
    assert [each.what for each in chair.session.unsigned] == [CoSignFor.ORDER]


@co_signs
def test_nobody_co_signs_in_anothers_name_or_without_showing_who_they_are() -> None:
    chair = with_people(first_bag)
    command = CoSign(of=waiting(chair, CoSignFor.PLAN))
    assert chair.refused(command, COLLEAGUE) == (ProofMissing(),)
    proof = chair.proof(command, PHARMACIST)
    assert chair.refused(command, COLLEAGUE, proof) == (ProofOfAnother(person="ph"),)
    as_allergist = msgspec.structs.replace(chair.proof(command, COLLEAGUE), role=Role.ALLERGIST)
    assert chair.refused(command, COLLEAGUE, as_allergist) == (ProofOfAnother(person="ta"),)
    for_order = chair.proof(CoSign(of=waiting(chair, CoSignFor.ORDER)), COLLEAGUE)
    assert chair.refused(command, COLLEAGUE, for_order) == (ShownChanged(),)
    assert chair.refused(CoSign(of=1), COLLEAGUE) == (NothingToCoSign(of=1),)


@co_signs
def test_after_the_end_nothing_is_added_to_the_file() -> None:
    chair = with_people(observing)
    command = CoSign(of=waiting(chair, CoSignFor.PLAN))
    proof = chair.proof(command, COLLEAGUE)
    chair.wait(HOUR)
    chair.check()
    chair.do(EndSession(ending=Ending.COMPLETED))
    assert chair.refused(command, COLLEAGUE, proof) == (SessionIsOver(),)
    assert chair.session.unsigned


# ---- orders


@co_signs
def test_a_prescriber_who_is_signed_in_gives_the_order_as_themself() -> None:
    chair = set_up()
    own = msgspec.structs.replace(
        order(OrderFor.ACCEPT_BASELINE, read_back=False), taken=OrderTaken.OWN, by="dr  HAAS"
    )
    before = chair.session.unsigned
    chair.do(RecordOrder(order=own), ALLERGIST)
    assert chair.session.unsigned == before
    assert chair.refused(RecordOrder(order=own), NURSE) == (OrderNotOwn(by="dr  HAAS"),)
    another = msgspec.structs.replace(own, by="Dr Meier")
    assert chair.refused(RecordOrder(order=another), ALLERGIST) == (OrderNotOwn(by="Dr Meier"),)
    nurses = msgspec.structs.replace(own, by="Mara Lindt")
    assert chair.refused(RecordOrder(order=nurses), NURSE) == (OrderNotOwn(by="Mara Lindt"),)


@co_signs
@pytest.mark.parametrize("taken", [OrderTaken.TELEPHONE, OrderTaken.IN_PERSON])
def test_nobody_takes_an_order_from_themself(taken: OrderTaken) -> None:
    chair = set_up()
    for person, name in ((ALLERGIST, "Dr Haas"), (NURSE, "mara lindt")):
        told = msgspec.structs.replace(order(OrderFor.ACCEPT_BASELINE, name), taken=taken)
        assert chair.refused(RecordOrder(order=told), person) == (OrderToOneself(by=name),)


# ---- signatures


@signs
def test_performed_verified_reviewed() -> None:
    chair = with_people(observing)
    facts = chair.session.treatment.facts
    signed(chair, Meaning.PERFORMED, NURSE)
    signed(chair, Meaning.VERIFIED, COLLEAGUE)
    fact = signed(chair, Meaning.REVIEWED, ALLERGIST)
    assert (fact.name, fact.facts, fact.digest) == ("Dr Haas", facts, chair.session.treatment.digest)
    seen = chair.session.signatures
    assert [(each.meaning, each.name, each.role) for each in seen] == [
        (Meaning.PERFORMED, "Mara Lindt", Role.NURSE),
        (Meaning.VERIFIED, "T. Adler", Role.NURSE),
        (Meaning.REVIEWED, "Dr Haas", Role.ALLERGIST),
    ]
    assert all(stands(chair.session, each) for each in seen)
    chair.wait(HOUR)
    chair.tick()  # what the program asks for is no treatment
    assert all(stands(chair.session, each) for each in chair.session.signatures)


@signs
def test_what_is_recorded_after_a_signature_shows_and_can_be_signed_again() -> None:
    chair = with_people(observing)
    signed(chair, Meaning.PERFORMED, NURSE)
    again = SignSession(meaning=Meaning.PERFORMED)
    assert chair.refused(again, NURSE) == (AlreadySigned(meaning=Meaning.PERFORMED),)
    proof = chair.proof(SignSession(meaning=Meaning.VERIFIED), COLLEAGUE)
    chair.do(RecordNote(text="late: the patient was cold", at=chair.ago(600)))
    (before,) = chair.session.signatures
    assert not stands(chair.session, before)
    verified = SignSession(meaning=Meaning.VERIFIED)
    assert chair.refused(verified, COLLEAGUE, proof) == (NotPerformedYet(meaning=Meaning.VERIFIED),)
    signed(chair, Meaning.PERFORMED, NURSE)
    assert chair.refused(verified, COLLEAGUE, proof) == (ShownChanged(),)
    signed(chair, Meaning.VERIFIED, COLLEAGUE)


@signs
def test_who_performed_does_not_verify_and_nobody_reviews_what_was_not_performed() -> None:
    chair = with_people(observing)
    for meaning, person in ((Meaning.VERIFIED, COLLEAGUE), (Meaning.REVIEWED, ALLERGIST)):
        assert chair.refused(SignSession(meaning=meaning), person) == (NotPerformedYet(meaning=meaning),)
    signed(chair, Meaning.PERFORMED, NURSE)
    assert chair.refused(SignSession(meaning=Meaning.VERIFIED), NURSE) == (SamePerson(person="ml"),)
    assert chair.refused(SignSession(meaning=Meaning.VERIFIED), COLLEAGUE) == (ProofMissing(),)
    assert chair.refused(SignSession(meaning=Meaning.REVIEWED), COLLEAGUE) == (
        NotForRole(command="sign_reviewed", role=Role.NURSE),
    )


@signs
def test_a_proof_signs_once() -> None:
    chair = with_people(observing)
    command = SignSession(meaning=Meaning.PERFORMED)
    proof = chair.proof(command, ALLERGIST)
    chair.do(command, ALLERGIST, proof)
    reviewed = SignSession(meaning=Meaning.REVIEWED)
    assert chair.refused(reviewed, ALLERGIST, proof) == (ProofUsed(),)


@signs
@pytest.mark.parametrize("make", [set_up, lambda: at_step(3)], ids=["set-up", "running"])
def test_the_session_is_signed_when_the_drug_is_over(make: Callable[[], Chair]) -> None:
    chair = make()
    refused = chair.refused(SignSession(meaning=Meaning.PERFORMED), NURSE)
    assert refused == (NotNow(command="sign_session", stage="step"),)


@signs
def test_every_fact_of_the_treatment_is_bound_in_its_place() -> None:
    records = at_step(2).records
    treatment = [fact for fact in records if not isinstance(fact.event, NOT_TREATMENT)]

    def digest(facts: list[object]) -> Treatment:
        found = Treatment()
        for fact in facts:
            found = treatment_after(found, fact)  # type: ignore[arg-type]
        return found

    whole = digest(list(records))
    assert whole.facts == len(treatment)
    last = treatment[-1]
    other = msgspec.structs.replace(last, actor=COLLEAGUE)
    for changed in (treatment[:-1], [*treatment[:-2], last], [*treatment[:-1], other]):
        assert digest(list(changed)).digest != whole.digest
