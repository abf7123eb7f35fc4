"""What step facts change."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import StepEvent
from desens_gui.domain.events.step import (
    ClockStepped,
    EscalationCommanded,
    PauseCalled,
    ProgramStalled,
    PromptRaised,
    ResumeCommanded,
    StayDecided,
    StepStarted,
    SymptomsAskedAgain,
)
from desens_gui.domain.evolve.following import Following, changed
from desens_gui.domain.evolve.pump import used
from desens_gui.domain.session import Session, StepRun
from desens_gui.domain.stage import GoingUp, Paused, Resuming, Stepping


def after_step(follow: Following, event: StepEvent) -> Session:
    session, now_ns = follow.session, follow.now_ns
    match event:
        case StepStarted():
            return _started(follow, event)
        case EscalationCommanded():
            going_up = GoingUp(to_step=event.to_step, rate=event.rate_ml_h, commanded_ns=now_ns)
            return changed(session, stage=going_up, check=used(session))
        case SymptomsAskedAgain():
            return changed(session, symptoms_asked_ns=now_ns)
        case StayDecided():
            repeat = session.policy.stay_repeat.whole_ns if session.policy is not None else 0
            return changed(session, stage=Stepping(), stay_until_ns=now_ns + repeat)
        case PauseCalled():
            return changed(session, stage=Paused(reason=event.reason, called_ns=now_ns))
        case ResumeCommanded():
            resuming = Resuming(
                step=event.step,
                rate=event.rate_ml_h,
                from_start=event.from_start,
                commanded_ns=now_ns,
            )
            return changed(session, stage=resuming)
        case PromptRaised():
            return changed(session, raised=session.raised | {(event.prompt, event.due_ns)})
        case ProgramStalled() | ClockStepped():
            return session
        case _:
            assert_never(event)


def _started(follow: Following, event: StepStarted) -> Session:
    """The step's minutes and its prompts begin; the bag's time begins with its first step."""
    session, at_ns = follow.session, follow.place_at_pump(event.at)
    first_of_bag = session.plan is not None and session.plan.begins_bag(event.step)
    return changed(
        session,
        stage=Stepping(),
        step=StepRun(number=event.step, started_ns=at_ns, running_since_ns=at_ns),
        bag_since_ns=at_ns if first_of_bag else session.bag_since_ns,
        stay_until_ns=None,
        seen_ns=None,
        watch_ns=None,
        raised=frozenset(),
    )
