"""Starting: hard stops first, then what is missing, then what a physician must accept."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.setup import StartSession
from desens_gui.domain.decide.asking import Asking, ordered, policy_of
from desens_gui.domain.decide.lacking import MINIMUM, lacking
from desens_gui.domain.events.pump import BagChangeBegun
from desens_gui.domain.events.qualify import StartedWithout
from desens_gui.domain.events.setup import SessionStarted
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan_findings import open_findings
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotNow
from desens_gui.domain.refusals.qualify import RisksNotAccepted
from desens_gui.domain.refusals.setup import (
    BaselineTooOld,
    PlanFindingsOpen,
    ProtocolNotApproved,
    SetupIncomplete,
    SetupItem,
)
from desens_gui.domain.risks import hard_stops, risks_open
from desens_gui.domain.session import Session
from desens_gui.domain.stage import SettingUp
from desens_gui.domain.standing import against

ASKED = (
    SetupItem.POLICY,
    SetupItem.STAFF,
    SetupItem.SECOND_PERSON,
    SetupItem.PATIENT,
    SetupItem.PLAN,
    SetupItem.FINDINGS,
    SetupItem.PLAN_VERIFIED,
    SetupItem.ORDER,
    SetupItem.BASELINE,
)
"""Of the rest, what was answered is held against the start; risks are refused by their own names."""


def start_session(ask: Asking, _command: StartSession) -> Decision:
    """An emergency starts with the minimum and leaves the rest outstanding; hard stops refuse it, too."""
    session = ask.session
    if not isinstance(session.stage, SettingUp):
        return refuse(NotNow(command="start_session", stage="started"))
    needed = MINIMUM if session.emergency else ASKED
    missing = lacking(session, needed)
    never: tuple[AnyRefusal, ...] = hard_stops(session)
    if never or missing:
        incomplete = (SetupIncomplete(missing=missing),) if missing else ()
        return refuse(*never, *incomplete, *_findings(session))
    plan = session.plan
    assert plan is not None
    if problems := _not_approved(plan) or (*_risks(session), *_of_baseline(ask)):
        return refuse(*problems)
    begun = BagChangeBegun(from_bag=None, to_bag=plan.step(1).bag, to_step=1)
    skipped = lacking(session)
    if session.emergency and skipped:
        return accept(SessionStarted(), StartedWithout(skipped=skipped), begun)
    return accept(SessionStarted(), begun)


def _findings(session: Session) -> tuple[AnyRefusal, ...]:
    """Each red finding about the plan by its own sentence."""
    found = open_findings(session)
    return (PlanFindingsOpen(findings=found),) if found else ()


def _not_approved(plan: Plan) -> tuple[AnyRefusal, ...]:
    protocol = plan.inputs.protocol
    if protocol.status == "verified":
        return ()
    return (ProtocolNotApproved(protocol=protocol.id, status=protocol.status),)


def _risks(session: Session) -> tuple[AnyRefusal, ...]:
    """In an emergency the physician who declared it answers for them; they stay outstanding."""
    risks = () if session.emergency else risks_open(session)
    return (RisksNotAccepted(risks=risks),) if risks else ()


def _of_baseline(ask: Asking) -> tuple[AnyRefusal, ...]:
    """Only an emergency comes this far without one."""
    return () if ask.session.baseline is None else baseline_problems(ask)


def baseline_problems(ask: Asking) -> tuple[AnyRefusal, ...]:
    """Too old, incomplete, or with a finding: refused, or accepted by a named prescriber."""
    session, policy = ask.session, policy_of(ask.session)
    check = session.baseline
    assert check is not None
    if ordered(session, OrderFor.ACCEPT_BASELINE, check.recorded_ns):
        return ()
    age = Duration.ns(ask.now_ns - min(check.measured_ns.values(), default=check.recorded_ns))
    if age > policy.baseline_max_age:
        return (BaselineTooOld(age=age, limit=policy.baseline_max_age),)
    return against(session, policy, check, check.recorded_ns, 0, baseline=True)
