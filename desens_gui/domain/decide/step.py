"""Going up and staying. Going up is impossible without a valid check (SAFETY S8)."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.step import Escalate, StayOnStep
from desens_gui.domain.decide.asking import Asking, order_problem, policy_of
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.pump import BagChangeBegun
from desens_gui.domain.events.setup import OrderRecorded
from desens_gui.domain.events.step import EscalationCommanded, StayDecided, SymptomsAskedAgain
from desens_gui.domain.policy import Policy
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.check import CheckAlreadyUsed, CheckMissing
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotNow
from desens_gui.domain.refusals.step import (
    NoNextStep,
    StepNotFinished,
    SymptomsNotAskedAgain,
)
from desens_gui.domain.risks import hard_stops
from desens_gui.domain.schedule import current_check
from desens_gui.domain.session import Session
from desens_gui.domain.stage import GoingUp, Paused, Stepping
from desens_gui.domain.standing import against


def escalate(ask: Asking, command: Escalate) -> Decision:
    session = ask.session
    if not isinstance(session.stage, Stepping) or session.plan is None or session.step is None:
        return refuse(NotNow(command="escalate", stage="stopped"))
    early = command.order is not None
    if early and (problem := order_problem(ask, command.order, OrderFor.GO_UP_EARLY)):
        return refuse(problem)
    reasons = reasons_to_stay(session, policy_of(session), ask.now_ns, early=early, none_new=command.none_new)
    if reasons:
        return refuse(*reasons)
    number, plan = session.step.number, session.plan
    to_step = plan.step(number + 1)
    before: list[Event] = []
    if command.order is not None:
        before.append(OrderRecorded(order=command.order))
    if command.none_new:
        before.append(SymptomsAskedAgain())
    if plan.begins_bag(to_step.number):
        told: Event = BagChangeBegun(
            from_bag=plan.step(number).bag, to_bag=to_step.bag, to_step=to_step.number
        )
    else:
        told = EscalationCommanded(to_step=to_step.number, rate_ml_h=to_step.rate)
    return accept(*before, told)


def reasons_to_stay(
    session: Session, policy: Policy, at_ns: int, *, early: bool = False, none_new: bool = False
) -> tuple[AnyRefusal, ...]:
    """Everything that speaks against going up at this moment; empty when the way is clear.

    early: a prescriber ordered to go up before the step's minutes are over. none_new: symptoms were asked
    again at this very moment.
    """
    assert session.plan is not None
    assert session.step is not None
    if session.on_last_step:
        return (NoNextStep(last=session.plan.last_step.number),)
    reasons: list[AnyRefusal] = [*hard_stops(session)]
    step = session.plan.step(session.step.number)
    left = step.duration - Duration.ns(session.step.elapsed_ns(at_ns))
    if left > Duration(0) and not early:
        reasons.append(StepNotFinished(step=step.number, left=left))
    check = current_check(session)
    if check is None:
        used = session.check is not None and session.check.used and session.check.step == step.number
        reasons.append(CheckAlreadyUsed() if used else CheckMissing())
        return tuple(reasons)
    standing = against(session, policy, check, at_ns, session.fresh_from_ns)
    reasons.extend(standing)
    if not standing and not none_new and not _asked_just_now(session, policy, at_ns):
        reasons.append(SymptomsNotAskedAgain(limit=policy.symptoms_again))
    return tuple(reasons)


def _asked_just_now(session: Session, policy: Policy, at_ns: int) -> bool:
    asked = session.symptoms_asked_ns
    return asked is not None and at_ns - asked <= policy.symptoms_again.whole_ns


def stay_on_step(ask: Asking, _command: StayOnStep) -> Decision:
    """Stay at this rate; also takes back an increase or a pause that was not carried out at the pump."""
    session = ask.session
    still_running = isinstance(session.stage, Paused) and session.pump_runs
    if session.step is None or not (still_running or isinstance(session.stage, Stepping | GoingUp)):
        return refuse(NotNow(command="stay_on_step", stage="stopped"))
    return accept(StayDecided(step=session.step.number))
