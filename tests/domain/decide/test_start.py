"""Starting: everything that is asked for is there, or an emergency leaves it outstanding."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.check import RecordMedication
from desens_gui.domain.commands.pump import ReportPumpRunning
from desens_gui.domain.commands.qualify import (
    AcceptRisks,
    AnswerReady,
    AnswerSevere,
    DeclareEmergency,
    RecordHistory,
)
from desens_gui.domain.commands.setup import (
    DeclareNoSecondPerson,
    IdentifyPatient,
    IdentifyStaff,
    RecordOrder,
    SetPlan,
    SetPolicy,
    StartSession,
)
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.decide.lacking import MINIMUM, lacking, left_open
from desens_gui.domain.events.pump import BagChangeBegun
from desens_gui.domain.events.qualify import StartedWithout
from desens_gui.domain.events.setup import SessionStarted
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.qualifying import Known, Severe
from desens_gui.domain.quantities import Rate
from desens_gui.domain.recorded import PROGRAM, Role
from desens_gui.domain.refusals.general import NotNow, TextMissing
from desens_gui.domain.refusals.qualify import HardStop
from desens_gui.domain.refusals.setup import ProtocolNotApproved, SetupIncomplete, SetupItem
from tests.courses import first_bag, hang, opened, set_up
from tests.driving import Chair, default_policy, inputs, order, patient
from tests.qualified import ALL_READY, history, severe

EMERGENCY = DeclareEmergency(by="Dr Haas", reason="septic shock")


def minimum(protocol: str = "rdd-3bag-12step") -> Chair:
    """Patient, drug, dose, protocol, hard stops; nothing else."""
    chair = opened()
    chair.do(SetPolicy(policy=default_policy()), PROGRAM)
    chair.do(IdentifyStaff(id="ml", name="Mara Lindt", role=Role.NURSE))
    chair.do(IdentifyPatient(patient=patient()))
    chair.do(SetPlan(inputs=inputs(protocol)))
    chair.do(AnswerSevere(answers=severe()))
    return chair


@pytest.mark.requirement("R-I5-emergency")
def test_an_emergency_starts_with_the_minimum_and_says_what_it_skipped() -> None:
    chair = minimum()
    (reason,) = chair.refused(StartSession())
    assert isinstance(reason, SetupIncomplete)
    chair.do(EMERGENCY)
    started, without, begun = chair.do(StartSession())
    assert (started, begun) == (SessionStarted(), BagChangeBegun(from_bag=None, to_bag=1, to_step=1))
    assert without == StartedWithout(
        skipped=(
            SetupItem.SECOND_PERSON,
            SetupItem.HISTORY,
            SetupItem.QUALIFICATION,
            SetupItem.PLAN_VERIFIED,
            SetupItem.ORDER,
            SetupItem.READY,
            SetupItem.PREMEDICATION,
            SetupItem.BASELINE,
        )
    )
    assert left_open(chair.session) == without.skipped


@pytest.mark.requirement("R-I5-emergency")
@pytest.mark.parametrize("item", [item for item in MINIMUM if item is not SetupItem.FINDINGS])
def test_an_emergency_does_not_start_without_the_minimum(item: SetupItem) -> None:
    whole = minimum()
    chair = Chair(whole.clock)
    of_item = {
        SetupItem.POLICY: "PolicySet",
        SetupItem.STAFF: "StaffIdentified",
        SetupItem.PATIENT: "PatientIdentified",
        SetupItem.PLAN: "PlanSet",
        SetupItem.SEVERE: "SevereAnswered",
    }
    for recorded in whole.records:
        if type(recorded.event).__name__ != of_item[item]:
            chair.record(recorded.event, recorded.actor)
    assert lacking(chair.session, MINIMUM) == (item,)
    if item is SetupItem.STAFF:
        return
    chair.do(EMERGENCY)
    assert chair.refused(StartSession()) == (SetupIncomplete(missing=(item,)),)


@pytest.mark.hazard("H-17")
@pytest.mark.requirement("R-I5-emergency", "R-S14-1")
def test_hard_stops_and_an_unapproved_protocol_stop_an_emergency_too() -> None:
    chair = minimum()
    chair.do(EMERGENCY)
    chair.do(AnswerSevere(answers=severe(dress=Known.YES)))
    assert chair.refused(StartSession()) == (HardStop(had=(Severe.DRESS,)),)
    chair = minimum("rdd-2bag-8step")
    chair.do(EMERGENCY)
    assert chair.refused(StartSession()) == (
        ProtocolNotApproved(protocol="rdd-2bag-8step", status="recalled"),
    )


@pytest.mark.requirement("R-I5-emergency")
def test_what_was_skipped_is_answered_later_and_a_risk_stays_open() -> None:
    chair = minimum()
    chair.do(RecordHistory(history=history(ace_inhibitor=Known.YES)))
    chair.do(EMERGENCY)
    chair.do(StartSession())
    assert SetupItem.RISKS in left_open(chair.session)
    chair.do(AcceptRisks(order=order(OrderFor.ACCEPT_RISKS), reason="sepsis"))
    chair.do(AnswerReady(answers=ALL_READY))
    chair.do(RecordOrder(order=order(OrderFor.DESENSITIZE)))
    assert left_open(chair.session) == (
        SetupItem.SECOND_PERSON,
        SetupItem.QUALIFICATION,
        SetupItem.PLAN_VERIFIED,
        SetupItem.PREMEDICATION,
        SetupItem.BASELINE,
    )


@pytest.mark.requirement("R-I5-emergency")
def test_a_hard_stop_that_is_answered_late_refuses_going_up() -> None:
    chair = minimum()
    chair.do(EMERGENCY)
    chair.do(StartSession())
    chair.do(DeclareNoSecondPerson(reason="night"))
    hang(chair)
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))
    chair.do(AnswerSevere(answers=severe(organ=Known.YES)))
    assert HardStop(had=(Severe.ORGAN,)) in chair.refused(Escalate())


@pytest.mark.requirement("R-I5-emergency")
def test_an_emergency_is_declared_by_name_with_a_reason_before_the_start() -> None:
    chair = minimum()
    assert chair.refused(DeclareEmergency(by=" ", reason="x")) == (TextMissing(field="prescriber"),)
    assert chair.refused(DeclareEmergency(by="Dr Haas", reason="")) == (TextMissing(field="reason"),)
    assert first_bag().refused(EMERGENCY) == (NotNow(command="declare_emergency", stage="started"),)


@pytest.mark.requirement("R-I5-ready")
def test_a_medication_before_the_start_answers_the_premedication() -> None:
    chair = minimum()
    assert SetupItem.PREMEDICATION in lacking(chair.session)
    chair.do(RecordMedication(drug="famotidine", dose="20 mg", route="IV"))
    assert SetupItem.PREMEDICATION not in lacking(chair.session)


def test_a_whole_set_up_skips_nothing() -> None:
    chair = set_up()
    chair.do(EMERGENCY)
    assert StartedWithout not in map(type, chair.do(StartSession()))
    assert left_open(chair.session) == ()
