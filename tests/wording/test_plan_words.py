"""Every reason why there is no plan, word for word."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, RateScale, StepRate
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.problems import (
    BagNotPrepared,
    BagOutOfOrder,
    BagSkipped,
    BagStrength,
    BagTakenBack,
    BagTooSmall,
    BagUnknown,
    BagVolumeNotAboveZero,
    BagWithoutVolume,
    CompoundedDrugNotAboveZero,
    CompoundedTwice,
    CompoundedUnknown,
    ConcentrationNotAboveZero,
    DilutionOutOfRange,
    DurationNotAboveZero,
    EmptiedTooSoon,
    FinalRateNotAboveZero,
    LastBagDiluted,
    LastBagFixed,
    LastBagRule,
    LastStepEnds,
    NoBags,
    NoSteps,
    NothingLeft,
    OtherDoseUnit,
    PlanProblem,
    RampAndSteps,
    RampIntervalNotAboveZero,
    RampMissing,
    RampNotRising,
    RampTooLong,
    RampUnknownBag,
    RampWithoutVolume,
    RateNotAboveZero,
    RateOfUnknownStep,
    StepOutOfOrder,
    TargetNotAboveZero,
    TargetReachedBefore,
)
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Number, Rate, Volume
from desens_gui.system.protocols import load_protocol
from desens_gui.wording.plan_change_words import last_bag_rule
from desens_gui.wording.plan_changed_words import changed_lines
from desens_gui.wording.plan_words import last_bag_sentence, problem_sentence, total_sentence
from desens_gui.wording.words import ENGLISH
from tests.domain.plan.recipes import bag, inputs, planned, recipe, series, step

SENTENCES: list[tuple[PlanProblem, str]] = [
    (
        TargetNotAboveZero(Amount.of("0 mg")),
        "Dose: 0 mg is not allowed; the target dose must be above 0.",
    ),
    (NoBags(), "Bags: the protocol has none; at least one is needed."),
    (NoSteps(), "Steps: the protocol has none; at least one is needed."),
    (
        BagOutOfOrder(1, 2),
        "Bags: number 2 stands in place 1; bags must be numbered 1, 2, 3 in order.",
    ),
    (
        StepOutOfOrder(4, 5),
        "Steps: number 5 stands in place 4; steps must be numbered 1, 2, 3 in order.",
    ),
    (
        BagVolumeNotAboveZero(1, Volume(-5)),
        "Bag 1: a volume of \u22125 mL is not allowed; it must be above 0 mL.",
    ),
    (
        DilutionOutOfRange(1, Number.of("1.5")),
        "Bag 1: a dilution of 1.5 is not allowed; it must be above 0 and at most 1.",
    ),
    (
        LastBagDiluted(2, Number.of("0.5")),
        "Bag 2: a dilution of 0.5 is not allowed; the last bag has a dilution of 1.",
    ),
    (BagUnknown(4, 3, 2), "Step 4: there is no bag 3; the protocol has bags 1 to 2."),
    (
        BagTakenBack(3, 1, 2),
        "Step 3: bag 1 after bag 2 is not allowed; steps go through bags in order.",
    ),
    (BagSkipped(1), "Bag 1: no step runs from it; every bag needs at least one step."),
    (
        RateNotAboveZero(3, Rate(0)),
        "Step 3: a rate of 0 mL/h is not allowed; it must be above 0 mL/h.",
    ),
    (
        DurationNotAboveZero(1, Duration(0)),
        "Step 1: 0 min is not allowed; the minutes must be above 0.",
    ),
    (
        EmptiedTooSoon(1, 1),
        (
            "Step 1: it runs until bag 1 is empty, but another step of that bag follows; "
            "only the last step of a bag may do so."
        ),
    ),
    (
        LastStepEnds(4),
        "Step 4: the last step has minutes of its own; it must run until the bag is empty.",
    ),
    (
        BagTooSmall(1, Volume(7), Volume.of("7.5")),
        "Bag 1: its steps need 7.5 mL, and 7 mL is too small; at least 7.5 mL is needed.",
    ),
    (
        NothingLeft(4, 2, Volume(5), Volume(5)),
        "Bag 2: the steps before step 4 use all 5 mL; more than 5 mL is needed.",
    ),
    (
        TargetReachedBefore(3, Amount.of("104 mg"), Amount.of("100 mg")),
        "Step 3: 104 mg are given before it; they must stay below the dose of 100 mg.",
    ),
]


SENTENCES += [
    (CompoundedUnknown(4, 3), "Bag 4: the protocol has no such bag; it has bags 1 to 3."),
    (CompoundedTwice(1), "Bag 1: it is given twice; each bag may be given once."),
    (
        CompoundedDrugNotAboveZero(1, Amount.of("0 mg")),
        "Bag 1: 0 mg of drug is not allowed; it must be above 0.",
    ),
    (
        OtherDoseUnit(1, DoseUnit.UNITS, DoseUnit.MG),
        "Bag 1: it is counted in units, the dose in mg; they must be of one kind.",
    ),
    (
        BagNotPrepared(1),
        "Bag 1: the protocol states no volume; a session needs the volume that the pharmacy makes.",
    ),
    (FinalRateNotAboveZero(Rate(0)), "Final rate: 0 mL/h is not allowed; it must be above 0 mL/h."),
    (RateOfUnknownStep(13, 12), "Step 13: the protocol has no such step; it has steps 1 to 12."),
    (
        LastBagFixed(LastBag.AT_TARGET),
        (
            "Last bag: corrected or uncorrected cannot be chosen; in this protocol it holds a strength "
            "of its own, stopped when the target is reached."
        ),
    ),
    (
        BagStrength(2),
        "Bag 2: it needs a dilution or a concentration, one of the two and the same in all bags.",
    ),
    (
        ConcentrationNotAboveZero(1, Concentration.of("0 mg/mL")),
        "Bag 1: a concentration of 0 mg/mL is not allowed; it must be above 0.",
    ),
    (BagWithoutVolume(1), "Bag 1: its volume is missing; it is needed here."),
    (
        LastBagRule(LastBag.AT_TARGET),
        (
            "Last bag: the rule “at-target” does not fit; bags with a concentration end at the target, "
            "diluted ones never."
        ),
    ),
    (RampAndSteps(), "Ramps: the protocol has steps as well; only one of the two is allowed."),
    (RampUnknownBag(3, 2), "Ramps: there is one for bag 3; the protocol has bags 1 to 2."),
    (RampMissing(2), "Bag 2: it needs exactly one ramp."),
    (RampWithoutVolume(1), "Bag 1: a ramp needs the volume of its bag."),
    (
        RampIntervalNotAboveZero(1, Duration(0)),
        "Bag 1: an increase every 0 min is not allowed; it must be above 0 min.",
    ),
    (
        RampNotRising(1, Rate(30), Rate(0), Rate(300)),
        (
            "Bag 1: a ramp from 30 mL/h by 0 mL/h up to 300 mL/h does not rise; "
            "start and increase must be above 0 mL/h and the maximum not below the start."
        ),
    ),
    (RampTooLong(2, 100), "Bag 2: the ramp has more than 100 increases, which no ramp has."),
]


@pytest.mark.parametrize(("problem", "sentence"), SENTENCES)
def test_each_problem_in_one_sentence(problem: PlanProblem, sentence: str) -> None:
    assert problem_sentence(problem, ENGLISH) == sentence


def test_no_problem_is_left_out() -> None:
    assert {type(problem) for problem, _ in SENTENCES} == set(get_args(PlanProblem))


def test_what_a_plan_comes_to() -> None:
    plan = planned(load_protocol("rdd-3bag-12step"), "2000 mg")
    assert total_sentence(plan, ENGLISH) == (
        "Total 2,000 mg in 278 mL, 5 h 39 min without checks and pauses."
    )
    assert last_bag_sentence(plan, ENGLISH) == (
        "Bag 3 holds 1,984.26 mg: 2,000 mg less the 15.74 mg that the bags before it give."
    )


def test_an_uncorrected_bag_says_what_it_could_give_too_much() -> None:
    protocol = replace(load_protocol("rdd-3bag-12step"), last_bag=LastBag.UNCORRECTED)
    assert last_bag_sentence(planned(protocol, "1000 mg"), ENGLISH) == (
        "Bag 3 holds the whole 1,000 mg: stop it with 1.968 mL left, or it gives 7.87 mg too much."
    )


def test_a_single_bag_holds_the_whole_dose() -> None:
    plan = planned(recipe(bags=(bag(1),), steps=(step(1, 1, "20", None),)))
    assert last_bag_sentence(plan, ENGLISH) == "Bag 1 holds the whole dose."


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (LastBag.CORRECTED, "the target less what the earlier bags give, given whole"),
        (LastBag.UNCORRECTED, "the whole target, stopped when the target is reached"),
        (LastBag.AT_TARGET, "a strength of its own, stopped when the target is reached"),
        (LastBag.WHOLE, "the whole target, given whole after the earlier bags"),
    ],
)
def test_the_rule_of_the_last_bag_in_a_few_words(rule: LastBag, words: str) -> None:
    assert last_bag_rule(rule, ENGLISH) == words


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        (planned(series(), "10 mg"), "Bag 2 holds 8.75 mg at 1 mg/mL, as much as its steps need."),
        (
            planned(series("20", "50"), "10 mg"),
            "Bag 2 holds 50 mg: stop it with 41.25 mL left, or it gives 41.25 mg too much.",
        ),
        (
            planned(recipe(last_bag=LastBag.WHOLE)),
            "Bag 2 holds 100 mg and is given whole, on top of the 0.75 mg of the bags before it.",
        ),
    ],
)
def test_other_last_bags(plan: Plan, sentence: str) -> None:
    assert last_bag_sentence(plan, ENGLISH) == sentence


def test_a_last_bag_that_falls_short() -> None:
    less = CompoundedBag(number=2, volume=Volume(100), drug=Amount.of("90 mg"))
    plan = resolve(replace(inputs(recipe()), bags=(less,)))
    assert isinstance(plan, Plan)
    assert last_bag_sentence(plan, ENGLISH) == "Bag 2 holds 90 mg and is given whole."
    assert total_sentence(plan, ENGLISH).startswith("Total 90.75 mg in ")


def test_what_a_plan_changes_is_said_line_by_line() -> None:
    changed = replace(
        inputs(recipe()),
        bags=(
            CompoundedBag(number=1, volume=Volume(50), drug=Amount.of("5 mg")),
            CompoundedBag(number=2, volume=Volume(105)),
        ),
        final_rate=FinalRate(rate=Rate(15)),
        rates=(StepRate(step=2, rate=Rate(12)),),
        last_bag=LastBag.UNCORRECTED,
    )
    assert changed_lines(changed, ENGLISH) == (
        "As the pharmacy makes it: bag 1 has 5 mg in 50 mL.",
        "As the pharmacy makes it: bag 2 has 105 mL.",
        "Edited here: the final rate is 15 mL/h, the others unchanged.",
        "Edited here: step 2 runs at 12 mL/h.",
        "Edited here: the last bag holds the whole target, stopped when the target is reached.",
    )
    scaled = replace(inputs(recipe()), final_rate=FinalRate(rate=Rate(15), scale=RateScale.EVERY_STEP))
    assert changed_lines(scaled, ENGLISH) == (
        "Edited here: the final rate is 15 mL/h, every rate in proportion.",
    )
    assert changed_lines(replace(inputs(recipe()), last_bag=LastBag.CORRECTED), ENGLISH) == ()
