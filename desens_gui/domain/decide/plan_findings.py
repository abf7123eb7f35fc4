"""Accepting what is red about the plan: the allergist by name, with a reason (SAFETY S2)."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.setup import AcceptPlanFindings
from desens_gui.domain.decide.asking import Asking, order_problem, text_problem
from desens_gui.domain.events.setup import OrderRecorded, PlanFindingsAccepted
from desens_gui.domain.plan.finding_codes import finding_at
from desens_gui.domain.plan_findings import open_findings
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.refusals.general import NotNow
from desens_gui.domain.refusals.setup import NoRedFinding
from desens_gui.domain.stage import SettingUp


def accept_plan_findings(ask: Asking, command: AcceptPlanFindings) -> Decision:
    """An order that is co-signed like any other when it was given by telephone."""
    session = ask.session
    if not isinstance(session.stage, SettingUp):
        return refuse(NotNow(command="accept_plan_findings", stage="started"))
    plan, found = session.plan, open_findings(session)
    if plan is None or not found:
        return refuse(NoRedFinding())
    if problem := order_problem(ask, command.order, OrderFor.ACCEPT_PLAN):
        return refuse(problem)
    if missing := text_problem("reason", command.reason):
        return refuse(missing)
    accepted = PlanFindingsAccepted(
        revision=plan.inputs.revision,
        findings=tuple(finding_at(each) for each in found),
        by=command.order.by,
        reason=command.reason,
    )
    return accept(OrderRecorded(order=command.order), accepted)
