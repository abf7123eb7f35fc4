"""What calling a reaction changes, and taking it back."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import ReactionEvent
from desens_gui.domain.events.reaction import ReactionCalled, ReactionEnteredInError
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.evolve.following import FactOutOfPlace, Following, changed
from desens_gui.domain.session import Session
from desens_gui.domain.stage import Calm, GoingUp, Paused, Reacting, Resuming, Stepping


def after_reaction(follow: Following, event: ReactionEvent) -> Session:
    session = follow.session
    match event:
        case ReactionCalled():
            if isinstance(session.stage, Reacting):
                raise FactOutOfPlace("a reaction was open already")
            reacting = Reacting(
                called_ns=follow.now_ns, before=session.stage, pump_stopped=not session.pump_runs
            )
            return changed(session, stage=reacting, reactions=session.reactions + 1)
        case ReactionEnteredInError():
            return changed(
                session,
                stage=_back(session),
                reactions=max(0, session.reactions - 1),
                fresh_from_ns=follow.now_ns,
            )
        case _:
            assert_never(event)


def _back(session: Session) -> Calm:
    """Where the session goes on: without a gap if the pump never stopped, else paused (SAFETY S1)."""
    stage = session.stage
    if not isinstance(stage, Reacting):
        raise FactOutOfPlace("no reaction was open")
    if not isinstance(stage.before, Stepping | GoingUp | Resuming):
        return stage.before
    if session.pump_runs:
        return Stepping()
    return Paused(reason=PauseReason.OTHER, called_ns=stage.called_ns)
