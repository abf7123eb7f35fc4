"""Every reason why there is no plan, word for word."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

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
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Amount, Duration, Number, Rate, Volume
from desens_gui.system.protocols import load_protocol
from desens_gui.wording.plan_words import last_bag_sentence, problem_sentence, total_sentence
from desens_gui.wording.words import ENGLISH
from tests.domain.plan.recipes import bag, planned, recipe, step

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
