"""What the end of the drug and of the session changes."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.ending import (
    BagReportedEmpty,
    LineFlushed,
    ObservationStarted,
    SessionEnded,
    StopCalled,
)
from desens_gui.domain.events.every import EndingEvent
from desens_gui.domain.evolve.following import FactOutOfPlace, Following, changed
from desens_gui.domain.session import Session
from desens_gui.domain.stage import Ended, Flushing, Observing, Stopping


def after_ending(follow: Following, event: EndingEvent) -> Session:
    session, now_ns = follow.session, follow.now_ns
    match event:
        case BagReportedEmpty():
            return _emptied(follow, event)
        case LineFlushed():
            return _flushed(follow, event)
        case ObservationStarted():
            return changed(session, stage=Observing(since_ns=_drug_over_ns(follow), ending=event.ending))
        case StopCalled():
            return changed(
                session,
                stage=Stopping(ending=event.ending, called_ns=now_ns, transfer=event.transfer),
            )
        case SessionEnded():
            return changed(
                session, stage=Ended(ending=event.ending, at_ns=now_ns), ending=event.ending, alarms=()
            )
        case _:
            assert_never(event)


def _drug_over_ns(follow: Following) -> int:
    """When the last drug went in: the pump was stopped, or the line flushed by hand after that."""
    session = follow.session
    stopped_ns = session.pump.since_ns if session.pump is not None else follow.now_ns
    flushed_ns = session.stage.flushed_ns if isinstance(session.stage, Flushing) else None
    return stopped_ns if flushed_ns is None else max(stopped_ns, flushed_ns)


def _emptied(follow: Following, event: BagReportedEmpty) -> Session:
    """The bag is the truth: all it held is out of it, what fills the line is still to come (SAFETY S12)."""
    session, at_ns = follow.session, follow.place_at_pump(event.at)
    drawn = follow.plan.bag(event.bag).volume - follow.policy.line_volume
    ledger = session.ledger.settled(event.bag, drawn, at_ns)
    return changed(session, stage=Flushing(since_ns=at_ns), emptied=True, ledger=ledger)


def _flushed(follow: Following, event: LineFlushed) -> Session:
    """What filled the line is in the patient now, as much of it as was flushed; after it no drug runs."""
    session, at_ns = follow.session, follow.place(event.at)
    if not isinstance(session.stage, Flushing):
        raise FactOutOfPlace("the line was flushed before the bag was empty")
    stage = Flushing(since_ns=session.stage.since_ns, flushed=True, flushed_ns=at_ns)
    bag = follow.plan.last_step.bag
    line = follow.policy.line_volume
    given = follow.plan.bag(bag).volume - line + min(line, event.volume_ml)
    settled = session.ledger.settled(bag, given, at_ns).stopped(at_ns)
    return changed(session, stage=stage, ledger=settled)
