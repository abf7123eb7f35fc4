"""What a pump and a syringe can do: rates, volumes, increments; else the nearest that they can.

Rounding for a pump is a rule of treatment: to the nearest rate that it can run, a tie goes down.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from desens_gui.domain.plan.inputs import PlanInputs, StepRate
from desens_gui.domain.plan.plan import Plan, Step
from desens_gui.domain.quantities import Amount, Number, Rate, Volume


class Pump(Struct, frozen=True, kw_only=True):
    """One model, as its manual says. volume: what it can be set to deliver. accuracy: within that percent."""

    name: str
    lowest: Rate
    highest: Rate
    increment: Rate
    smallest_volume: Volume
    accuracy_percent: Number | None = None

    def nearest(self, rate: Rate) -> Rate:
        """The nearest rate it can run; a tie goes down."""
        steps = rate.value / self.increment.value
        whole = -((-steps + Fraction(1, 2)) // 1)
        return min(max(self.increment.times(whole), self.lowest), self.highest)

    def runs(self, rate: Rate) -> bool:
        return self.nearest(rate) == rate


class Syringe(Struct, frozen=True, kw_only=True):
    """What can be measured for a single dose."""

    smallest: Volume
    increment: Volume


class RoundedStep(Struct, frozen=True, kw_only=True):
    """A step's rate, the nearest the pump can run, and what the step would give at it in the same minutes."""

    step: int
    rate: Rate
    nearest: Rate
    percent: Fraction
    dose: Amount
    at_nearest: Amount


def rounded_steps(plan: Plan, pump: Pump) -> tuple[RoundedStep, ...]:
    """Every step whose rate the pump cannot run."""
    return tuple(_rounded(step, pump) for step in plan.steps if not pump.runs(step.rate))


def _rounded(step: Step, pump: Pump) -> RoundedStep:
    nearest = pump.nearest(step.rate)
    times = nearest.ratio(step.rate)
    return RoundedStep(
        step=step.number,
        rate=step.rate,
        nearest=nearest,
        percent=(times - 1) * 100,
        dose=step.dose,
        at_nearest=step.dose.times(times),
    )


def volumes_too_small(plan: Plan, pump: Pump) -> tuple[Step, ...]:
    """Steps whose volume the pump cannot be set to deliver."""
    return tuple(step for step in plan.steps if step.volume < pump.smallest_volume)


def for_pump(inputs: PlanInputs, plan: Plan, pump: Pump) -> PlanInputs:
    """The inputs with the nearest rate for each that the pump cannot run; the last bag is then corrected."""
    changed = {step.step: step.nearest for step in rounded_steps(plan, pump)}
    kept = tuple(each for each in inputs.rates if each.step not in changed)
    new = tuple(StepRate(step=number, rate=rate) for number, rate in changed.items())
    return replace(inputs, rates=(*kept, *new))


def measurable(volume: Volume, syringe: Syringe) -> bool:
    """Large enough, and a whole number of the syringe's marks."""
    marks = volume.value / syringe.increment.value
    return volume >= syringe.smallest and marks.denominator == 1
