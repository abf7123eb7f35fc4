"""What set-up facts change."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.digests import order_digest, plan_digest
from desens_gui.domain.events.every import SetupEvent
from desens_gui.domain.events.setup import (
    OrderRecorded,
    PatientIdentified,
    PlanFindingsAccepted,
    PlanRead,
    PlanSet,
    PlanVerified,
    PolicySet,
    SecondPersonUnavailable,
    SessionOpened,
    SessionStarted,
    StaffIdentified,
)
from desens_gui.domain.evolve.following import Following, changed
from desens_gui.domain.evolve.people import waiting
from desens_gui.domain.evolve.qualify import forgotten
from desens_gui.domain.patient import Patient
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.plan.table import table_of
from desens_gui.domain.prescribing import OrderFor, OrderTaken, Prescription
from desens_gui.domain.session import OrderSeen, Session, Staff
from desens_gui.domain.signing import CoSignFor, Unsigned


class PlanNotItsOwn(ValueError):
    """A recorded plan's table does not follow from its recorded inputs: the file was altered or is newer."""


def after_setup(follow: Following, event: SetupEvent) -> Session:
    session = follow.session
    match event:
        case PolicySet():
            return changed(session, policy=event.policy, findings_accepted=False)
        case StaffIdentified():
            others = tuple(member for member in session.staff if member.id != event.id)
            return changed(session, staff=(*others, Staff(event.id, event.name, event.role)))
        case SecondPersonUnavailable():
            return changed(session, second_person_reason=event.reason)
        case PatientIdentified():
            return changed(_known_anew(session, event.patient), patient=event.patient)
        case PlanSet() | PlanFindingsAccepted() | PlanRead() | PlanVerified():
            return _after_plan(follow, event)
        case OrderRecorded():
            return _ordered(follow, event.order)
        case SessionOpened() | SessionStarted():
            return session
        case _:
            assert_never(event)


def _after_plan(
    follow: Following, event: PlanSet | PlanFindingsAccepted | PlanRead | PlanVerified
) -> Session:
    session = follow.session
    match event:
        case PlanSet():
            return changed(_planned_anew(session, planned(event)), held=event.held)
        case PlanFindingsAccepted():
            return changed(session, findings_accepted=True)
        case PlanRead():
            return changed(session, plan_read_ns=follow.now_ns, plan_read_by=follow.actor.id)
        case PlanVerified():
            digest = plan_digest(session)
            unsigned = waiting(follow, CoSignFor.PLAN, digest, session.plan_read_by)
            return changed(session, plan_verified=True, unsigned=unsigned)
        case _:
            assert_never(event)


def _known_anew(session: Session, patient: Patient) -> Session:
    """Another person is asked everything anew; what was verified is gone in any case."""
    before = session.patient
    other = before is not None and (before.identifier, before.born) != (patient.identifier, patient.born)
    return _unverified(forgotten(session) if other else session)


def _planned_anew(session: Session, plan: Plan) -> Session:
    """Another plan is read anew and ordered anew; about another drug the patient is asked anew."""
    kept, before = session.orders, session.plan
    if before is not None:
        kept = tuple(seen for seen in kept if seen.order.purpose is not OrderFor.DESENSITIZE)
        if before.inputs.drug.casefold() != plan.inputs.drug.casefold():
            session = changed(session, severe=(), qualification=None, accepted=frozenset())
    return changed(_unverified(session), plan=plan, orders=kept)


def _unverified(session: Session) -> Session:
    """Another plan or patient: what was verified or accepted is gone, and nobody signs for it any more."""
    kept = tuple(each for each in session.unsigned if each.what is not CoSignFor.PLAN)
    return changed(
        session,
        plan_read_ns=None,
        plan_read_by="",
        plan_verified=False,
        findings_accepted=False,
        unsigned=kept,
    )


def _ordered(follow: Following, order: Prescription) -> Session:
    """An order by telephone waits for the name of who gave it."""
    session = follow.session
    unsigned = session.unsigned
    if order.taken is OrderTaken.TELEPHONE:
        waits = Unsigned(
            seq=follow.seq,
            what=CoSignFor.ORDER,
            by=order.by,
            digest=order_digest(session, follow.seq, order),
            at_ns=follow.now_ns,
        )
        unsigned = (*unsigned, waits)
    return changed(session, orders=(*session.orders, OrderSeen(order, follow.now_ns)), unsigned=unsigned)


def planned(event: PlanSet) -> Plan:
    """The plan worked out again from the recorded inputs; PlanNotItsOwn if the recorded table is another."""
    plan = resolve(event.inputs)
    if not isinstance(plan, Plan) or table_of(plan) != event.table:
        raise PlanNotItsOwn(event.inputs.protocol.id)
    return plan
