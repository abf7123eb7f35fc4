"""The primary action while the pump waits for a person: a bag change, a pause, a start, an absence."""

from __future__ import annotations

from desens_gui.domain.answers import Refused
from desens_gui.domain.decide.bag import bag_change_problem
from desens_gui.domain.decide.restart import answer_away
from desens_gui.domain.decide.resume import resume_problems
from desens_gui.domain.quantities import Rate
from desens_gui.domain.refusals.check import CheckMissing
from desens_gui.domain.refusals.general import OrderNeeded
from desens_gui.domain.session import StepRun
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.entry.away import PUMP_NOW, read_away
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.primary_action import (
    check_action,
    primary_action,
    pump_running_action,
    pump_stopped_action,
)
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.refusals import not_yet, refusals


def after_absence(scene: Scene, draft: FormDraft) -> ActionView:
    """Blocked until the answer on the screen is one that the rules take."""
    words, run = scene.words, scene.session.step
    label = words("Go on")
    if draft.choice(PUMP_NOW) == "stopped":
        label = words("Go on: pump stopped")
    elif draft.choice(PUMP_NOW) == "running" and run is not None:
        label = words("Go on with step {step}", step=run.number)
    entry = read_away(scene, draft)
    missing = entry.missing or next(iter(entry.problems.values()), "")
    if entry.command is not None:
        answer = answer_away(scene.asking, entry.command)
        if isinstance(answer, Refused):
            missing = refusals(words, answer.reasons, scene.session.zone_offset_min)
    blocked = words("Not yet. {problem}", problem=missing) if missing else ""
    return primary_action(scene, "answer_away", label, icon="play", blocked=blocked)


def in_bag_change(scene: Scene, change: ChangingBag) -> ActionView:
    if scene.session.pump_runs:
        return pump_stopped_action(scene)
    words, rate = scene.words, numbers.rate(scene.plan.step(change.to_step).rate)
    label = words("Pump is running: step {step} at {rate}", step=change.to_step, rate=rate)
    if scene.blind_bag is not None:
        label = words("Pump is running: step {step}", step=change.to_step)
    problem = bag_change_problem(scene.asking, change)
    return pump_running_action(scene, label, (problem,) if problem is not None else ())


def started(scene: Scene, rate: Rate) -> ActionView:
    """The nurse was told the rate; what the pump shows is typed."""
    label = scene.words("Pump is running at {rate}", rate=numbers.rate(rate))
    return pump_running_action(scene, label)


def in_pause(scene: Scene, run: StepRun) -> ActionView:
    """Stop, check, order, then resume."""
    words = scene.words
    if scene.session.pump_runs:
        return pump_stopped_action(scene)
    reasons = resume_problems(scene.asking, None)
    of_check = tuple(reason for reason in reasons if not isinstance(reason, OrderNeeded))
    if any(isinstance(reason, CheckMissing) for reason in of_check):
        return check_action(scene, words("Check before going on"), words("Going on needs a fresh check"))
    if of_check:
        return check_action(scene, words("Check again before going on"), not_yet(words, of_check))
    rate = numbers.rate(scene.plan.step(run.number).rate)
    label = words("Resume step {step} at {rate}", step=run.number, rate=rate)
    sub = words("You start the pump")
    return primary_action(scene, "resume", label, sub=sub, icon="play", reasons=reasons)
