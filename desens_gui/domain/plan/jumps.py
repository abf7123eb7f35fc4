"""How far each step rises above the one before, in dose and dose rate; the protocol's own largest rise."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from desens_gui.domain.plan.plan import Plan, Step
from desens_gui.domain.plan.resolve import resolve


class Jump(Struct, frozen=True):
    """dose: None where the step after runs until its bag is empty: its minutes are not comparable."""

    step: int
    rate: Fraction
    dose: Fraction | None


def dose_rate(plan: Plan, step: Step) -> Fraction:
    """In the plan's unit per hour."""
    return step.rate.value * plan.bag(step.bag).concentration.to(plan.unit).value


def jumps(plan: Plan) -> tuple[Jump, ...]:
    """One for each step after the first."""
    return tuple(
        Jump(
            step=later.number,
            rate=dose_rate(plan, later) / dose_rate(plan, earlier),
            dose=None
            if _open_end(plan, later) or _open_end(plan, earlier)
            else later.dose.ratio(earlier.dose),
        )
        for earlier, later in pairwise(plan.steps)
    )


def _open_end(plan: Plan, step: Step) -> bool:
    return plan.recipe.steps[step.number - 1].until_empty


def rises(plan: Plan) -> tuple[Fraction, ...]:
    """How many times the dose rate of each step after the first is that of the step before."""
    return tuple(jump.rate for jump in jumps(plan))


def unchanged(plan: Plan) -> Plan | None:
    """The same dose by the protocol as it stands, without what this plan changes of it."""
    inputs = plan.inputs
    if not (inputs.bags or inputs.final_rate or inputs.rates or inputs.last_bag):
        return plan
    own = resolve(replace(inputs, bags=(), final_rate=None, rates=(), last_bag=None))
    return own if isinstance(own, Plan) else None


def own_largest(plan: Plan) -> Fraction:
    """The largest rise of the dose rate within the protocol as it stands; 1 for a single step."""
    return max(rises(unchanged(plan) or plan), default=Fraction(1))
