"""What makes no plan is refused with its numbers; what makes one adds up exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.problems import (
    BagOutOfOrder,
    BagSkipped,
    BagTakenBack,
    BagTooSmall,
    BagUnknown,
    BagVolumeNotAboveZero,
    DilutionOutOfRange,
    DurationNotAboveZero,
    EmptiedTooSoon,
    LastBagDiluted,
    LastStepEnds,
    NoBags,
    NoSteps,
    NothingLeft,
    PlanProblem,
    RateNotAboveZero,
    StepOutOfOrder,
    TargetNotAboveZero,
    TargetReachedBefore,
)
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.protocol.protocol import LastBag, Protocol
from desens_gui.domain.quantities import Amount, Duration, Number, Rate, Volume
from tests.domain.plan.recipes import (
    QUARTER,
    SMALL_STEPS,
    amounts,
    any_protocols,
    bag,
    inputs,
    planned,
    recipe,
    sound_protocols,
    step,
)

FOUR = SMALL_STEPS

BROKEN: list[tuple[Protocol, tuple[PlanProblem, ...]]] = [
    (recipe(bags=(), steps=()), (NoBags(), NoSteps())),
    (recipe(steps=()), (NoSteps(),)),
    (recipe(bags=()), (NoBags(),)),
    (recipe(bags=(bag(2, "0.1"), bag(2))), (BagOutOfOrder(1, 2),)),
    (recipe(bags=(bag(1, "0.1", "0"), bag(2))), (BagVolumeNotAboveZero(1, Volume(0)),)),
    (recipe(bags=(bag(1, "0"), bag(2))), (DilutionOutOfRange(1, Number(0)),)),
    (recipe(bags=(bag(1, "1.5"), bag(2))), (DilutionOutOfRange(1, Number.of("1.5")),)),
    (recipe(bags=(bag(1, "0.1"), bag(2, "0.5"))), (LastBagDiluted(2, Number.of("0.5")),)),
    (recipe(steps=(*FOUR[:3], step(5, 2, "20", None))), (StepOutOfOrder(4, 5),)),
    (recipe(steps=(*FOUR[:3], step(4, 3, "20", None))), (BagUnknown(4, 3, 2),)),
    (recipe(steps=(step(1, 1), step(2, 2), step(3, 1), step(4, 2, "9", None))), (BagTakenBack(3, 1, 2),)),
    (recipe(steps=(step(1, 2), step(2, 2, "20", None))), (BagSkipped(1),)),
    (recipe(steps=(*FOUR[:2], step(3, 2, "0"), FOUR[3])), (RateNotAboveZero(3, Rate(0)),)),
    (recipe(steps=(*FOUR[:2], step(3, 2, "-5"), FOUR[3])), (RateNotAboveZero(3, Rate(-5)),)),
    (recipe(steps=(step(1, 1, "10", Duration(0)), *FOUR[1:])), (DurationNotAboveZero(1, Duration(0)),)),
    (recipe(steps=(step(1, 1, "10", None), *FOUR[1:])), (EmptiedTooSoon(1, 1),)),
    (recipe(steps=(*FOUR[:3], step(4, 2, "20"))), (LastStepEnds(4),)),
    (recipe(bags=(bag(1, "0.1", "7"), bag(2))), (BagTooSmall(1, Volume(7), Volume.of("7.5")),)),
    (
        recipe(bags=(bag(1, "0.1"), bag(2, "1", "2.5"))),
        (NothingLeft(4, 2, Volume.of("2.5"), Volume.of("2.5")),),
    ),
]


@pytest.mark.parametrize(("protocol", "problems"), BROKEN)
def test_each_broken_rule_is_named_with_its_numbers(
    protocol: Protocol, problems: tuple[PlanProblem, ...]
) -> None:
    assert resolve(inputs(protocol)) == problems


@pytest.mark.parametrize("dose", ["0 mg", "-3 mg"])
def test_a_dose_that_is_not_above_zero_comes_first(dose: str) -> None:
    found = resolve(inputs(recipe(bags=()), dose))
    assert found == (TargetNotAboveZero(Amount.of(dose)), NoBags())


def test_several_faults_are_all_named() -> None:
    found = resolve(inputs(recipe(bags=(bag(1, "0", "0"), bag(2)))))
    assert found == (BagVolumeNotAboveZero(1, Volume(0)), DilutionOutOfRange(1, Number(0)))


def test_bags_before_the_last_must_stay_below_the_target() -> None:
    emptied = (step(1, 1, "10", None), step(2, 2, "20", None))
    found = resolve(inputs(recipe(bags=(bag(1, "1"), bag(2)), steps=emptied)))
    assert found == (TargetReachedBefore(2, Amount.of("100 mg"), Amount.of("100 mg")),)


def test_timed_steps_of_an_uncorrected_last_bag_must_stay_below_the_target() -> None:
    steps = (step(1, 1, "200"), step(2, 2, "396", QUARTER), step(3, 2, "20", None))
    protocol = recipe(steps=steps, last_bag=LastBag.UNCORRECTED)
    assert resolve(inputs(protocol)) == (TargetReachedBefore(3, Amount.of("104 mg"), Amount.of("100 mg")),)
    assert isinstance(resolve(inputs(recipe(steps=steps))), Plan)


def test_a_bag_before_the_last_may_be_given_whole() -> None:
    plan = planned(recipe(steps=(step(1, 1), step(2, 1, "20", None), step(3, 2, "50", None))))
    assert plan.bag(1).discard == Volume(0)
    assert plan.step(2).volume == Volume.of("97.5")
    assert plan.step(2).until_empty
    assert plan.step(2).cumulative == Amount.of("10 mg")


def test_a_bag_of_another_volume_holds_its_share() -> None:
    plan = planned(recipe(bags=(bag(1, "0.1", "50"), bag(2, "1", "200"))))
    assert plan.bag(1).drug == Amount.of("2.5 mg")
    assert plan.bag(1).concentration.text == "0.05"


@given(sound_protocols(), amounts)
def test_doses_add_up_to_the_target_and_volumes_fit_the_bags(protocol: Protocol, target: Amount) -> None:
    plan = resolve(inputs(protocol, f"{target.text} {target.unit}"))
    assert isinstance(plan, Plan)
    assert Amount.total((step.dose for step in plan.steps), target.unit) == target
    assert plan.last_step.cumulative == target
    assert plan.last_step.elapsed == plan.total
    for each in plan.bags:
        steps = plan.steps_of(each.number)
        assert sum((step.volume.value for step in steps), Fraction(0)) == each.used.value
        assert each.used + each.discard == each.volume
        assert each.used <= each.volume
        assert each.volume * each.concentration == each.drug
    for each_step in plan.steps:
        assert each_step.dose.value > 0
        assert each_step.duration.value > 0
        assert each_step.rate * each_step.duration == each_step.volume


@given(any_protocols, amounts)
def test_no_decoded_protocol_makes_it_raise(protocol: Protocol, target: Amount) -> None:
    found = resolve(inputs(protocol, f"{target.text} {target.unit}"))
    assert isinstance(found, Plan) or found
