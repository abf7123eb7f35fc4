"""The bands behind the chart: steps, bags, and when the pump stood still."""

from __future__ import annotations

from desens_gui.course.intervals import StopCause
from desens_gui.course.so_far import CourseSoFar
from desens_gui.course.steps import StepCourse
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.domain.schedule import bag_empty_ns, step_end_ns
from desens_gui.domain.session import Session
from desens_gui.domain.stage import ChangingBag, Ended, GoingUp, Observing, Stepping
from desens_gui.views.parts.chart import BagBandView, BandsView, StepBandView
from desens_gui.views.trend_series import seconds
from desens_gui.wording import numbers
from desens_gui.wording.words import Words

QUANTUM_NS = 30 * NS_PER_SECOND
"""An open band grows in jumps of this length, so that it is not painted anew every second."""

SHOWN_STOPPED = (StopCause.PAUSE, StopCause.REACTION)

ON_THE_WAY = Stepping | GoingUp | ChangingBag


def open_end_ns(state: Session, at_ns: int) -> int:
    """Where an open band ends: when its step is planned to end, or now if that is over or the pump stands."""
    grown = -(-at_ns // QUANTUM_NS) * QUANTUM_NS
    if state.policy is None:
        return grown
    planned = step_end_ns(state)
    if planned is None:
        planned = bag_empty_ns(state, state.policy)
    return grown if planned is None else max(grown, planned)


def bands(course: CourseSoFar, end_ns: int, words: Words, *, ahead: bool) -> BandsView:
    """end_ns: where an open band ends. ahead: the next step is shown behind the present one."""
    state = course.state
    if state is None or state.plan is None:
        return BandsView()
    runs = course.steps(end_ns)
    steps = [_step(run, end_ns, state) for run in runs]
    if ahead and (following := _next(state, state.plan, end_ns)) is not None:
        steps.append(following)
    return BandsView(
        steps=tuple(steps),
        bags=_bags(runs, end_ns, state.plan, words),
        stopped=tuple(
            (seconds(stop.from_ns), seconds(end_ns if stop.to_ns is None else stop.to_ns))
            for stop in course.intervals.stopped
            if stop.cause in SHOWN_STOPPED
        ),
    )


def _step(run: StepCourse, end_ns: int, state: Session) -> StepBandView:
    to_ns = end_ns if run.ended_ns is None else run.ended_ns
    present = run.ended_ns is None and not isinstance(state.stage, Observing | Ended)
    state_of = "current" if present else "done"
    return StepBandView(
        seconds(run.started_ns),
        seconds(to_ns),
        str(run.step),
        state_of,  # type: ignore[arg-type]
    )


def _next(state: Session, plan: Plan, end_ns: int) -> StepBandView | None:
    """Not while the pump stands for a reason of its own: nobody knows then whether a next step comes."""
    if state.step is None or state.on_last_step or not isinstance(state.stage, ON_THE_WAY):
        return None
    following = plan.step(state.step.number + 1)
    to_ns = end_ns + following.duration.whole_ns
    return StepBandView(seconds(end_ns), seconds(to_ns), str(following.number), "next")


def _bags(runs: tuple[StepCourse, ...], end_ns: int, plan: Plan, words: Words) -> tuple[BagBandView, ...]:
    """Runs of one bag are one band; what stood between two bags stays free."""
    found: list[BagBandView] = []
    before: StepCourse | None = None
    for run in runs:
        to = seconds(end_ns if run.ended_ns is None else run.ended_ns)
        if before is not None and before.bag == run.bag:
            last = found.pop()
            found.append(BagBandView(last.x0, to, last.texts, last.tint))
        else:
            bag = plan.bag(run.bag)
            name = words("Bag {bag}", bag=bag.number)
            strength = numbers.concentration(bag.concentration, words)
            texts = (
                words("Bag {bag} \N{MIDDLE DOT} {strength}", bag=bag.number, strength=strength),
                name,
                str(bag.number),
            )
            found.append(BagBandView(seconds(run.started_ns), to, texts, min(bag.number - 1, 2)))
        before = run
    return tuple(found)
