"""What reported pump states and bag-change facts change: the dose ledger, the minutes, the stage."""

from __future__ import annotations

from typing import assert_never

import msgspec

from desens_gui.domain.digests import bag_digest
from desens_gui.domain.events.every import PumpEvent
from desens_gui.domain.events.pump import (
    BagChangeBegun,
    BagDoubleChecked,
    IvSite,
    IvSiteSeen,
    LabelRead,
    PumpReportedRunning,
    PumpReportedStopped,
    RateSetReported,
    SetConnected,
)
from desens_gui.domain.evolve.following import Following, changed
from desens_gui.domain.evolve.people import waiting
from desens_gui.domain.ledger import NOTHING, Flow
from desens_gui.domain.policy import EndOfVolume
from desens_gui.domain.quantities import Rate, Volume
from desens_gui.domain.session import Away, PumpSeen, Session
from desens_gui.domain.signing import CoSignFor
from desens_gui.domain.stage import ChangingBag, Reacting, Resuming, Stepping


def after_pump(follow: Following, event: PumpEvent) -> Session:
    session = follow.session
    match event:
        case PumpReportedRunning():
            return _running(follow, event)
        case PumpReportedStopped():
            return _stopped(follow, event)
        case BagChangeBegun():
            change = ChangingBag(
                from_bag=event.from_bag,
                to_bag=event.to_bag,
                to_step=event.to_step,
                begun_ns=follow.now_ns,
            )
            return changed(session, stage=change, check=used(session))
        case RateSetReported():
            return _read_anew(session, rate=event.rate_ml_h)
        case LabelRead():
            return _read_anew(session, label_ns=follow.now_ns, label=event.label, label_by=follow.actor.id)
        case SetConnected():
            return _in_change(session, connected=True)
        case BagDoubleChecked():
            return _double_checked(follow)
        case IvSiteSeen():
            seen = changed(session, iv_site=event.site, iv_site_ns=follow.now_ns)
            return _in_change(seen, iv_site_seen=event.site is not IvSite.NOT_WELL)
        case _:
            assert_never(event)


def used(session: Session) -> object:
    """The check, marked as having unlocked its one increase."""
    return None if session.check is None else msgspec.structs.replace(session.check, used=True)


def _read_anew(session: Session, **fields: object) -> Session:
    """A rate or a label that was read again is read a second time again, too."""
    return _in_change(session, double_checked=False, **fields)


def _double_checked(follow: Following) -> Session:
    session = follow.session
    if not isinstance(session.stage, ChangingBag):
        return session
    digest = bag_digest(session, session.stage)
    unsigned = waiting(follow, CoSignFor.BAG, digest, session.stage.label_by)
    return changed(_in_change(session, double_checked=True), unsigned=unsigned)


def _in_change(session: Session, **fields: object) -> Session:
    if not isinstance(session.stage, ChangingBag):
        return session
    return changed(session, stage=msgspec.structs.replace(session.stage, **fields))


def _running(follow: Following, event: PumpReportedRunning) -> Session:
    """The step's minutes go on from here; StepStarted, where it follows, begins them anew."""
    session, at_ns = follow.session, follow.place_at_pump(event.at)
    number = _step_now(session)
    limit, after = set_volume(session, number, event.bag)
    flow = Flow(step=number, bag=event.bag, rate=event.rate_ml_h, since_ns=at_ns, limit=limit, after=after)
    pump = PumpSeen(running=True, since_ns=at_ns, rate=event.rate_ml_h, bag=event.bag)
    step = session.step.going_on(at_ns) if session.step is not None else None
    stage = Stepping() if isinstance(session.stage, Resuming) else session.stage
    return changed(
        session,
        pump=pump,
        ledger=session.ledger.started(flow),
        step=step,
        stage=stage,
        fresh_from_ns=at_ns,
        symptoms_asked_ns=None,
    )


def _step_now(session: Session) -> int:
    """The step that this run of the pump belongs to."""
    target = getattr(session.stage, "to_step", None)
    if isinstance(target, int):
        return target
    return session.step.number if session.step is not None else 1


def set_volume(session: Session, number: int, bag: int) -> tuple[Volume | None, Rate]:
    """What the pump was set to deliver, and what it does after (SAFETY S4); None: it runs on."""
    plan, policy = session.plan, session.policy
    if plan is None or policy is None or policy.end_of_volume is EndOfVolume.CONTINUE:
        return None, Rate(0)
    poured = [entry.volume for entry in session.ledger.poured if (entry.step, entry.bag) == (number, bag)]
    left = plan.step(number).volume - sum(poured, NOTHING)
    after = policy.keep_open if policy.end_of_volume is EndOfVolume.KEEP_OPEN else Rate(0)
    return (left, after) if left > NOTHING else (None, after)


def _stopped(follow: Following, event: PumpReportedStopped) -> Session:
    session, at_ns = follow.session, follow.place_at_pump(event.at)
    stage = session.stage
    if isinstance(stage, Reacting):
        stage = msgspec.structs.replace(stage, pump_stopped=True)
    return changed(
        session,
        pump=pump_stopped(session, at_ns),
        ledger=session.ledger.stopped(at_ns),
        step=session.step.held(at_ns) if session.step is not None else None,
        stage=stage,
        away=_ended(session.away, at_ns),
    )


def pump_stopped(session: Session, at_ns: int) -> PumpSeen:
    before = session.pump
    return PumpSeen(
        running=False,
        since_ns=at_ns,
        rate=before.rate if before is not None else None,
        bag=before.bag if before is not None else None,
    )


def _ended(away: Away | None, at_ns: int) -> Away | None:
    return None if away is None else msgspec.structs.replace(away, ended_ns=at_ns)
