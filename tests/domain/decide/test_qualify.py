"""Who qualifies: hard stops, risks that a physician accepts, the checklist (SAFETY S14)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from desens_gui.domain.commands.qualify import (
    AcceptRisks,
    AnswerSevere,
    Qualify,
    RecordHistory,
)
from desens_gui.domain.commands.setup import IdentifyPatient, IdentifyStaff, SetPlan, StartSession
from desens_gui.domain.events.qualify import RisksAccepted
from desens_gui.domain.events.setup import OrderRecorded
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.protocol.about import ReactionType
from desens_gui.domain.qualifying import (
    Asthma,
    HistoryStrength,
    Known,
    Pregnancy,
    Risk,
    Severe,
)
from desens_gui.domain.quantities import Number
from desens_gui.domain.recorded import Role
from desens_gui.domain.refusals.general import OrderNeeded, TextMissing
from desens_gui.domain.refusals.qualify import (
    HardStop,
    NoRiskStands,
    ReactionNotForProtocol,
    RisksNotAccepted,
    SevereDelayed,
    SevereNotAnswered,
)
from desens_gui.domain.refusals.setup import SetupIncomplete, SetupItem
from desens_gui.domain.risks import hard_stops, risks_open, risks_standing
from desens_gui.domain.risks import test_first as asks_for_a_test
from tests.courses import opened, set_up
from tests.driving import inputs, order, patient
from tests.qualified import ABOUT_PATIENT, history, qualification, severe

ACCEPT = AcceptRisks(order=order(OrderFor.ACCEPT_RISKS), reason="held for two days")


@pytest.mark.hazard("H-17")
@pytest.mark.requirement("R-S14-1")
@pytest.mark.parametrize("what", Severe)
def test_a_severe_reaction_ever_refuses_to_start(what: Severe) -> None:
    chair = set_up()
    chair.do(AnswerSevere(answers=severe(**{what.value: Known.YES})))
    assert chair.refused(StartSession()) == (HardStop(had=(what,)),)
    assert chair.refused(ACCEPT) == (NoRiskStands(),)  # nobody's word helps


@pytest.mark.hazard("H-17")
@pytest.mark.requirement("R-S14-1")
def test_a_hard_stop_is_said_before_what_is_missing() -> None:
    chair = set_up()
    chair.do(SetPlan(inputs=inputs()))
    chair.do(AnswerSevere(answers=severe(dress=Known.YES, organ=Known.YES)))
    assert chair.refused(StartSession()) == (
        HardStop(had=(Severe.DRESS, Severe.ORGAN)),
        SetupIncomplete(missing=(SetupItem.PLAN_VERIFIED, SetupItem.ORDER)),
    )


@pytest.mark.requirement("R-S14-1")
@pytest.mark.parametrize(
    ("reaction", "refused"),
    [
        (ReactionType.IMMEDIATE, False),
        (ReactionType.INFUSION_CYTOKINE, False),
        (ReactionType.BENIGN_DELAYED_RASH, True),
        (ReactionType.AERD, True),
        (ReactionType.SIDE_EFFECT, True),
    ],
)
def test_a_protocol_is_for_its_own_reactions(reaction: ReactionType, refused: bool) -> None:
    chair = set_up()
    chair.do(Qualify(qualification=qualification(reaction=reaction)))
    fits = (ReactionType.IMMEDIATE, ReactionType.INFUSION_CYTOKINE)
    found = hard_stops(chair.session)
    if not refused:
        assert found == ()
        chair.do(StartSession())
        return
    assert chair.refused(StartSession()) == found
    assert found == (ReactionNotForProtocol(reaction=reaction, protocol="3-bag 12-step", fits=fits),)


@pytest.mark.requirement("R-S14-1")
def test_a_severe_delayed_reaction_is_a_hard_stop_by_its_type() -> None:
    chair = set_up()
    chair.do(Qualify(qualification=qualification(reaction=ReactionType.SEVERE_DELAYED)))
    assert chair.refused(StartSession()) == (SevereDelayed(),)


def test_before_a_plan_no_protocol_speaks_against_a_reaction() -> None:
    chair = opened()
    chair.do(IdentifyStaff(id="ml", name="Mara Lindt", role=Role.NURSE))
    chair.do(Qualify(qualification=qualification(reaction=ReactionType.AERD)))
    assert hard_stops(chair.session) == ()


RISKY: tuple[tuple[dict[str, Any], Risk], ...] = (
    ({"beta_blocker": Known.YES}, Risk.BETA_BLOCKER),
    ({"beta_blocker": Known.NOT_KNOWN}, Risk.BETA_BLOCKER),
    ({"ace_inhibitor": Known.YES}, Risk.ACE_INHIBITOR),
    ({"asthma": Asthma.UNCONTROLLED}, Risk.ASTHMA),
    ({"asthma": Asthma.NOT_KNOWN}, Risk.ASTHMA),
    ({"fev1_percent": Number.of("79.9")}, Risk.FEV1),
    ({"heart_unstable": Known.NOT_KNOWN}, Risk.HEART),
    ({"pregnancy": Pregnancy.YES}, Risk.PREGNANCY),
    ({"pregnancy": Pregnancy.NOT_KNOWN}, Risk.PREGNANCY),
    ({"life_threatening": Known.YES}, Risk.LIFE_THREATENING),
)


@pytest.mark.hazard("H-17")
@pytest.mark.requirement("R-S14-2")
@pytest.mark.parametrize(("changes", "risk"), RISKY)
def test_a_risk_needs_a_named_physicians_order_and_reason(changes: dict[str, Any], risk: Risk) -> None:
    chair = set_up()
    chair.do(RecordHistory(history=history(**changes)))
    assert chair.refused(StartSession()) == (RisksNotAccepted(risks=(risk,)),)
    wrong = AcceptRisks(order=order(OrderFor.DESENSITIZE), reason="x")
    assert chair.refused(wrong) == (OrderNeeded(purpose=OrderFor.ACCEPT_RISKS),)
    bare = AcceptRisks(order=order(OrderFor.ACCEPT_RISKS), reason=" ")
    assert chair.refused(bare) == (TextMissing(field="reason"),)
    ordered, accepted = chair.do(ACCEPT)
    assert isinstance(ordered, OrderRecorded)
    assert accepted == RisksAccepted(risks=(risk,), by="Dr Haas", reason="held for two days")
    chair.do(StartSession())


@pytest.mark.requirement("R-S14-2")
@pytest.mark.parametrize(
    "changes",
    [
        {"asthma": Asthma.CONTROLLED, "fev1_percent": Number.of("80")},
        {"pregnancy": Pregnancy.NOT_POSSIBLE},
        {"fev1_percent": None},
    ],
)
def test_at_the_limit_nothing_has_to_be_accepted(changes: dict[str, Any]) -> None:
    chair = set_up()
    chair.do(RecordHistory(history=history(**changes)))
    chair.do(StartSession())


@pytest.mark.requirement("R-S14-2")
def test_what_nobody_knows_is_accepted_or_refused_like_a_risk() -> None:
    chair = set_up()
    chair.do(AnswerSevere(answers=severe(dress=Known.NOT_KNOWN)))
    chair.do(Qualify(qualification=qualification(reaction=ReactionType.UNKNOWN)))
    assert risks_standing(chair.session) == (Risk.SEVERE_NOT_KNOWN, Risk.REACTION_UNKNOWN)
    chair.do(ACCEPT)
    assert risks_open(chair.session) == ()
    chair.do(StartSession())


@pytest.mark.requirement("R-S14-2")
@pytest.mark.parametrize("again", ABOUT_PATIENT[:1] + ABOUT_PATIENT[2:])
def test_another_answer_has_to_be_accepted_anew(again: Any) -> None:
    chair = set_up()
    chair.do(RecordHistory(history=history(ace_inhibitor=Known.YES)))
    chair.do(ACCEPT)
    chair.do(again)
    assert chair.refused(StartSession()) == (RisksNotAccepted(risks=(Risk.ACE_INHIBITOR,)),)


@pytest.mark.requirement("R-S14-1")
def test_another_patient_or_drug_is_asked_anew() -> None:
    chair = set_up()
    chair.do(IdentifyPatient(patient=patient(identifier="00482914")))
    session = chair.session
    assert (session.severe, session.history, session.qualification, session.premedicated) == (
        (),
        None,
        None,
        False,
    )
    chair = set_up()
    chair.do(SetPlan(inputs=inputs(dose="300 mg")))
    assert chair.session.severe
    chair.do(SetPlan(inputs=msgspec.structs.replace(inputs(), drug="CISplatin")))
    assert (chair.session.severe, chair.session.qualification) == ((), None)
    assert chair.session.history is not None


def test_every_severe_reaction_is_answered_once() -> None:
    chair = set_up()
    some = severe()[1:]
    assert chair.refused(AnswerSevere(answers=some)) == (SevereNotAnswered(missing=(Severe.SJS_TEN,)),)
    twice = (*severe(), severe()[0])
    assert chair.refused(AnswerSevere(answers=twice)) == (SevereNotAnswered(missing=(Severe.SJS_TEN,)),)


@pytest.mark.requirement("R-S14-3")
@pytest.mark.parametrize("field", ["evidence", "decided_by", "alternatives", "benefit"])
def test_who_decided_on_what_evidence_is_said(field: str) -> None:
    refused = set_up().refused(Qualify(qualification=qualification(**{field: " "})))
    assert refused == (TextMissing(field=field.replace("_", " ")),)


@pytest.mark.requirement("R-S14-3")
@pytest.mark.parametrize(
    ("changes", "proposed"),
    [
        ({}, False),
        ({"strength": HistoryStrength.OLD}, True),
        ({"strength": HistoryStrength.BENIGN}, True),
        ({"strength": HistoryStrength.DOUBTFUL}, True),
        ({"reaction": ReactionType.UNKNOWN}, True),
    ],
)
def test_a_doubtful_history_proposes_testing_and_decides_nothing(
    changes: dict[str, Any], proposed: bool
) -> None:
    chair = set_up()
    chair.do(Qualify(qualification=qualification(**changes)))
    assert asks_for_a_test(chair.session) is proposed
    assert not asks_for_a_test(opened().session)
    if "strength" in changes:
        chair.do(StartSession())
