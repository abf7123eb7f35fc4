"""Plans for small patients: volume, rate and dose for each kg of body weight (SAFETY S20)."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.quantities import DoseUnit, Number

BELOW_KG = Number(40)
"""SAFETY S20, E, not published: below it the plan shows values for each kg."""


class PerKg(Struct, frozen=True, kw_only=True):
    """volume_ml, rate_ml_h: per kg at the end of and during a step. dose: so far, in `unit` per kg."""

    step: int
    volume_ml: Fraction
    rate_ml_h: Fraction
    dose: Fraction
    unit: DoseUnit


def per_kg(plan: Plan, weight_kg: Number) -> tuple[PerKg, ...]:
    """Cumulative volume and dose, and the rate, for each kg; one for each step."""
    rows, volume = [], Fraction(0)
    for step in plan.steps:
        volume += step.volume.value
        rows.append(
            PerKg(
                step=step.number,
                volume_ml=volume / weight_kg.value,
                rate_ml_h=step.rate.value / weight_kg.value,
                dose=step.cumulative.to(plan.unit).value / weight_kg.value,
                unit=plan.unit,
            )
        )
    return tuple(rows)


def is_small(weight_kg: Number | None, below: Number = BELOW_KG) -> bool:
    return weight_kg is not None and weight_kg < below
