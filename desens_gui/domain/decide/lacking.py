"""What of the set-up is not there yet."""

from __future__ import annotations

from desens_gui.domain.decide.asking import ordered
from desens_gui.domain.plan_findings import open_findings
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.refusals.setup import SetupItem
from desens_gui.domain.risks import risks_open
from desens_gui.domain.session import Session

MINIMUM = (
    SetupItem.POLICY,
    SetupItem.STAFF,
    SetupItem.PATIENT,
    SetupItem.PLAN,
    SetupItem.FINDINGS,
    SetupItem.SEVERE,
)
"""Without these no emergency starts either: who, what, by which protocol and plan, and the hard stops."""


def lacking(session: Session, needed: tuple[SetupItem, ...] = tuple(SetupItem)) -> tuple[SetupItem, ...]:
    """Those of the needed items that are not there, in their order."""
    policy = session.policy
    asked = policy.checklist if policy is not None else ()
    answered = {answer.item for answer in session.ready}
    there = {
        SetupItem.POLICY: policy is not None,
        SetupItem.STAFF: bool(session.staff),
        SetupItem.SECOND_PERSON: session.plan_verified or session.second_person_reason is not None,
        SetupItem.PATIENT: session.patient is not None,
        SetupItem.PLAN: session.plan is not None,
        SetupItem.FINDINGS: not open_findings(session),
        SetupItem.PLAN_VERIFIED: session.plan_verified,
        SetupItem.ORDER: ordered(session, OrderFor.DESENSITIZE, 0),
        SetupItem.BASELINE: session.baseline is not None,
        SetupItem.SEVERE: bool(session.severe),
        SetupItem.HISTORY: session.history is not None,
        SetupItem.QUALIFICATION: session.qualification is not None,
        SetupItem.RISKS: not risks_open(session),
        SetupItem.READY: answered.issuperset(asked),
        SetupItem.PREMEDICATION: session.premedicated,
    }
    return tuple(item for item in needed if not there[item])


def left_open(session: Session) -> tuple[SetupItem, ...]:
    """What an emergency start skipped and nobody answered since; a baseline cannot be made up for."""
    return lacking(session, session.skipped)
