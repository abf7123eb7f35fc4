"""A ramp becomes steps: by its increments, up to its maximum, as long as the bag lasts."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, RateScale
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.problems import (
    PlanProblem,
    RampAndSteps,
    RampIntervalNotAboveZero,
    RampMissing,
    RampNotRising,
    RampTooLong,
    RampUnknownBag,
    RampWithoutVolume,
)
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.protocol.protocol import LastBag, Protocol, ProtocolKind, Ramp
from desens_gui.domain.quantities import Amount, Duration, Rate, Volume
from tests.domain.plan.recipes import bag, inputs, planned, recipe, step

FIVE = Duration.minutes(5)


def ramp(
    of_bag: int = 1, start: str = "30", by: str = "30", top: str = "300", every: Duration = FIVE
) -> Ramp:
    return Ramp(
        bag=of_bag,
        start=Rate.of(start),
        increment=Rate.of(by),
        every=every,
        maximum=Rate.of(top),
        sources=("s",),
    )


def ramped(*ramps: Ramp, volumes: tuple[str, ...] = ("100", "250")) -> Protocol:
    bags = (bag(1, "0.1", volumes[0]), bag(2, "1", volumes[1]))
    whole = recipe(bags=bags, steps=(), last_bag=LastBag.WHOLE)
    return replace(whole, kind=ProtocolKind.INFUSION_RAMP, ramps=ramps or (ramp(1), ramp(2)))


def test_every_bag_starts_anew_and_is_given_whole() -> None:
    plan = planned(ramped(), "500 mg")
    first = [(step.rate.text, step.duration.in_minutes) for step in plan.steps_of(1)]
    assert first == [*((str(30 * n), 5) for n in range(1, 9)), ("270", Fraction(20, 9))]
    second = [step.rate.value for step in plan.steps_of(2)]
    assert second == [30 * n for n in range(1, 11)]
    assert plan.steps_of(2)[-1].volume == Volume.of("137.5")
    assert [each.discard for each in plan.bags] == [Volume(0), Volume(0)]
    assert plan.total_dose == Amount.of("520 mg"), "the whole target, on top of the first bag"
    assert plan.steps_of(1)[-1].until_empty
    assert plan.steps_of(2)[-1].until_empty
    assert plan.target == Amount.of("500 mg")


def test_a_start_at_the_maximum_is_one_step() -> None:
    plan = planned(ramped(ramp(1, "300"), ramp(2)))
    assert len(plan.steps_of(1)) == 1


def test_an_increase_that_would_pass_the_maximum_stops_at_it() -> None:
    plan = planned(ramped(ramp(1, "30", "40", "100"), ramp(2)))
    assert [step.rate.text for step in plan.steps_of(1)] == ["30", "70", "100"]


def test_the_steps_follow_the_volume_that_was_made() -> None:
    made = CompoundedBag(number=1, volume=Volume.of("2.5"))
    plan = resolve(replace(inputs(ramped()), bags=(made,)))
    assert isinstance(plan, Plan)
    assert len(plan.steps_of(1)) == 1, "the bag is empty when the first increase is due"


@pytest.mark.parametrize(
    ("scale", "starts", "tops"),
    [(RateScale.EVERY_STEP, ["15", "15"], "150"), (RateScale.LAST_STEP, ["30", "30"], "150")],
)
def test_another_final_rate(scale: RateScale, starts: list[str], tops: str) -> None:
    plan = resolve(replace(inputs(ramped()), final_rate=FinalRate(rate=Rate(150), scale=scale)))
    assert isinstance(plan, Plan)
    assert [plan.steps_of(number)[0].rate.text for number in (1, 2)] == starts
    assert plan.last_step.rate.text == tops
    assert plan.recipe.ramps[-1].sources == ()


SPEED = ramp(2, "30", "0", "300")
BROKEN: list[tuple[Protocol, tuple[PlanProblem, ...]]] = [
    (replace(ramped(), steps=(step(1, 1),)), (RampAndSteps(),)),
    (ramped(ramp(1)), (RampMissing(2),)),
    (ramped(ramp(1), ramp(2), ramp(2)), (RampMissing(2),)),
    (ramped(ramp(1), ramp(2), ramp(3)), (RampUnknownBag(3, 2),)),
    (replace(ramped(), bags=(replace(bag(1, "0.1"), volume=None), bag(2))), (RampWithoutVolume(1),)),
    (ramped(ramp(1, every=Duration(0)), ramp(2)), (RampIntervalNotAboveZero(1, Duration(0)),)),
    (ramped(ramp(1), SPEED), (RampNotRising(2, SPEED.start, SPEED.increment, SPEED.maximum),)),
    (ramped(ramp(1), ramp(2, "1", "0.001", "300")), (RampTooLong(2, 100),)),
    (ramped(ramp(1), ramp(2, "-1", "1", "-1")), (RampNotRising(2, Rate(-1), Rate(1), Rate(-1)),)),
]


@pytest.mark.parametrize(("protocol", "problems"), BROKEN)
def test_each_ramp_that_makes_no_steps_is_named(
    protocol: Protocol, problems: tuple[PlanProblem, ...]
) -> None:
    assert resolve(inputs(protocol)) == problems
    scaled = FinalRate(rate=Rate(150), scale=RateScale.EVERY_STEP)
    assert not isinstance(resolve(replace(inputs(protocol), final_rate=scaled)), Plan)


quarters = st.integers(1, 400).map(lambda n: Fraction(n, 4))


@settings(max_examples=40)
@given(quarters, quarters, st.integers(0, 200), st.integers(1, 60), quarters)
def test_a_ramp_empties_its_bag_and_never_jumps(
    start: Fraction, by: Fraction, rises: int, minutes: int, volume: Fraction
) -> None:
    top = start + by * Fraction(rises, 4)
    only = Ramp(
        bag=1,
        start=Rate(start),
        increment=Rate(by),
        every=Duration.minutes(minutes),
        maximum=Rate(top),
        sources=(),
    )
    one = replace(ramped(), bags=(replace(bag(1), volume=Volume(volume)),), ramps=(only,))
    plan = planned(one)
    assert plan.total_volume == Volume(volume)
    assert plan.total_dose == plan.target
    rates = [step.rate.value for step in plan.steps]
    assert all(0 < later - earlier <= by for earlier, later in itertools.pairwise(rates))
    assert rates[-1] <= top
    assert all(step.volume.value > 0 for step in plan.steps)
