"""What a session came to, in the values of one short table."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

import msgspec

from desens_gui.course.intervals import StopCause, Stopped
from desens_gui.course.so_far import CourseSoFar
from desens_gui.course.steps import StepCourse, counted_until
from desens_gui.course.timeline import Row
from desens_gui.domain.events.check import CheckRecorded
from desens_gui.domain.events.ending import Ending, LineFlushed, SessionEnded
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.domain.ledger import given, given_at_most
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.session import Session
from desens_gui.domain.stage import Observing, Stage, Stopping


class Tolerance(StrEnum):
    """Only a session that reached the full target without an unresolved reaction gives tolerance (SAFETY S5).

    UNSAID: the patient died, and no line says anything.
    """

    OPEN = "open"
    DESENSITIZED = "desensitized"
    NOT_DESENSITIZED = "not_desensitized"
    UNSAID = "unsaid"


class ReactionSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A reaction that was not entered in error, with what stood when it was called."""

    seq: int
    at_ns: int
    step: int | None
    step_elapsed: Duration
    given: Amount | None


class Observation(msgspec.Struct, frozen=True, kw_only=True):
    """to_ns None: it goes on. cut_short_by: who ended it against advice."""

    from_ns: int
    to_ns: int | None
    cut_short_by: str = ""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Times are session time. percent is of the target. at_most differs from given where nobody was sure.

    highest_step: the highest that was finished without a reaction in it. steps_done counts steps, not runs.
    """

    ending: Ending | None
    tolerance: Tolerance
    ended_ns: int | None
    drug_from_ns: int | None
    drug_to_ns: int | None
    given: Amount | None
    at_most: Amount | None
    target: Amount | None
    percent: Fraction | None
    steps_done: int
    steps_planned: int
    repeated: tuple[int, ...]
    highest_step: int | None
    pauses: int
    paused: Duration
    reactions: tuple[ReactionSeen, ...]
    checks: int
    observation: Observation | None


def summary(course: CourseSoFar, at_ns: int) -> Summary | None:
    """What the session comes to by a moment; None before its first fact."""
    state = course.state
    if state is None:
        return None
    until_ns = counted_until(state, at_ns)
    steps = course.steps(at_ns)
    rows = course.rows.all()
    pauses = [stop for stop in course.intervals.stopped if stop.cause is StopCause.PAUSE]
    plan = state.plan
    dose = given(state.ledger, plan, until_ns) if plan is not None else None
    return Summary(
        ending=state.ending or _called(state.stage),
        tolerance=_tolerance(state, rows),
        ended_ns=next((row.at_ns for row in rows if isinstance(row.recorded.event, SessionEnded)), None),
        drug_from_ns=steps[0].started_ns if steps else None,
        drug_to_ns=_drug_to(steps, rows),
        given=dose,
        at_most=given_at_most(state.ledger, plan, until_ns) if plan is not None else None,
        target=plan.target if plan is not None else None,
        percent=dose.ratio(plan.target) * 100 if plan is not None and dose is not None else None,
        steps_done=len({step.step for step in steps if step.finished}),
        steps_planned=len(plan.steps) if plan is not None else 0,
        repeated=tuple(sorted({step.step for step in steps if step.repeated})),
        highest_step=max((s.step for s in steps if s.finished and not s.reacted), default=None),
        pauses=len(pauses),
        paused=sum((_length(stop, until_ns) for stop in pauses), Duration(0)),
        reactions=tuple(_seen(row, event) for row in rows if (event := _reaction(row)) is not None),
        checks=sum(isinstance(row.recorded.event, CheckRecorded) for row in rows),
        observation=_observation(course, rows),
    )


def _called(stage: Stage) -> Ending | None:
    return stage.ending if isinstance(stage, Stopping | Observing) else None


def _tolerance(state: Session, rows: tuple[Row, ...]) -> Tolerance:
    ending = state.ending or _called(state.stage)
    if ending is Ending.DIED:
        return Tolerance.UNSAID
    if state.ending is None:
        return Tolerance.OPEN if ending is None else Tolerance.NOT_DESENSITIZED
    gives = any(isinstance(row.recorded.event, SessionEnded) and row.recorded.event.tolerance for row in rows)
    return Tolerance.DESENSITIZED if gives else Tolerance.NOT_DESENSITIZED


def _drug_to(steps: tuple[StepCourse, ...], rows: tuple[Row, ...]) -> int | None:
    """When the last of the drug went in: the line was flushed, or the pump was stopped for good."""
    flushed = next((row.at_ns for row in rows if isinstance(row.recorded.event, LineFlushed)), None)
    return flushed if flushed is not None or not steps else steps[-1].ended_ns


def _length(stop: Stopped, at_ns: int) -> Duration:
    return Duration.ns(max(0, (at_ns if stop.to_ns is None else stop.to_ns) - stop.from_ns))


def _reaction(row: Row) -> ReactionCalled | None:
    event = row.recorded.event
    return event if isinstance(event, ReactionCalled) and row.struck_by is None else None


def _seen(row: Row, event: ReactionCalled) -> ReactionSeen:
    return ReactionSeen(
        seq=row.seq,
        at_ns=row.at_ns,
        step=event.step,
        step_elapsed=event.step_elapsed_s,
        given=event.given,
    )


def _observation(course: CourseSoFar, rows: tuple[Row, ...]) -> Observation | None:
    """From the moment the drug was over."""
    since = course.intervals.observed_from_ns
    if since is None:
        return None
    for row in rows:
        event = row.recorded.event
        if isinstance(event, SessionEnded):
            return Observation(from_ns=since, to_ns=row.at_ns, cut_short_by=event.observation_cut_short_by)
    return Observation(from_ns=since, to_ns=None)
