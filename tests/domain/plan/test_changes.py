"""What a plan changes of its protocol: bags as they were made, rates, rule of the last bag."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, PlanInputs, RateScale, StepRate
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.problems import (
    BagStrength,
    BagTooSmall,
    BagWithoutVolume,
    CompoundedDrugNotAboveZero,
    CompoundedTwice,
    CompoundedUnknown,
    ConcentrationNotAboveZero,
    FinalRateNotAboveZero,
    LastBagFixed,
    LastBagRule,
    OtherDoseUnit,
    PlanProblem,
    RateNotAboveZero,
    RateOfUnknownStep,
    TargetReachedBefore,
)
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.protocol.protocol import LastBag, Protocol
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Rate, Volume
from desens_gui.system.protocols import load_protocol
from tests.domain.plan.recipes import bag, inputs, recipe, series, step

TWELVE = load_protocol("rdd-3bag-12step")


def made(number: int, volume: str, drug: str = "") -> CompoundedBag:
    return CompoundedBag(number=number, volume=Volume.of(volume), drug=Amount.of(drug) if drug else None)


def changed(protocol: Protocol = TWELVE, dose: str = "1000 mg", **changes: Any) -> PlanInputs:
    return replace(inputs(protocol, dose), **changes)


def planned(changes: PlanInputs) -> Plan:
    plan = resolve(changes)
    assert isinstance(plan, Plan), plan
    return plan


@pytest.mark.hazard("H-PLAN")
@pytest.mark.requirement("R-S12-6")
def test_a_bag_as_it_was_made_stands_in_place_of_the_ideal_one() -> None:
    plan = planned(changed(dose="675 mg", bags=(made(1, "50", "1.5 mg"),)))
    assert plan.bag(1).concentration == Concentration.of("0.03 mg/mL")
    assert plan.step(1).dose == Amount.of("0.015 mg")
    assert plan.bag(3).drug == Amount.of("675 mg") - plan.step(8).cumulative
    assert plan.total_dose == plan.target
    assert plan.bag(2).drug == Amount.of("67.5 mg"), "the others stay as they were"


def test_another_volume_alone_keeps_the_dilution() -> None:
    plan = planned(changed(bags=(made(1, "50"),)))
    assert plan.bag(1).drug == Amount.of("2 mg")
    assert plan.bag(1).concentration == planned(changed()).bag(1).concentration


def test_mass_in_another_unit_of_the_scale_is_read_as_the_same_mass() -> None:
    grams = planned(changed(bags=(made(1, "250", "10000 mcg"),)))
    assert grams.bag(1).drug.unit is DoseUnit.MG
    assert grams.steps == planned(changed()).steps


def test_a_last_bag_that_holds_more_is_stopped_at_the_target() -> None:
    plan = planned(changed(bags=(made(3, "250", "1000 mg"),)))
    assert plan.total_dose == plan.target
    assert plan.bag(3).discard == Volume.of("1.9675")
    assert not plan.last_step.until_empty


def test_a_last_bag_that_holds_less_is_given_whole_and_falls_short() -> None:
    plan = planned(changed(bags=(made(3, "250", "900 mg"),)))
    assert plan.last_step.until_empty
    assert plan.total_dose == Amount.of("907.87 mg")
    assert plan.bag(3).discard == Volume(0)


@pytest.mark.parametrize(
    ("scale", "first", "total_min"), [(RateScale.LAST_STEP, "2", "351"), (RateScale.EVERY_STEP, "1.875", "")]
)
def test_the_final_rate(scale: RateScale, first: str, total_min: str) -> None:
    plan = planned(changed(final_rate=FinalRate(rate=Rate(75), scale=scale)))
    assert plan.last_step.rate == Rate(75)
    assert plan.step(1).rate == Rate.of(first)
    assert plan.recipe.steps[-1].sources == (), "no source gives this rate"
    assert bool(plan.recipe.steps[0].sources) == (scale is RateScale.LAST_STEP)
    if total_min:
        assert plan.total.in_minutes == Fraction(total_min)


def test_the_protocols_own_final_rate_changes_nothing() -> None:
    plan = planned(changed(final_rate=FinalRate(rate=Rate(80), scale=RateScale.EVERY_STEP)))
    assert plan.recipe == TWELVE


def test_one_step_at_another_rate_and_the_last_bag_follows() -> None:
    plan = planned(changed(rates=(StepRate(step=8, rate=Rate.of("41")),)))
    assert plan.step(8).dose == Amount.of("4.1 mg")
    assert plan.bag(3).drug == Amount.of("992.03 mg")
    assert plan.total_dose == plan.target
    assert plan.recipe.steps[7].sources == ()


def test_an_uncorrected_last_bag_by_choice() -> None:
    plan = planned(changed(last_bag=LastBag.UNCORRECTED))
    assert plan.bag(3).drug == plan.target
    assert plan.recipe.last_bag is LastBag.UNCORRECTED
    assert planned(changed(last_bag=LastBag.CORRECTED)).recipe == TWELVE


def test_a_series_of_concentrations_needs_no_volumes() -> None:
    plan = planned(changed(series(), "10 mg"))
    assert [each.volume.text for each in plan.bags] == ["2.5", "8.75"]
    assert [each.drug.text for each in plan.bags] == ["1.25", "8.75"]
    assert plan.last_step.until_empty
    assert plan.total_dose == plan.target


def test_a_series_with_volumes_is_stopped_at_the_target_and_discards_the_rest() -> None:
    plan = planned(changed(series("20", "50"), "10 mg"))
    assert plan.bag(1).discard == Volume.of("17.5")
    assert plan.bag(2).discard == Volume.of("41.25")
    assert not plan.last_step.until_empty
    assert plan.total_dose == plan.target


def test_a_series_counts_in_the_unit_of_the_dose() -> None:
    plan = planned(changed(series(), "10000 mcg"))
    assert plan.step(1).dose.unit is DoseUnit.MCG
    assert plan.step(1).dose == Amount.of("1.25 mg")


IN_UNITS = replace(bag(1), dilution=None, concentration=Concentration.of("5 units/mL"))
MIXED = recipe(
    bags=(bag(1, "0.1"), replace(bag(2), dilution=None, concentration=Concentration.of("1 mg/mL")))
)
REFUSED: list[tuple[PlanInputs, tuple[PlanProblem, ...]]] = [
    (changed(bags=(made(4, "50"),)), (CompoundedUnknown(4, 3),)),
    (changed(bags=(made(1, "50"), made(1, "60"))), (CompoundedTwice(1),)),
    (changed(bags=(made(1, "50", "0 mg"),)), (CompoundedDrugNotAboveZero(1, Amount.of("0 mg")),)),
    (changed(bags=(made(1, "50", "5 units"),)), (OtherDoseUnit(1, DoseUnit.UNITS, DoseUnit.MG),)),
    (changed(bags=(made(1, "5"),)), (BagTooSmall(1, Volume(5), Volume.of("9.25")),)),
    (changed(final_rate=FinalRate(rate=Rate(0))), (FinalRateNotAboveZero(Rate(0)),)),
    (changed(rates=(StepRate(step=13, rate=Rate(5)),)), (RateOfUnknownStep(13, 12),)),
    (changed(rates=(StepRate(step=1, rate=Rate(0)),)), (RateNotAboveZero(1, Rate(0)),)),
    (changed(last_bag=LastBag.WHOLE), (LastBagFixed(LastBag.CORRECTED),)),
    (changed(series(), last_bag=LastBag.CORRECTED), (LastBagFixed(LastBag.AT_TARGET),)),
    (changed(series(), "1 mg"), (TargetReachedBefore(2, Amount.of("1.25 mg"), Amount.of("1 mg")),)),
    (changed(recipe(bags=(IN_UNITS,))), (OtherDoseUnit(1, DoseUnit.UNITS, DoseUnit.MG),)),
    (changed(replace(series(), last_bag=LastBag.CORRECTED)), (LastBagRule(LastBag.CORRECTED),)),
    (changed(recipe(last_bag=LastBag.AT_TARGET)), (LastBagRule(LastBag.AT_TARGET),)),
    (changed(MIXED), (BagStrength(2),)),
    (changed(recipe(bags=(replace(bag(1), dilution=None), bag(2)))), (BagStrength(1), BagStrength(1))),
    (changed(recipe(bags=(replace(bag(1, "0.1"), volume=None), bag(2)))), (BagWithoutVolume(1),)),
    (
        changed(series(strength="0 mg/mL")),
        (ConcentrationNotAboveZero(1, Concentration.of("0 mg/mL")),),
    ),
    (
        changed(replace(series(), steps=(step(1, 1, "10", None), step(2, 2, "20", None)))),
        (BagWithoutVolume(1),),
    ),
]


@pytest.mark.parametrize(("asked", "problems"), REFUSED)
def test_each_change_that_does_not_fit_is_named_with_its_numbers(
    asked: PlanInputs, problems: tuple[PlanProblem, ...]
) -> None:
    assert resolve(asked) == problems
