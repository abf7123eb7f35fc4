"""What is due, in order of time. Times that depend on a person carry "~"."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.domain.events.check import CheckPurpose
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
from desens_gui.domain.session import StepRun
from desens_gui.domain.stage import Observing, Reacting, Stepping
from desens_gui.views.parts.due import DueRow, DueState, DueView
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.events_check import purpose_name

NEAR = Duration.minutes(60)
"""Up to here the time left is a clock, beyond it is told in hours and minutes."""

Timed = tuple[int, DueRow]


def due(scene: Scene) -> DueView:
    rows = sorted((*_done(scene), *_checks(scene), *_beside(scene), *_ahead(scene)), key=lambda row: row[0])
    return DueView(
        title=scene.words("Due"),
        note=scene.words("times follow the last start"),
        rows=tuple(row for _, row in rows),
    )


def _done(scene: Scene) -> Iterator[Timed]:
    check, run = scene.session.check, scene.session.step
    if check is None or run is None or check.recorded_ns < run.started_ns or check.used:
        return
    text = purpose_name(scene.words, check.purpose)
    if check.purpose is CheckPurpose.STEP:
        text = scene.words("Check in step {step}", step=run.number)
    time = scene.hh_mm(check.recorded_ns)
    yield check.recorded_ns, DueRow(state="done", time=time, text=text, when=scene.words("saved"))


def _checks(scene: Scene) -> Iterator[Timed]:
    session = scene.session
    times = check_times(session, scene.policy)
    if times is not None and check_is_open(session, scene.policy, scene.now_ns):
        late = scene.now_ns >= times.late_ns
        yield times.due_ns, _row(scene, times.due_ns, _check_name(scene), state="late" if late else "now")


def _check_name(scene: Scene) -> str:
    session, words = scene.session, scene.words
    match session.stage:
        case Reacting():
            return words("Vital signs in the reaction")
        case Observing():
            return words("End check")
        case _ if session.on_last_step or session.step is None:
            return words("Check in the last step")
        case _:
            return words("Check for step {step}", step=session.step.number + 1)


def _beside(scene: Scene) -> Iterator[Timed]:
    """What is due at its time whatever else happens."""
    session, words, policy = scene.session, scene.words, scene.policy
    if (seen := seen_due_ns(session, policy)) is not None:
        yield seen, _row(scene, seen, words("Seen and asked, half-way"))
    if (site := iv_site_due_ns(session, policy)) is not None:
        yield site, _row(scene, site, words("IV site, hourly"))
    if (over := observation_over_ns(session, policy)) is not None:
        yield over, _row(scene, over, words("Observation over"))


def _ahead(scene: Scene) -> Iterator[Timed]:
    """About when the next things can be, from now on."""
    session, words, now = scene.session, scene.words, scene.now_ns
    if not isinstance(session.stage, Stepping) or session.step is None:
        return
    if (end := step_end_ns(session)) is not None:
        text = words("Go up to step {step}", step=session.step.number + 1)
        at, after = max(end, now), words("after the check")
        yield at, DueRow(state="to_come", time=f"~{scene.hh_mm(at)}", text=text, when=after)
    if (empty := bag_empty_ns(session, scene.policy)) is not None:
        text = words("Bag {bag} empty, then flush", bag=scene.plan.last_step.bag)
        yield empty, _estimate(scene, empty, text)
    else:
        finish = finish_ns(scene, session.step)
        yield finish, _estimate(scene, finish, words("Drug finished at the earliest"))


def _row(scene: Scene, at_ns: int, text: str, state: DueState = "to_come") -> DueRow:
    left, words = scene.until(at_ns), scene.words
    when = words("in {time}", time=_ahead_words(scene, left))
    if left < Duration(0):
        state = "late" if state == "to_come" else state
        when = words("late {time}", time=numbers.stopwatch(left.times(-1)))
    return DueRow(state=state, time=scene.hh_mm(at_ns), text=text, when=when)


def _estimate(scene: Scene, at_ns: int, text: str) -> DueRow:
    """An estimate is never late: nobody had to do anything by then."""
    left, words = scene.until(at_ns), scene.words
    when = words("in {time}", time=_ahead_words(scene, left)) if left > Duration(0) else words("about now")
    return DueRow(state="to_come", time=f"~{scene.hh_mm(at_ns)}", text=text, when=when)


def _ahead_words(scene: Scene, left: Duration) -> str:
    """ "04:12", "3 h 16 min"."""
    if left <= NEAR:
        return numbers.clock(left)
    return numbers.duration_words(Duration(left.value // 60 * 60), scene.words)


def finish_ns(scene: Scene, run: StepRun) -> int:
    """When the drug would be over if every remaining step took its planned minutes from now on."""
    rest = sum((step.duration for step in scene.plan.steps if step.number > run.number), Duration(0))
    return scene.now_ns + (max(scene.step_left(run), Duration(0)) + rest).whole_ns
