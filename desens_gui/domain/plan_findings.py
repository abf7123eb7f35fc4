"""What is red or yellow about the plan of a session, and which red findings nobody accepted (SAFETY S2)."""

from __future__ import annotations

from functools import lru_cache

from desens_gui.domain.plan.finding import Circumstances, HeldAgainst, InfusionFinding, Level
from desens_gui.domain.plan.infusion_rules import infusion_findings
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.vein import Line
from desens_gui.domain.policy import Policy
from desens_gui.domain.quantities import Number
from desens_gui.domain.session import Session


def line_of(policy: Policy) -> Line:
    """Between bag and vein, by the policy: each bag's own set is primed with that bag."""
    return Line(connection=policy.connection, volume=policy.line_volume)


def circumstances(policy: Policy, held: HeldAgainst) -> Circumstances:
    return Circumstances(
        tolerance_percent=Number(policy.dose_tolerance.value),
        line=line_of(policy),
        pump=held.pump,
        labelled=held.labelled,
    )


@lru_cache(maxsize=8)
def found(plan: Plan, around: Circumstances) -> tuple[InfusionFinding, ...]:
    """Kept by value, and both are frozen: set-up asks at every key, many times."""
    return infusion_findings(plan, around)


def plan_findings(session: Session) -> tuple[InfusionFinding, ...]:
    """Of the plan that is set; none while plan or policy are missing."""
    if session.plan is None or session.policy is None:
        return ()
    return found(session.plan, circumstances(session.policy, session.held))


def open_findings(session: Session) -> tuple[InfusionFinding, ...]:
    """The red ones that the allergist has not accepted by name."""
    if session.findings_accepted:
        return ()
    return tuple(each for each in plan_findings(session) if each.level is Level.RED)
