"""The course of the steps: one row for every run of a step, with what it was to give and what it gave."""

from __future__ import annotations

import msgspec

from desens_gui.course.effective import Struck
from desens_gui.course.placed import Placed
from desens_gui.domain.events.ending import LineFlushed
from desens_gui.domain.events.pump import PumpReportedRunning
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.domain.events.step import StepStarted
from desens_gui.domain.ledger import NOTHING, given_by_step
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.quantities import Amount, Duration, Rate, Volume
from desens_gui.domain.session import Session
from desens_gui.domain.stage import Ended, Observing, Paused, Reacting


class StepCourse(msgspec.Struct, frozen=True, kw_only=True):
    """One run of a step. seq is that of its start; ended_ns None: it is the present one.

    finished: the next step followed, or the dose is complete. reacted: a reaction was called in it.
    total: given by the end of it since the first step.
    """

    seq: int
    step: int
    bag: int
    rate: Rate
    started_ns: int
    ended_ns: int | None
    ran: Duration
    planned: Duration
    planned_dose: Amount
    planned_total: Amount
    volume: Volume
    given: Amount
    total: Amount
    pauses: int
    repeated: bool
    reacted: bool
    finished: bool


class _Run(msgspec.Struct, kw_only=True):
    seq: int
    step: int
    bag: int
    rate: Rate
    started_ns: int
    poured_before: Volume
    repeated: bool
    ended_ns: int | None = None
    ran_ns: int = 0
    pauses: int = 0
    finished: bool = False
    reactions: list[int] = []


class StepRuns:
    """Follows the facts of a session; `courses` reads the doses from the ledger of the present state."""

    def __init__(self, struck: Struck) -> None:
        self._struck = struck
        self._runs: list[_Run] = []
        self._stood_from_ns: int | None = None

    def add(self, placed: Placed) -> None:
        match placed.event:
            case PumpReportedRunning():
                pump = placed.before.pump
                self._stood_from_ns = pump.since_ns if pump is not None and not pump.running else None
            case StepStarted() as started:
                self._start(placed, started)
            case ReactionCalled() if self._runs:
                self._runs[-1].reactions.append(placed.seq)
            case LineFlushed():
                self._end(placed.after, placed.at_ns, finished=placed.after.emptied)
            case _:
                self._follow(placed)

    def _start(self, placed: Placed, started: StepStarted) -> None:
        stood, self._stood_from_ns = self._stood_from_ns, None
        if self._runs:
            ended_ns = placed.at_ns if stood is None else stood
            self._end(placed.before, ended_ns, finished=started.step > self._runs[-1].step)
        closed = [entry.volume for entry in placed.after.ledger.poured if entry.step == started.step]
        self._runs.append(
            _Run(
                seq=placed.seq,
                step=started.step,
                bag=started.bag,
                rate=started.rate_ml_h,
                started_ns=placed.at_ns,
                poured_before=sum(closed, NOTHING),
                repeated=any(run.step == started.step for run in self._runs),
            )
        )

    def _follow(self, placed: Placed) -> None:
        before, after = placed.before, placed.after
        if not self._runs:
            return
        if _stands(after) and not _stands(before):
            self._runs[-1].pauses += 1
        if isinstance(after.stage, Observing | Ended) and after.pump is not None:
            ended_ns = placed.recorded_ns if after.pump.running else after.pump.since_ns
            self._end(after, ended_ns, finished=False)

    def _end(self, state: Session, ended_ns: int, *, finished: bool) -> None:
        """The present run ends, unless it has ended already."""
        if not self._runs or self._runs[-1].ended_ns is not None:
            return
        run = self._runs[-1]
        run.ended_ns = ended_ns
        run.finished = finished
        run.ran_ns = state.step.elapsed_ns(ended_ns) if state.step is not None else 0

    def courses(self, state: Session, at_ns: int) -> tuple[StepCourse, ...]:
        """Every run in order, as it stands at a moment; `state` is the newest. Nothing before the plan."""
        plan = state.plan
        if plan is None:
            return ()
        until_ns = counted_until(state, at_ns)
        volumes: dict[int, Volume] = {}
        for part in given_by_step(state.ledger, plan, until_ns):
            volumes[part.step] = volumes.get(part.step, NOTHING) + part.volume
        later: dict[int, Volume] = {}
        shares: list[Volume] = []
        for run in reversed(self._runs):
            reached = min(later.get(run.step, volumes.get(run.step, NOTHING)), volumes.get(run.step, NOTHING))
            shares.append(reached - min(run.poured_before, reached))
            later[run.step] = run.poured_before
        return self._rows(state, plan, until_ns, list(reversed(shares)))

    def _rows(
        self, state: Session, plan: Plan, until_ns: int, volumes: list[Volume]
    ) -> tuple[StepCourse, ...]:
        rows: list[StepCourse] = []
        total = Amount.zero(plan.unit)
        for run, volume in zip(self._runs, volumes, strict=True):
            given = volume * plan.bag(run.bag).concentration
            total = total + given
            rows.append(
                _row(run, volume, given, total, self._ran(run, state, until_ns), self._reacted(run), plan)
            )
        return tuple(rows)

    def _ran(self, run: _Run, state: Session, until_ns: int) -> Duration:
        if run.ended_ns is None and state.step is not None:
            return Duration.ns(state.step.elapsed_ns(until_ns))
        return Duration.ns(run.ran_ns)

    def _reacted(self, run: _Run) -> bool:
        return any(self._struck.by(seq) is None for seq in run.reactions)


def _row(
    run: _Run, volume: Volume, given: Amount, total: Amount, ran: Duration, reacted: bool, plan: Plan
) -> StepCourse:
    planned = plan.step(run.step)
    return StepCourse(
        seq=run.seq,
        step=run.step,
        bag=run.bag,
        rate=run.rate,
        started_ns=run.started_ns,
        ended_ns=run.ended_ns,
        ran=ran,
        planned=planned.duration,
        planned_dose=planned.dose,
        planned_total=planned.cumulative,
        volume=volume,
        given=given,
        total=total,
        pauses=run.pauses,
        repeated=run.repeated,
        reacted=reacted,
        finished=run.finished,
    )


def _stands(state: Session) -> bool:
    """Paused, and the pump reported stopped; a reaction called meanwhile changes nothing."""
    stage = state.stage.before if isinstance(state.stage, Reacting) else state.stage
    return isinstance(stage, Paused) and not state.pump_runs


def counted_until(state: Session, at_ns: int) -> int:
    """The moment up to which a dose counts here: nothing does after the session or this part was closed."""
    if state.left is not None:
        return min(at_ns, state.left.at_ns)
    return min(at_ns, state.stage.at_ns) if isinstance(state.stage, Ended) else at_ns
