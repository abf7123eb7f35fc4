"""Step and steps beside a form: the live patient is on every screen (SAFETY S9)."""

from __future__ import annotations

from typing import Literal

from desens_gui.course.steps import StepCourse
from desens_gui.views.ladder import ladder
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.live_column import LiveColumnView, LiveTimerView
from desens_gui.views.scene import Scene
from desens_gui.views.step_card import above_plan, timer
from desens_gui.wording import numbers

Tone = Literal["", "acc", "low", "medium", "high"]


def live_column(scene: Scene, courses: tuple[StepCourse, ...]) -> LiveColumnView:
    words = scene.words
    unit = numbers.unit_name(scene.plan.unit, words)
    return LiveColumnView(
        timer=live_timer(scene),
        ladder=ladder(scene, courses),
        given=words("given {unit}", unit=unit),
        planned=words("plan {unit}", unit=unit),
    )


def live_timer(scene: Scene) -> LiveTimerView:
    session, words = scene.session, scene.words
    run, pump, ring = session.step, session.pump, timer(scene)
    late = ring.state in ("late_low", "late_medium")
    if run is None:
        title = words("Not started")
    else:
        title = words("Step {step} of {total}", step=run.number, total=len(scene.plan.steps))
    running = pump is not None and pump.running and pump.rate is not None
    rate = numbers.number(pump.rate) if pump is not None and pump.rate is not None and pump.running else ""
    note = (
        words("as reported bag {bag}", bag=pump.bag)
        if pump is not None and running
        else words("pump stopped")
    )
    return LiveTimerView(
        head=CardHead(title=title, note=words("late") if late else ""),
        timer=ring,
        rate=rate,
        unit="mL/h" if rate else "",
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
