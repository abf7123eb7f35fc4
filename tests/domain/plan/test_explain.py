"""Every number of a plan says where it comes from, and its formula gives exactly that number."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from desens_gui.domain.plan.explain import OF_BAGS, Cell, Explanation, Formula, Name, explain
from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, RateScale, StepRate
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.protocol.protocol import LastBag, Protocol
from desens_gui.domain.quantities import Amount, Rate, Volume
from desens_gui.system.protocols import load_protocol
from tests.domain.plan.recipes import amounts, inputs, sound_protocols

TWELVE = load_protocol("rdd-3bag-12step")
HOUR = 3600
READ_OFF = (Formula.PROTOCOL, Formula.EDITED, Formula.COMPOUNDED)
"""Numbers that stand somewhere: nothing is worked out."""


def worked_out(found: Explanation) -> Fraction:
    """The formula over its inputs, in the units of the quantities."""
    of: dict[Name, Fraction] = {}
    for each in found.inputs:
        of[each.name] = of.get(each.name, Fraction(0)) + each.value.value
    formulas: dict[Formula, Callable[[], Fraction]] = {
        Formula.SCALED: lambda: found.value.value,
        Formula.NEEDED: lambda: of[Name.USED],
        Formula.DILUTED: lambda: (
            of[Name.TARGET] * of[Name.DILUTION] * of[Name.BAG_VOLUME] / of[Name.LAST_BAG_VOLUME]
        ),
        Formula.OWN_STRENGTH: lambda: of[Name.STRENGTH] * of[Name.BAG_VOLUME],
        Formula.TARGET_LESS_GIVEN: lambda: of[Name.TARGET] - of[Name.GIVEN_BEFORE],
        Formula.WHOLE_TARGET: lambda: of[Name.TARGET],
        Formula.DRUG_BY_VOLUME: lambda: of[Name.DRUG] / of[Name.BAG_VOLUME],
        Formula.SUM_OF_STEPS: lambda: of[Name.VOLUME],
        Formula.VOLUME_LESS_USED: lambda: of[Name.BAG_VOLUME] - of[Name.USED],
        Formula.RATE_BY_TIME: lambda: of[Name.RATE] * of[Name.TIME] / HOUR,
        Formula.LEFT_IN_BAG: lambda: of[Name.BAG_VOLUME] - of[Name.USED_BEFORE],
        Formula.TO_TARGET: lambda: (of[Name.TARGET] - of[Name.GIVEN_BEFORE]) / of[Name.STRENGTH],
        Formula.VOLUME_BY_RATE: lambda: of[Name.VOLUME] / of[Name.RATE] * HOUR,
        Formula.VOLUME_BY_STRENGTH: lambda: of[Name.VOLUME] * of[Name.STRENGTH],
        Formula.SUM_SO_FAR: lambda: (
            of.get(Name.BEFORE, Fraction(0))
            + sum(of.get(name, Fraction(0)) for name in (Name.DOSE, Name.TIME))
        ),
    }
    return formulas[found.formula]()


def every_cell(plan: Plan) -> list[Explanation]:
    bags = [explain(plan, bag.number, cell) for bag in plan.bags for cell in OF_BAGS]
    of_steps = [cell for cell in Cell if cell not in OF_BAGS]
    return bags + [explain(plan, step.number, cell) for step in plan.steps for cell in of_steps]


def shown(plan: Plan, found: Explanation) -> Fraction:
    """The number that the plan itself has in that place."""
    names = {
        Cell.BAG_VOLUME: "volume",
        Cell.BAG_DRUG: "drug",
        Cell.BAG_CONCENTRATION: "concentration",
        Cell.BAG_USED: "used",
        Cell.BAG_DISCARD: "discard",
        Cell.MINUTES: "duration",
    }
    row = plan.bag(found.row) if found.cell in OF_BAGS else plan.step(found.row)
    value: Fraction = getattr(row, names.get(found.cell, found.cell.value)).value
    return value


def planned(protocol: Protocol = TWELVE, dose: str = "1000 mg", **changes: Any) -> Plan:
    plan = resolve(replace(inputs(protocol, dose), **changes))
    assert isinstance(plan, Plan), plan
    return plan


SCALED = FinalRate(rate=Rate(75), scale=RateScale.EVERY_STEP)
MADE = CompoundedBag(number=1, volume=Volume(50), drug=Amount.of("2 mg"))
PLANS = {
    "12 steps": planned(),
    "uncorrected": planned(last_bag=LastBag.UNCORRECTED),
    "as made": planned(bags=(MADE,)),
    "scaled": planned(final_rate=SCALED),
    "last rate": planned(final_rate=FinalRate(rate=Rate(75))),
    "one rate": planned(rates=(StepRate(step=2, rate=Rate(6)),)),
    "series": planned(load_protocol("lrdp-13dose"), "600 mg"),
    "ramp": planned(load_protocol("vancomycin-ramp"), "500 mg"),
    "scaled ramp": planned(load_protocol("vancomycin-ramp"), "500 mg", final_rate=SCALED),
}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS.keys())
def test_every_formula_gives_exactly_its_number(plan: Plan) -> None:
    for found in every_cell(plan):
        assert found.value.value == shown(plan, found)
        if found.formula not in READ_OFF:
            assert worked_out(found) == found.value.value, found


@settings(max_examples=30)
@given(sound_protocols(), amounts)
def test_of_any_plan(protocol: Protocol, target: Amount) -> None:
    plan = resolve(inputs(protocol, f"{target.text} {target.unit}"))
    assert isinstance(plan, Plan)
    for found in every_cell(plan):
        assert found.formula in READ_OFF or worked_out(found) == shown(plan, found)


@pytest.mark.parametrize(
    ("plan", "row", "cell", "formula", "cited"),
    [
        ("12 steps", 3, Cell.BAG_VOLUME, Formula.PROTOCOL, True),
        ("as made", 1, Cell.BAG_VOLUME, Formula.COMPOUNDED, False),
        ("as made", 1, Cell.BAG_DRUG, Formula.COMPOUNDED, False),
        ("12 steps", 1, Cell.BAG_DRUG, Formula.DILUTED, True),
        ("12 steps", 3, Cell.BAG_DRUG, Formula.TARGET_LESS_GIVEN, True),
        ("uncorrected", 3, Cell.BAG_DRUG, Formula.WHOLE_TARGET, False),
        ("series", 3, Cell.BAG_DRUG, Formula.OWN_STRENGTH, True),
        ("series", 3, Cell.BAG_VOLUME, Formula.NEEDED, False),
        ("12 steps", 1, Cell.RATE, Formula.PROTOCOL, True),
        ("scaled", 1, Cell.RATE, Formula.SCALED, False),
        ("last rate", 1, Cell.RATE, Formula.PROTOCOL, True),
        ("last rate", 12, Cell.RATE, Formula.SCALED, False),
        ("one rate", 2, Cell.RATE, Formula.EDITED, False),
        ("one rate", 2, Cell.MINUTES, Formula.PROTOCOL, True),
        ("ramp", 1, Cell.MINUTES, Formula.PROTOCOL, True),
        ("12 steps", 12, Cell.VOLUME, Formula.LEFT_IN_BAG, False),
        ("uncorrected", 12, Cell.VOLUME, Formula.TO_TARGET, False),
    ],
)
def test_where_a_number_comes_from(plan: str, row: int, cell: Cell, formula: Formula, cited: bool) -> None:
    found = explain(PLANS[plan], row, cell)
    assert found.formula is formula
    assert bool(found.sources) == cited


def test_an_exact_number_is_known_as_one() -> None:
    assert explain(PLANS["12 steps"], 9, Cell.DOSE).exact
    assert not explain(planned(final_rate=FinalRate(rate=Rate(70))), 12, Cell.MINUTES).exact


@pytest.mark.parametrize(("row", "cell"), [(4, Cell.BAG_DRUG), (0, Cell.BAG_DRUG), (13, Cell.DOSE)])
def test_a_row_that_is_not_there(row: int, cell: Cell) -> None:
    with pytest.raises(IndexError):
        explain(PLANS["12 steps"], row, cell)
