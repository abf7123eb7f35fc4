"""What calling a reaction changes, and taking it back."""

from __future__ import annotations

from typing import Any, assert_never

from msgspec.structs import replace

from desens_gui.domain.episode import Episode, Found
from desens_gui.domain.events.check import CheckPurpose
from desens_gui.domain.events.every import ReactionEvent
from desens_gui.domain.events.reaction import (
    OnsetRecorded,
    PatternJudged,
    ReactionCalled,
    ReactionEnteredInError,
    ReactionGraded,
)
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.evolve.following import FactOutOfPlace, Following, changed
from desens_gui.domain.session import Session
from desens_gui.domain.stage import (
    Calm,
    Ended,
    GoingUp,
    Observing,
    Paused,
    Reacting,
    Resuming,
    Stepping,
)


def after_reaction(follow: Following, event: ReactionEvent) -> Session:
    session = follow.session
    match event:
        case ReactionCalled():
            if isinstance(session.stage, Reacting):
                raise FactOutOfPlace("a reaction was open already")
            reacting = Reacting(
                called_ns=follow.now_ns, before=session.stage, pump_stopped=not session.pump_runs
            )
            return changed(
                session,
                stage=reacting,
                reactions=session.reactions + 1,
                episodes=(*session.episodes, _called(follow)),
            )
        case ReactionEnteredInError():
            return changed(
                session,
                stage=_back(session),
                reactions=max(0, session.reactions - 1),
                episodes=session.episodes[:-1],
                fresh_from_ns=follow.now_ns,
            )
        case OnsetRecorded(at=at):
            return _in_episode(session, onset_ns=follow.place(at))
        case PatternJudged(pattern=pattern):
            return _in_episode(session, pattern=pattern)
        case ReactionGraded():
            episode = session.episode
            return _in_episode(session, grades=(*(episode.grades if episode else ()), event))
        case _:
            assert_never(event)


def _called(follow: Following) -> Episode:
    """What the running check had found comes with it: it counts where the onset is set back before it."""
    session, check = follow.session, follow.session.check
    before = (
        ()
        if check is None or check.purpose is CheckPurpose.BASELINE
        else (
            Found(
                vitals=check.vitals,
                symptoms=check.symptoms,
                measured_ns=check.measured_ns,
                asked_ns=check.asked_ns,
            ),
        )
    )
    over = isinstance(session.stage, Observing | Ended)
    return Episode(called_ns=follow.now_ns, on_drug=not over, found=before)


def _in_episode(session: Session, **fields: Any) -> Session:
    episode = session.episode
    if episode is None:
        raise FactOutOfPlace("no reaction was called")
    return changed(session, episodes=(*session.episodes[:-1], replace(episode, **fields)))


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
