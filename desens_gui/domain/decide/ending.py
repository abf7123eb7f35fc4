"""Bag empty, flush, stopping today, closing the session (SAFETY S5, S12)."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, ReportFlushed, StopToday
from desens_gui.domain.decide.asking import NAME_LIMIT, Asking, away_problem, policy_of, text_problem
from desens_gui.domain.events.ending import (
    BagReportedEmpty,
    Ending,
    LineFlushed,
    ObservationStarted,
    SessionEnded,
    StopCalled,
)
from desens_gui.domain.ledger import given
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.refusals.ending import (
    CompletedIsNotAStop,
    EmptyNeedsReason,
    EndIncomplete,
    EndingDiffers,
    EndItem,
    FlushTooSmall,
    ObservationNotOver,
    TransferMissing,
)
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotNow
from desens_gui.domain.refusals.pump import BagNotTheLast
from desens_gui.domain.schedule import observation_over_ns
from desens_gui.domain.session import Session
from desens_gui.domain.stage import Flushing, Observing, Reacting, Stepping, Stopping

AT_ONCE = frozenset({Ending.TRANSFERRED, Ending.DIED, Ending.EVACUATED})
"""Endings that close the session without an observation here."""


def report_bag_empty(ask: Asking, command: ReportBagEmpty) -> Decision:
    session = ask.session
    if not isinstance(session.stage, Stepping) or session.plan is None or session.pump is None:
        return refuse(NotNow(command="report_bag_empty", stage="stopped"))
    policy = policy_of(session)
    bag = session.plan.last_step.bag
    if not session.on_last_step:
        return refuse(BagNotTheLast(bag=bag))
    if problem := ask.outside("bag empty", command.at, session.pump.since_ns):
        return refuse(problem)
    reason = command.reason.strip()
    if reason and (unfit := text_problem("reason", reason)):
        return refuse(unfit)
    pumped = session.ledger.of_bag(bag, ask.moment_ns(command.at))
    expected = session.plan.bag(bag).volume - policy.line_volume
    off = abs(pumped.value - expected.value)
    if off * 100 > policy.empty_tolerance.value * expected.value and not reason:
        return refuse(
            EmptyNeedsReason(pumped=pumped, expected=expected, tolerance_percent=policy.empty_tolerance.text)
        )
    return accept(BagReportedEmpty(bag=bag, at=ask.moment(command.at), reason=reason))


def report_flushed(ask: Asking, command: ReportFlushed) -> Decision:
    stage = ask.session.stage
    if not isinstance(stage, Flushing) or stage.flushed:
        return refuse(NotNow(command="report_flushed", stage="step"))
    policy = policy_of(ask.session)
    if problem := ask.outside("line flushed", command.at, stage.since_ns):
        return refuse(problem)
    if command.volume_ml < policy.flush:
        return refuse(FlushTooSmall(told=command.volume_ml, needed=policy.flush))
    flushed = LineFlushed(volume_ml=command.volume_ml, at=ask.moment(command.at))
    if ask.session.pump_runs:
        return accept(flushed)
    return accept(flushed, ObservationStarted(ending=None))


def stop_today(ask: Asking, command: StopToday) -> Decision:
    """Always open. The pump counts as running until it is reported stopped."""
    if command.ending is Ending.COMPLETED:
        return refuse(CompletedIsNotAStop())
    words = command.words.strip()
    if words and (problem := text_problem("words", words)):
        return refuse(problem)
    if incomplete := _transfer_problem(command):
        return refuse(incomplete)
    called = StopCalled(ending=command.ending, words=words, transfer=command.transfer)
    if ask.session.pump_runs:
        return accept(called)
    return accept(called, ObservationStarted(ending=command.ending))


def _transfer_problem(command: StopToday) -> AnyRefusal | None:
    """A transfer says where, to whom, and what the line holds; nothing else carries one (SAFETY S5)."""
    transfer = command.transfer
    if (command.ending is Ending.TRANSFERRED) != (transfer is not None):
        return TransferMissing()
    if transfer is None:
        return None
    said = (("where", transfer.where), ("to whom", transfer.to_whom), ("line content", transfer.line_content))
    return next((problem for field, text in said if (problem := text_problem(field, text))), None)


def end_session(ask: Asking, command: EndSession) -> Decision:
    session = ask.session
    if command.cut_short_by and (problem := text_problem("name", command.cut_short_by, NAME_LIMIT)):
        return refuse(problem)
    match session.stage:
        case Stopping(ending=called) if called in AT_ONCE:
            return _close(ask, command, called)
        case Observing(ending=called):
            return _close(ask, command, called or Ending.COMPLETED)
        case Reacting() | Stopping() as stage:
            reaction = (EndItem.NO_OPEN_REACTION,) if isinstance(stage, Reacting) else ()
            running = (EndItem.PUMP_STOPPED,) if session.pump_runs else ()
            return refuse(EndIncomplete(ending=command.ending, missing=(*running, *reaction)))
        case _:
            return refuse(EndIncomplete(ending=command.ending, missing=end_missing(session, ask.now_ns)))


def _close(ask: Asking, command: EndSession, called: Ending) -> Decision:
    session = ask.session
    if command.ending is not called:
        return refuse(EndingDiffers(called=called, told=command.ending))
    if problem := away_problem(ask):
        return refuse(problem)
    dose = given(session.ledger, session.plan, ask.now_ns).settled() if session.plan is not None else None
    if called is Ending.COMPLETED and (missing := end_missing(session, ask.now_ns)):
        return refuse(EndIncomplete(ending=called, missing=missing, given=dose))
    left = observation_left(session, ask.now_ns)
    if called not in AT_ONCE and left > Duration(0) and not command.cut_short_by:
        return refuse(ObservationNotOver(left=left))
    ended = SessionEnded(
        ending=called,
        given=dose,
        tolerance=called is Ending.COMPLETED,
        observation_cut_short_by=command.cut_short_by if left > Duration(0) else "",
    )
    return accept(ended)


def observation_left(session: Session, at_ns: int) -> Duration:
    over = observation_over_ns(session, policy_of(session)) if session.policy is not None else None
    return Duration.ns(max(0, over - at_ns)) if over is not None else Duration(0)


def end_missing(session: Session, at_ns: int) -> tuple[EndItem, ...]:
    """What "completed" still needs: the whole dose, no reaction, the pump off, the end check."""
    flushed = isinstance(session.stage, Observing) or (
        isinstance(session.stage, Flushing) and session.stage.flushed
    )
    done = {
        EndItem.BAG_EMPTY: session.emptied,
        EndItem.FLUSHED: session.emptied and flushed,
        EndItem.PUMP_STOPPED: not session.pump_runs,
        EndItem.END_CHECK: session.end_check,
        EndItem.FULL_TARGET: full_target(session, at_ns),
        EndItem.NO_OPEN_REACTION: session.reactions == 0,
    }
    return tuple(item for item in EndItem if not done[item])


def full_target(session: Session, at_ns: int) -> bool:
    """Within the policy's tolerance below the target (SAFETY S12)."""
    if session.plan is None or session.policy is None:
        return False
    share = 1 - session.policy.dose_tolerance.value / 100
    return _amount(session, at_ns) >= session.plan.target.times(share)


def _amount(session: Session, at_ns: int) -> Amount:
    assert session.plan is not None
    return given(session.ledger, session.plan, at_ns)
