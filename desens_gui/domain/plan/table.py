"""A plan as plain texts, for the record and for other programs. Here a derived value becomes text, once."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.domain.decimal_text import exact_text
from desens_gui.domain.plan.plan import Bag, Plan, Step
from desens_gui.domain.quantities import DoseUnit


class StepRow(Struct, frozen=True, kw_only=True):
    """One step; every number is plain decimal text, dose and cumulative in `unit`."""

    step: str
    bag: str
    rate_ml_h: str
    minutes: str
    volume_ml: str
    dose: str
    cumulative: str
    unit: str
    elapsed_min: str


class BagRow(Struct, frozen=True, kw_only=True):
    """One bag; every number is plain decimal text, drug in `unit`, concentration in `unit` per mL."""

    bag: str
    volume_ml: str
    drug: str
    concentration: str
    unit: str


class PlanTable(Struct, frozen=True, kw_only=True):
    """Steps and bags in order. Same inputs, same texts, for ever."""

    bags: tuple[BagRow, ...]
    steps: tuple[StepRow, ...]


def table_of(plan: Plan) -> PlanTable:
    return PlanTable(
        bags=tuple(_bag_row(bag, plan.unit) for bag in plan.bags),
        steps=tuple(_step_row(step, plan.unit) for step in plan.steps),
    )


def _bag_row(bag: Bag, unit: DoseUnit) -> BagRow:
    return BagRow(
        bag=str(bag.number),
        volume_ml=bag.volume.text,
        drug=bag.drug.to(unit).text,
        concentration=bag.concentration.to(unit).text,
        unit=unit.value,
    )


def _step_row(step: Step, unit: DoseUnit) -> StepRow:
    return StepRow(
        step=str(step.number),
        bag=str(step.bag),
        rate_ml_h=step.rate.text,
        minutes=exact_text(step.duration.in_minutes),
        volume_ml=step.volume.text,
        dose=step.dose.to(unit).text,
        cumulative=step.cumulative.to(unit).text,
        unit=unit.value,
        elapsed_min=exact_text(step.elapsed.in_minutes),
    )
