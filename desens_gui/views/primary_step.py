"""The primary action while a step runs: the check, going up, the watch over the last step."""

from __future__ import annotations

from desens_gui.domain.decide.step import reasons_to_stay
from desens_gui.domain.refusals.check import CheckAlreadyUsed, CheckIncomplete, CheckMissing
from desens_gui.domain.refusals.step import SymptomsNotAskedAgain
from desens_gui.domain.schedule import bag_empty_ns, check_is_open, check_times, seen_due_ns
from desens_gui.domain.session import StepRun
from desens_gui.views.parts.action import ActionView
from desens_gui.views.primary_action import check_action, go_up_label, primary_action
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.refusals import not_yet


def in_step(scene: Scene, run: StepRun) -> ActionView:
    return _in_last_step(scene) if scene.session.on_last_step else _go_up(scene, run.number + 1)


def _go_up(scene: Scene, to_step: int) -> ActionView:
    """Until a whole and fresh check stands: start it. With one: go up, or everything that is missing."""
    words = scene.words
    reasons = reasons_to_stay(scene.session, scene.policy, scene.now_ns)
    if any(isinstance(reason, CheckMissing | CheckAlreadyUsed) for reason in reasons):
        return check_action(scene, words("Go up to step {step}", step=to_step), _check_first(scene, to_step))
    incomplete = tuple(reason for reason in reasons if isinstance(reason, CheckIncomplete))
    if incomplete:
        return check_action(scene, words("Go up to step {step}", step=to_step), not_yet(words, incomplete))
    label = go_up_label(scene, to_step)
    if len(reasons) == 1 and isinstance(reasons[0], SymptomsNotAskedAgain):
        ask = words("Ask again now: any new symptom? Press only if none")
        return primary_action(scene, "go_up_none_new", label, sub=ask, icon="up")
    hangs = scene.plan.begins_bag(to_step)
    sub = words("You stop the pump first") if hangs else words("You set the pump")
    return primary_action(scene, "go_up", label, sub=sub, icon="up", reasons=reasons)


def _check_first(scene: Scene, to_step: int) -> str:
    words, step = scene.words, scene.plan.step(to_step)
    if scene.plan.begins_bag(to_step):
        return words("Check first. Then hang bag {bag}", bag=step.bag)
    return words("Check first. Then set pump to {rate}", rate=numbers.rate(step.rate))


def _in_last_step(scene: Scene) -> ActionView:
    """The check when it is near or due, "seen and asked" half-way, then the bag that should be empty."""
    session, words, policy, now = scene.session, scene.words, scene.policy, scene.now_ns
    times = check_times(session, policy)
    due = words("Due {time}", time=scene.hh_mm(times.due_ns)) if times is not None else ""
    near = times is not None and now >= times.due_ns - policy.prompt_before.whole_ns
    if near and check_is_open(session, policy, now):
        return check_action(scene, words("Start the check"), due)
    seen = seen_due_ns(session, policy)
    if seen is not None and now >= seen:
        label, sub = words("Seen and asked, no change"), words("Half-way to the next check")
        return primary_action(scene, "seen", label, sub=sub, icon="tick")
    empty = bag_empty_ns(session, policy)
    if empty is not None and now >= empty:
        label = words("Bag {bag} is empty", bag=scene.plan.last_step.bag)
        return primary_action(scene, "bag_empty", label, sub=words("Then flush the line"), icon="tick")
    return check_action(scene, words("Check now"), due)
