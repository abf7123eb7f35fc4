"""The ring: what is left of the step, of the last bag, or of the observation."""

from __future__ import annotations

from desens_gui.domain.quantities import Duration
from desens_gui.domain.schedule import bag_empty_ns, check_is_open, check_times, observation_over_ns
from desens_gui.domain.session import StepRun
from desens_gui.domain.stage import Ended, Flushing
from desens_gui.views.parts.facts import PairView
from desens_gui.views.parts.timer import TimerState, TimerView
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers


def step_title(scene: Scene) -> str:
    """ "Step 9 of 12"."""
    session, words = scene.session, scene.words
    if session.plan is None:
        return words("No plan yet")
    total = len(session.plan.steps)
    if session.step is None:
        return words("{total} steps planned", total=total)
    return words("Step {step} of {total}", step=session.step.number, total=total)


def step_pair(scene: Scene) -> PairView:
    """The step and its timer as one line: the live patient is on every screen (SAFETY S9)."""
    ring = timer(scene)
    return PairView(label=step_title(scene), value=f"{ring.text} {ring.caption}")


def timer(scene: Scene) -> TimerView:
    """Left, then overrun as +mm:ss; in the last step to the empty bag; then of the flush, the observation."""
    session, words = scene.session, scene.words
    if session.left is not None:
        closed = scene.hh_mm(session.left.at_ns)
        return TimerView(text=closed, caption=words("closed here"), state="stopped")
    if isinstance(session.stage, Flushing):
        since = numbers.stopwatch(scene.since(session.stage.since_ns))
        return TimerView(text=since, caption=words("since the bag was empty"), state=_ring(scene, over=False))
    if isinstance(session.stage, Ended):
        closed = scene.hh_mm(session.stage.at_ns)
        return TimerView(text=closed, caption=words("session closed"), state="stopped")
    if session.policy is not None and (over := observation_over_ns(session, session.policy)) is not None:
        return _observation(scene, over)
    if session.step is None:
        return TimerView(text=numbers.clock(Duration(0)), caption=words("not started"), state="stopped")
    return _step(scene, session.step)


def _step(scene: Scene, run: StepRun) -> TimerView:
    words, planned = scene.words, scene.plan.step(run.number).duration
    empty = bag_empty_ns(scene.session, scene.policy)
    left = scene.step_left(run) if empty is None else scene.until(empty)
    over = left < Duration(0)
    if scene.session.away is not None:
        caption = words("if it ran")
    elif empty is not None:
        caption = words("past bag empty") if over else words("to bag empty")
    elif over:
        caption = words("past {time}", time=numbers.clock(planned))
    else:
        caption = words("left of {time}", time=numbers.clock(planned))
    return TimerView(
        text=numbers.clock(left), caption=caption, left=_share(left, planned), state=_ring(scene, over=over)
    )


def _observation(scene: Scene, over_ns: int) -> TimerView:
    """Stands at 00:00 once it is over."""
    whole = scene.policy.observation
    left = max(scene.until(over_ns), Duration(0))
    caption = scene.words("left of {time}", time=numbers.minutes(whole))
    return TimerView(text=numbers.clock(left), caption=caption, left=_share(left, whole))


def _share(left: Duration, whole: Duration) -> float:
    """Of the ring still ahead, 0 to 1."""
    return max(0.0, min(1.0, float(left.ratio(whole)))) if whole > Duration(0) else 0.0


def _ring(scene: Scene, *, over: bool) -> TimerState:
    session, policy, now = scene.session, scene.policy, scene.now_ns
    if session.away is not None:
        return "if_it_ran"
    if not session.pump_runs:
        return "stopped"
    times = check_times(session, policy)
    if times is not None and check_is_open(session, policy, now):
        if now >= times.very_late_ns:
            return "late_medium"
        if now >= times.late_ns:
            return "late_low"
    return "over" if over else "running"
