"""Pausing and resuming (SAFETY S6): stopping is free, going on is checked."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.step import Pause, Resume
from desens_gui.domain.decide.asking import Asking, order_problem, ordered, policy_of, text_problem
from desens_gui.domain.events.check import CheckPurpose
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.setup import OrderRecorded
from desens_gui.domain.events.step import PauseCalled, PauseReason, ResumeCommanded
from desens_gui.domain.prescribing import OrderFor, Prescription
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.check import CheckMissing
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotNow
from desens_gui.domain.refusals.pump import PumpNotStopped
from desens_gui.domain.stage import GoingUp, Paused, Resuming, Stepping
from desens_gui.domain.standing import against


def pause(ask: Asking, command: Pause) -> Decision:
    words = command.words.strip()
    if words and (problem := text_problem("pause reason", words)):
        return refuse(problem)
    if not isinstance(ask.session.stage, Stepping | GoingUp | Resuming):
        return refuse(NotNow(command="pause", stage="stopped"))
    return accept(PauseCalled(reason=command.reason, words=words))


def resume(ask: Asking, command: Resume) -> Decision:
    """The same step goes on; after a long pause only on an order, and the step begins again."""
    session = ask.session
    if not isinstance(session.stage, Paused) or session.plan is None or session.step is None:
        return refuse(NotNow(command="resume", stage="step"))
    if session.pump_runs:
        return refuse(PumpNotStopped())
    if problems := resume_problems(ask, command.order):
        return refuse(*problems)
    number = session.step.number
    told = ResumeCommanded(
        step=number, rate_ml_h=session.plan.step(number).rate, from_start=paused_too_long(ask)
    )
    taken: tuple[Event, ...] = () if command.order is None else (OrderRecorded(order=command.order),)
    return accept(*taken, told)


def resume_problems(ask: Asking, order: Prescription | None) -> tuple[AnyRefusal, ...]:
    """No fresh, clear check since the pump stopped; or too long a pause without an order."""
    session, policy = ask.session, policy_of(ask.session)
    assert session.pump is not None
    problems: list[AnyRefusal] = []
    purpose = OrderFor.RESUME_AFTER_LONG_PAUSE
    needed = paused_too_long(ask) and not ordered(session, purpose, session.pump.since_ns)
    if needed and (problem := order_problem(ask, order, purpose)):
        problems.append(problem)
    check = session.check
    if check is None or check.used or check.purpose is not CheckPurpose.RESUME:
        problems.append(CheckMissing())
    else:
        problems.extend(against(session, policy, check, ask.now_ns, session.pump.since_ns))
    return tuple(problems)


def paused_too_long(ask: Asking) -> bool:
    """By the longest the pump may have stood still: nobody may know since when, after an absence."""
    stage, pump = ask.session.stage, ask.session.pump
    assert pump is not None
    since_ns = pump.since_ns
    if isinstance(stage, Paused) and stage.reason is PauseReason.FOUND_STOPPED:
        since_ns = min(since_ns, stage.called_ns)
    return Duration.ns(ask.now_ns - since_ns) > policy_of(ask.session).pause_needs_order
