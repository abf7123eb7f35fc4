"""What a person reports of the pump: running, stopped; and what starts or ends with it."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.decide.asking import Asking
from desens_gui.domain.decide.bag import bag_change_problem
from desens_gui.domain.decide.resume import resume_problems
from desens_gui.domain.events.ending import ObservationStarted
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.pump import PumpReportedRunning, PumpReportedStopped
from desens_gui.domain.events.step import PauseCalled, PauseReason, StepStarted
from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import Rate
from desens_gui.domain.refusals.general import NotNow
from desens_gui.domain.refusals.pump import PumpAlreadyStopped, PumpRateDiffers
from desens_gui.domain.session import Session
from desens_gui.domain.stage import (
    ChangingBag,
    Flushing,
    GoingUp,
    Resuming,
    Stage,
    Stepping,
    Stopping,
)


def report_pump_running(ask: Asking, command: ReportPumpRunning) -> Decision:
    """Starts the step that was told, in its bag; the rate must be the one told (SAFETY S1, S3, S4)."""
    match ask.session.stage:
        case ChangingBag() as change:
            if problem := bag_change_problem(ask, change):
                return refuse(problem)
            return _start_step(ask, command, change.to_step, _stopped_since(ask.session))
        case GoingUp(to_step=step, commanded_ns=since):
            return _start_step(ask, command, step, since)
        case Resuming(step=step, from_start=True, commanded_ns=since):
            return _start_step(ask, command, step, since)
        case Resuming(step=step, commanded_ns=since):
            return _run_on(ask, command, step, since)
        case Flushing() if not ask.session.pump_runs:
            if problems := resume_problems(ask, None):
                return refuse(*problems)
            return _run_on(ask, command, _last_step(ask.session), _stopped_since(ask.session))
        case stage:
            return refuse(NotNow(command="report_pump_running", stage=_name(stage)))


def _start_step(ask: Asking, command: ReportPumpRunning, number: int, earliest_ns: int) -> Decision:
    problem = _running_problem(ask, command, number, earliest_ns)
    if problem is not None:
        return problem
    at, bag = ask.moment(command.at), _bag(ask.session, number)
    return accept(
        PumpReportedRunning(rate_ml_h=command.rate_ml_h, bag=bag, at=at),
        StepStarted(step=number, bag=bag, rate_ml_h=command.rate_ml_h, at=at),
    )


def _run_on(ask: Asking, command: ReportPumpRunning, number: int, earliest_ns: int) -> Decision:
    problem = _running_problem(ask, command, number, earliest_ns)
    if problem is not None:
        return problem
    running = PumpReportedRunning(
        rate_ml_h=command.rate_ml_h, bag=_bag(ask.session, number), at=ask.moment(command.at)
    )
    return accept(running)


def _running_problem(
    ask: Asking, command: ReportPumpRunning, number: int, earliest_ns: int
) -> Decision | None:
    if problem := ask.outside("pump running", command.at, earliest_ns):
        return refuse(problem)
    told = _told_rate(ask.session, number)
    if command.rate_ml_h != told:
        return refuse(PumpRateDiffers(told=told, typed=command.rate_ml_h))
    return None


def report_pump_stopped(ask: Asking, command: ReportPumpStopped) -> Decision:
    """Never refused but for an impossible time; what it leads to depends on why the pump was to stop."""
    session = ask.session
    pump = session.pump
    if pump is None:
        return refuse(NotNow(command="report_pump_stopped", stage=_name(session.stage)))
    if not pump.running:
        return refuse(PumpAlreadyStopped(since=ask.utc_of(pump.since_ns)))
    if problem := ask.outside("pump stopped", command.at, pump.since_ns):
        return refuse(problem)
    return accept(*_around_stop(session, ask.moment(command.at)))


def _around_stop(session: Session, at: Utc) -> tuple[Event, ...]:
    stopped = PumpReportedStopped(at=at)
    if isinstance(session.stage, Stepping | GoingUp):
        return (PauseCalled(reason=PauseReason.FOUND_STOPPED), stopped)
    return (stopped, *drug_over(session.stage))


def drug_over(stage: Stage) -> tuple[Event, ...]:
    """What follows in this stage once the pump stands still: the observation, where no drug is to come."""
    match stage:
        case Stopping(ending=ending):
            return (ObservationStarted(ending=ending),)
        case Flushing(flushed=True):
            return (ObservationStarted(ending=None),)
        case _:
            return ()


def _stopped_since(session: Session) -> int:
    return session.pump.since_ns if session.pump is not None else 0


def _bag(session: Session, number: int) -> int:
    assert session.plan is not None
    return session.plan.step(number).bag


def _told_rate(session: Session, number: int) -> Rate:
    assert session.plan is not None
    return session.plan.step(number).rate


def _last_step(session: Session) -> int:
    assert session.plan is not None
    return session.plan.last_step.number


def _name(stage: object) -> str:
    return type(stage).__struct_config__.tag  # type: ignore[attr-defined, no-any-return]
