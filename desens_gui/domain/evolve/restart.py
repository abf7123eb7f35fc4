"""What an absence of the program changes, once a person has said what the pump did."""

from __future__ import annotations

from typing import assert_never

import msgspec

from desens_gui.domain.events.every import RestartEvent
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed, PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.evolve.following import FactOutOfPlace, Following, changed
from desens_gui.domain.evolve.pump import pump_stopped, set_volume
from desens_gui.domain.ledger import NOTHING, Flow, Ledger, Poured
from desens_gui.domain.quantities import Duration, Rate
from desens_gui.domain.session import Away, PumpSeen, Session
from desens_gui.domain.stage import GoingUp, Paused, Reacting, Stage, Stepping


def after_restart(follow: Following, event: RestartEvent) -> Session:
    session = follow.session
    match event:
        case ProgramResumed():
            return changed(session, away=_away(follow, event))
        case AwayAnswered():
            return _answered(follow, event)
        case _:
            assert_never(event)


def _away(follow: Following, event: ProgramResumed) -> Away | None:
    """An absence that somebody has to account for: none while the pump stands still."""
    session, now_ns = follow.session, follow.now_ns
    if session.away is not None:
        return msgspec.structs.replace(session.away, to_ns=now_ns)
    if session.ledger.flow is None or session.step is None:
        return None
    from_ns = min(follow.place(event.last_seen), now_ns)
    return Away(from_ns=from_ns, to_ns=now_ns, flow=session.ledger.flow, run=session.step)


def _answered(follow: Following, event: AwayAnswered) -> Session:
    session, now_ns = follow.session, follow.now_ns
    away = session.away
    if away is None:
        raise FactOutOfPlace("no absence was to be answered")
    ended_ns = now_ns if away.ended_ns is None else away.ended_ns
    until_ns = _ran_until(follow, event, away, ended_ns)
    ledger = _corrected(session.ledger.stopped(now_ns), event, away, until_ns, ended_ns)
    if event.total_ml is not None:
        ledger = ledger.settled(away.flow.bag, event.total_ml, now_ns)
    step = msgspec.structs.replace(away.run, ran_ns=away.run.elapsed_ns(until_ns), running_since_ns=None)
    if not event.running:
        stopped_ns = until_ns if event.meanwhile is PumpMeanwhile.STOPPED_AT else ended_ns
        return changed(
            session,
            away=None,
            ledger=ledger,
            step=step,
            pump=pump_stopped(session, stopped_ns),
            stage=_standing_still(session.stage, until_ns),
        )
    rate = event.rate_ml_h or away.flow.rate
    number, bag = away.flow.step, away.flow.bag
    limit, after = set_volume(changed(session, ledger=ledger), number, bag)
    flow = Flow(step=number, bag=bag, rate=rate, since_ns=now_ns, limit=limit, after=after)
    kept = event.meanwhile is PumpMeanwhile.RAN
    pump = PumpSeen(running=True, since_ns=now_ns, rate=rate, bag=flow.bag)
    return changed(
        session,
        away=None,
        ledger=ledger.started(flow),
        step=step.going_on(now_ns),
        pump=session.pump if kept else pump,
        fresh_from_ns=session.fresh_from_ns if kept else now_ns,
    )


def _ran_until(follow: Following, event: AwayAnswered, away: Away, ended_ns: int) -> int:
    """Up to when the pump is known to have run at the step's rate."""
    match event.meanwhile:
        case PumpMeanwhile.RAN:
            return ended_ns
        case PumpMeanwhile.STOPPED_AT | PumpMeanwhile.KEEP_OPEN:
            at_ns = follow.place(event.at) if event.at is not None else away.from_ns
            return min(max(at_ns, away.from_ns), ended_ns)
        case PumpMeanwhile.NOT_SURE:
            return min(away.from_ns, ended_ns)
        case _:
            assert_never(event.meanwhile)


def _corrected(ledger: Ledger, event: AwayAnswered, away: Away, until_ns: int, ended_ns: int) -> Ledger:
    """The closed flow counted up to ended_ns; it ran up to until_ns, then perhaps at the keep-open rate."""
    flow, extra = away.flow, NOTHING
    if event.meanwhile is PumpMeanwhile.KEEP_OPEN:
        extra = (event.keep_open_ml_h or Rate(0)) * Duration.ns(ended_ns - until_ns)
    less = flow.volume(until_ns) - flow.volume(ended_ns)
    ledger = ledger.poured_more(Poured(flow.step, flow.bag, less + extra))
    if event.meanwhile is PumpMeanwhile.NOT_SURE:
        ledger = ledger.unsure(Poured(flow.step, flow.bag, NOTHING - less))
    return ledger


def _standing_still(stage: Stage, stopped_ns: int) -> Stage:
    """A pump found stopped in a step is a pause, from when it may have stood; else the stage says why."""
    if isinstance(stage, Reacting):
        return msgspec.structs.replace(stage, pump_stopped=True)
    found = isinstance(stage, Paused) and stage.reason is PauseReason.FOUND_STOPPED
    if found or isinstance(stage, Stepping | GoingUp):
        return Paused(reason=PauseReason.FOUND_STOPPED, called_ns=stopped_ns)
    return stage
