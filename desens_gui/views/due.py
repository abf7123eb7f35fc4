"""What is due, in order of time. Times after the next start follow from it and carry "~"."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.domain.quantities import Duration
from desens_gui.domain.schedule import (
    bag_empty_ns,
    check_is_open,
    check_times,
    iv_site_due_ns,
    observation_over_ns,
    seen_due_ns,
    step_end_ns,
)
from desens_gui.domain.stage import Observing, Reacting
from desens_gui.views.parts.due import DueRow, DueView
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers

NEAR = Duration.minutes(60)


def due(scene: Scene) -> DueView:
    rows = (*_done(scene), *_checks(scene), *sorted(_later(scene), key=lambda pair: pair[0]))
    return DueView(
        title=scene.words("Due"),
        note=scene.words("times follow the last start"),
        rows=tuple(row for _, row in rows),
    )


def _done(scene: Scene) -> Iterator[tuple[int, DueRow]]:
    check, run = scene.session.check, scene.session.step
    if check is None or run is None or check.recorded_ns < run.started_ns or check.used:
        return
    text = scene.words("Check in step {step}", step=run.number)
    yield (
        check.recorded_ns,
        DueRow(state="done", time=scene.hh_mm(check.recorded_ns), text=text, when=scene.words("saved")),
    )


def _checks(scene: Scene) -> Iterator[tuple[int, DueRow]]:
    session, words = scene.session, scene.words
    times = check_times(session, scene.policy)
    if times is None or not check_is_open(session, scene.policy, scene.now_ns):
        return
    if isinstance(session.stage, Reacting):
        text = words("Vital signs in the reaction")
    elif isinstance(session.stage, Observing):
        text = words("End check")
    elif session.on_last_step:
        text = words("Check in the last step")
    else:
        following = session.step.number + 1 if session.step is not None else 1
        text = words("Check for step {step}", step=following)
    late = scene.now_ns >= times.late_ns
    row = DueRow(
        state="late" if late else "now",
        time=scene.hh_mm(times.due_ns),
        text=text,
        when=_when(scene, times.due_ns),
    )
    yield times.due_ns, row


def _when(scene: Scene, at_ns: int) -> str:
    """ "in 04:12", "in 3 h 16 min", "late 03:38"."""
    left, words = scene.until(at_ns), scene.words
    if left < Duration(0):
        return words("late {time}", time=numbers.stopwatch(left.times(-1)))
    if left <= NEAR:
        return words("in {time}", time=numbers.clock(left))
    return words("in {time}", time=numbers.duration_words(Duration(left.value // 60 * 60), words))


def _later(scene: Scene) -> Iterator[tuple[int, DueRow]]:
    session, words, policy = scene.session, scene.words, scene.policy
    if (seen := seen_due_ns(session, policy)) is not None:
        yield seen, _row(scene, seen, words("Seen and asked, half-way"))
    if (end := step_end_ns(session)) is not None and session.step is not None:
        text = words("Go up to step {step}", step=session.step.number + 1)
        row = DueRow(state="to_come", time=f"~{scene.hh_mm(end)}", text=text, when=words("after the check"))
        yield end, row
    if (site := iv_site_due_ns(session, policy)) is not None:
        yield site, _row(scene, site, words("IV site, hourly"))
    if (empty := bag_empty_ns(session, policy)) is not None:
        flush = words("Bag {bag} empty, then flush", bag=scene.plan.last_step.bag)
        yield empty, _row(scene, empty, flush, estimate=True)
    if (over := observation_over_ns(session, policy)) is not None:
        yield over, _row(scene, over, words("Observation over"))
    elif (finish := finish_ns(scene)) is not None:
        text = words("Drug finished, if every check takes no time")
        yield finish, _row(scene, finish, text, estimate=True)


def _row(scene: Scene, at_ns: int, text: str, *, estimate: bool = False) -> DueRow:
    time = scene.hh_mm(at_ns)
    return DueRow(state="to_come", time=f"~{time}" if estimate else time, text=text, when=_when(scene, at_ns))


def finish_ns(scene: Scene) -> int | None:
    """When the drug would be over if every remaining step took its planned minutes from now on."""
    run, plan = scene.session.step, scene.plan
    if run is None or not scene.session.pump_runs:
        return None
    this = plan.step(run.number).duration - Duration.ns(run.elapsed_ns(scene.now_ns))
    rest = sum((step.duration for step in plan.steps if step.number > run.number), Duration(0))
    return scene.now_ns + (max(this, Duration(0)) + rest).whole_ns
