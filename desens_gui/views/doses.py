"""Doses that several cards show: of the present step, and of what the line holds."""

from __future__ import annotations

from desens_gui.domain.ledger import given_by_step
from desens_gui.domain.quantities import Amount
from desens_gui.domain.session import StepRun
from desens_gui.views.scene import Scene


def given_in(scene: Scene, run: StepRun) -> Amount:
    """What every run of this step gave by now."""
    parts = given_by_step(scene.session.ledger, scene.plan, scene.counted_ns)
    return Amount.total((part.dose for part in parts if part.step == run.number), scene.plan.unit)


def line_holds(scene: Scene, bag: int) -> Amount:
    """The dose in a line that is filled from this bag (SAFETY S2)."""
    return scene.policy.line_volume * scene.plan.bag(bag).concentration
