"""How the one primary action of a moment is made: what it will do, or everything that stands in its way."""

from __future__ import annotations

from collections.abc import Iterable

from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.views.parts.action import ActionView
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.refusals import not_yet


def primary_action(
    scene: Scene,
    intent: str,
    label: str,
    *,
    sub: str = "",
    icon: str = "",
    reasons: Iterable[AnyRefusal] = (),
    blocked: str = "",
) -> ActionView:
    """reasons: refusals that stand in the way; blocked: a sentence of its own."""
    return ActionView(
        intent=intent,
        label=label,
        sub=sub,
        icon=icon,
        key="F2",
        kind="primary",
        blocked_reason=blocked or not_yet(scene.words, reasons),
    )


def check_action(scene: Scene, label: str, sub: str = "") -> ActionView:
    return primary_action(scene, "open_check", label, sub=sub, icon="pulse")


def pump_stopped_action(scene: Scene) -> ActionView:
    words = scene.words
    label, sub = words("The pump shows STOPPED"), words("Set the time back if it was earlier")
    return primary_action(scene, "pump_stopped", label, sub=sub, icon="stop")


def pump_running_action(scene: Scene, label: str, reasons: Iterable[AnyRefusal] = ()) -> ActionView:
    sub = scene.words("Type the rate the pump shows")
    return primary_action(scene, "pump_running", label, sub=sub, icon="play", reasons=reasons)


def go_up_label(scene: Scene, to_step: int) -> str:
    """ "Go up to step 10: set pump to 20 mL/h"."""
    words, step = scene.words, scene.plan.step(to_step)
    if scene.plan.begins_bag(to_step):
        return words("Go up to step {step}: hang bag {bag}", step=to_step, bag=step.bag)
    return words("Go up to step {step}: set pump to {rate}", step=to_step, rate=numbers.rate(step.rate))
