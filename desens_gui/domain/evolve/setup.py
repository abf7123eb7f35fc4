"""What set-up facts change."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import SetupEvent
from desens_gui.domain.events.setup import (
    OrderRecorded,
    PatientIdentified,
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
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.plan.table import table_of
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.session import OrderSeen, Session, Staff


class PlanNotItsOwn(ValueError):
    """A recorded plan's table does not follow from its recorded inputs: the file was altered or is newer."""


def after_setup(follow: Following, event: SetupEvent) -> Session:
    session = follow.session
    match event:
        case PolicySet():
            return changed(session, policy=event.policy)
        case StaffIdentified():
            others = tuple(member for member in session.staff if member.id != event.id)
            return changed(session, staff=(*others, Staff(event.id, event.name, event.role)))
        case SecondPersonUnavailable():
            return changed(session, second_person_reason=event.reason)
        case PatientIdentified():
            return changed(session, patient=event.patient, plan_read_ns=None, plan_verified=False)
        case PlanSet():
            return _planned_anew(session, planned(event))
        case PlanRead():
            return changed(session, plan_read_ns=follow.now_ns)
        case PlanVerified():
            return changed(session, plan_verified=True)
        case OrderRecorded():
            return changed(session, orders=(*session.orders, OrderSeen(event.order, follow.now_ns)))
        case SessionOpened() | SessionStarted():
            return session
        case _:
            assert_never(event)


def _planned_anew(session: Session, plan: Plan) -> Session:
    """Another plan is read anew, and needs an order of its own."""
    kept = session.orders
    if session.plan is not None:
        kept = tuple(seen for seen in kept if seen.order.purpose is not OrderFor.DESENSITIZE)
    return changed(session, plan=plan, plan_read_ns=None, plan_verified=False, orders=kept)


def planned(event: PlanSet) -> Plan:
    """The plan worked out again from the recorded inputs; PlanNotItsOwn if the recorded table is another."""
    plan = resolve(event.inputs)
    if not isinstance(plan, Plan) or table_of(plan) != event.table:
        raise PlanNotItsOwn(event.inputs.protocol.id)
    return plan
