"""The resolved plan: what each bag holds and what each step gives, exactly."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Rate, Volume


class Bag(Struct, frozen=True, kw_only=True):
    """One prepared solution. used goes into the patient, discard stays in the bag."""

    number: int
    volume: Volume
    drug: Amount
    concentration: Concentration
    used: Volume
    discard: Volume


class Step(Struct, frozen=True, kw_only=True):
    """One rung, as planned. cumulative and elapsed are at its end; elapsed counts step minutes only."""

    number: int
    bag: int
    rate: Rate
    duration: Duration
    volume: Volume
    dose: Amount
    cumulative: Amount
    until_empty: bool
    elapsed: Duration


class Plan(Struct, frozen=True, kw_only=True):
    """Bags and steps in order, numbered from 1. Only `resolve` makes one, so every step's bag exists.

    target is the dose ordered; total_dose is what the steps give: another one where real masses fall short
    or a protocol gives every bag whole. recipe: the protocol with the changes of the inputs.
    """

    inputs: PlanInputs
    recipe: Protocol
    unit: DoseUnit
    target: Amount
    bags: tuple[Bag, ...]
    steps: tuple[Step, ...]
    total: Duration
    total_volume: Volume

    def step(self, number: int) -> Step:
        """IndexError for a number the plan does not have."""
        if not 1 <= number <= len(self.steps):
            raise IndexError(f"step {number} is not one of 1 to {len(self.steps)}")
        return self.steps[number - 1]

    def bag(self, number: int) -> Bag:
        """IndexError for a number the plan does not have."""
        if not 1 <= number <= len(self.bags):
            raise IndexError(f"bag {number} is not one of 1 to {len(self.bags)}")
        return self.bags[number - 1]

    def bag_of(self, step_number: int) -> Bag:
        return self.bag(self.step(step_number).bag)

    def steps_of(self, bag_number: int) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.bag == bag_number)

    def begins_bag(self, step_number: int) -> bool:
        """Whether a bag is hung for this step: the first, and each from another bag than the one before."""
        return step_number == 1 or self.step(step_number).bag != self.step(step_number - 1).bag

    @property
    def total_dose(self) -> Amount:
        return self.last_step.cumulative

    @property
    def last_step(self) -> Step:
        return self.steps[-1]
