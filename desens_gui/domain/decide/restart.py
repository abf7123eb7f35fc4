"""Opening the session, and going on honestly after the program was away (DESIGN 6, SAFETY S23)."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.decide.asking import Asking, order_problem
from desens_gui.domain.decide.pump import drug_over
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed, PumpMeanwhile
from desens_gui.domain.events.setup import OrderRecorded, SessionOpened
from desens_gui.domain.instants import US, Instant, Utc
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Rate, Volume
from desens_gui.domain.refusals.check import ValueOutOfRange
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotNow, TextMissing
from desens_gui.domain.refusals.pump import PumpAlreadyStopped, PumpRateDiffers
from desens_gui.domain.session import Away


def open_session(command: OpenSession) -> Decision:
    return accept(
        SessionOpened(
            session_id=command.session_id,
            schema_digest=command.schema_digest,
            program=command.program,
            zone=command.zone,
            simulated=command.simulated,
        )
    )


def resume_program(ask: Asking, command: ResumeProgram) -> Decision:
    return accept(resumed(ask, command.last_seen, command.program))


def resumed(ask: Asking, last: Instant, program: str) -> ProgramResumed:
    """How long the program was away: by the boot clock, or by wall time when the machine is another start."""
    same_boot = last.boot_id == ask.stamp.boot_id
    if same_boot:
        away_ms = max(0, ask.stamp.boot_ns - last.boot_ns) // (US * 1000)
    else:
        away_ms = max(0, ask.stamp.utc_us - last.utc_us) // 1000
    return ProgramResumed(
        last_seen=Utc(ask.stamp.utc_us - away_ms * 1000),
        away_ms=away_ms,
        same_boot=same_boot,
        program=program,
    )


def answer_away(ask: Asking, command: AnswerAway) -> Decision:
    away = ask.session.away
    if away is None:
        return refuse(NotNow(command="answer_away", stage="step"))
    if problems := _problems(ask, away, command):
        return refuse(*problems)
    answered = AwayAnswered(
        meanwhile=command.meanwhile,
        running=command.running,
        rate_ml_h=command.rate_ml_h,
        at=command.at,
        keep_open_ml_h=command.keep_open_ml_h,
        total_ml=command.total_ml,
    )
    taken: tuple[Event, ...] = () if command.order is None else (OrderRecorded(order=command.order),)
    over = () if command.running or away.ended_ns is not None else drug_over(ask.session.stage)
    return accept(*taken, answered, *over)


def _problems(ask: Asking, away: Away, command: AnswerAway) -> list[AnyRefusal]:
    problems: list[AnyRefusal] = []
    needs_time = command.meanwhile in (PumpMeanwhile.STOPPED_AT, PumpMeanwhile.KEEP_OPEN)
    if needs_time and command.at is None:
        problems.append(TextMissing(field="time"))
    if command.meanwhile is PumpMeanwhile.KEEP_OPEN and command.keep_open_ml_h is None:
        problems.append(TextMissing(field="keep-open rate"))
    if problem := ask.outside("time", command.at, away.from_ns):
        problems.append(problem)
    unknown = command.meanwhile is PumpMeanwhile.NOT_SURE and command.total_ml is None
    if unknown and command.running:
        order = order_problem(ask, command.order, OrderFor.GO_ON_AFTER_AWAY)
        problems.extend((order,) if order is not None else ())
    problems.extend(_number_problems(ask, away, command))
    if command.running and away.ended_ns is not None:
        problems.append(PumpAlreadyStopped(since=ask.utc_of(away.ended_ns)))
    elif command.running and command.rate_ml_h is None:
        problems.append(TextMissing(field="pump rate"))
    elif command.running and command.rate_ml_h is not None and command.rate_ml_h != away.flow.rate:
        problems.append(PumpRateDiffers(told=away.flow.rate, typed=command.rate_ml_h))
    return problems


def _number_problems(ask: Asking, away: Away, command: AnswerAway) -> Iterator[AnyRefusal]:
    """No bag gave more than it holds, and a keep-open rate is at most the rate of the step."""
    assert ask.session.plan is not None
    held, rate = ask.session.plan.bag(away.flow.bag).volume, away.flow.rate
    total, keep_open = command.total_ml, command.keep_open_ml_h
    if total is not None and not Volume(0) <= total <= held:
        yield ValueOutOfRange(field="pump total", value=total.text, least="0", most=held.text, unit="mL")
    if keep_open is not None and not Rate(0) <= keep_open <= rate:
        yield ValueOutOfRange(
            field="keep-open rate", value=keep_open.text, least="0", most=rate.text, unit="mL/h"
        )
