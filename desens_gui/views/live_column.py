"""Step and steps beside a form: the live patient is on every screen (SAFETY S9)."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from desens_gui.course.steps import StepCourse
from desens_gui.views.ladder import ladder
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.live_column import LiveColumnView, LiveTimerView
from desens_gui.views.scene import Scene
from desens_gui.views.step_card import above_plan
from desens_gui.views.step_timer import step_title, timer
from desens_gui.wording import numbers

Tone = Literal["", "acc", "low", "medium", "high"]


def live_column(scene: Scene, courses: tuple[StepCourse, ...]) -> LiveColumnView:
    words, unit, steps = scene.words, scene.dose_unit, ladder(scene, courses)
    if scene.session.plan is not None and scene.session.drug_ran:
        steps = replace(steps, note=words("given {dose}", dose=numbers.amount(scene.given, words)))
    return LiveColumnView(
        timer=live_timer(scene),
        ladder=steps,
        given=words("given {unit}", unit=unit) if unit else "",
        planned=words("plan {unit}", unit=unit) if unit else "",
    )


def live_timer(scene: Scene) -> LiveTimerView:
    words, pump, rate, ring = scene.words, scene.session.pump, scene.pump_rate, timer(scene)
    late = ring.state in ("late_low", "late_medium")
    note = words("pump stopped")
    if rate is not None and pump is not None:
        note = words("as reported bag {bag}", bag=pump.bag)
    return LiveTimerView(
        head=CardHead(title=step_title(scene), note=words("late") if late else ""),
        timer=ring,
        rate=numbers.number(rate) if rate is not None else "",
        unit="mL/h" if rate is not None else "",
        rate_note=note,
        extra=above_plan(scene),
        tone=_tone(ring.state),
    )


def _tone(state: str) -> Tone:
    match state:
        case "late_low":
            return "low"
        case "late_medium":
            return "medium"
        case _:
            return "acc"
