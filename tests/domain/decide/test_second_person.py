"""The independent double check by another person, with PIN or badge."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportRateSet,
)
from desens_gui.domain.commands.setup import (
    IdentifyPatient,
    SetPlan,
    VerifyPlan,
)
from desens_gui.domain.events.people import IdentityProved
from desens_gui.domain.events.pump import BagDoubleChecked
from desens_gui.domain.events.setup import PlanVerified
from desens_gui.domain.proof import Means
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.refusals.general import NotForRole, NotIdentified, TimeInFuture
from desens_gui.domain.refusals.people import (
    ProofExpired,
    ProofUsed,
    SamePerson,
    ShownChanged,
)
from desens_gui.domain.refusals.pump import BagChangeItem, BagReadingDiffers
from desens_gui.domain.refusals.setup import PlanReadingDiffers, SetupItem
from tests.courses import bag_reading, label, reading, told_rate
from tests.domain.decide.reading_twice import (
    BOTH,
    PHARMACIST,
    Read,
    bag_read,
    missing_of,
    plan_read,
    starts_not,
)
from tests.driving import (
    ALLERGIST,
    COLLEAGUE,
    MINUTE,
    NURSE,
    inputs,
    patient,
)


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
