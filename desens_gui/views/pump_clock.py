"""How long the pump has stood still, or has been told to stop and has not been reported."""

from __future__ import annotations

from desens_gui.views.parts.facts import ClockCardView
from desens_gui.views.scene import Scene
from desens_gui.views.told import counted_words
from desens_gui.wording import numbers


def pump_clock(scene: Scene, asked_ns: int, *, urgent: bool) -> ClockCardView:
    """asked_ns: when stopping, or starting for the first time, was asked."""
    words, pump = scene.words, scene.session.pump
    if pump is None:
        return ClockCardView(
            label=words("No drug has run"),
            clock=numbers.stopwatch(scene.since(asked_ns)),
            text=words("since the start was ordered {time}", time=scene.hh_mm_ss(asked_ns)),
        )
    if pump.running:
        return ClockCardView(
            label=words("Pump not confirmed stopped"),
            clock=numbers.stopwatch(scene.since(asked_ns)),
            text=counted_words(scene),
            tone="high" if urgent else "acc",
        )
    return ClockCardView(
        label=words("Pump stopped"),
        clock=numbers.stopwatch(scene.since(pump.since_ns)),
        text=words("since {time}. No drug is running.", time=scene.hh_mm_ss(pump.since_ns)),
    )


def stopped_note(scene: Scene) -> str:
    """When the stop was reported."""
    pump, words = scene.session.pump, scene.words
    if pump is None:
        return words("No drug has run")
    if pump.running:
        return words("Stop the pump, then say what it shows")
    return words("Reported {time}", time=scene.hh_mm_ss(pump.since_ns))
