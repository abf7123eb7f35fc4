"""Sentences about a plan: why none can be made, and what it comes to."""

from __future__ import annotations

from typing import assert_never

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
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.wording.numbers import amount, concentration, duration_words, minutes, number, rate, volume
from desens_gui.wording.plan_change_words import change_sentence
from desens_gui.wording.words import Words


def problem_sentence(problem: PlanProblem, words: Words) -> str:
    """One sentence: the field, what was wrong, what is allowed."""
    match problem:
        case TargetNotAboveZero():
            return words(
                "Dose: {dose} is not allowed; the target dose must be above 0.",
                dose=amount(problem.target, words),
            )
        case NoBags():
            return words("Bags: the protocol has none; at least one is needed.")
        case NoSteps():
            return words("Steps: the protocol has none; at least one is needed.")
        case (
            BagOutOfOrder() | BagVolumeNotAboveZero() | DilutionOutOfRange() | LastBagDiluted() | BagSkipped()
        ):
            return _bag_sentence(problem, words)
        case BagTooSmall() | NothingLeft():
            return _volume_sentence(problem, words)
        case StepOutOfOrder() | BagUnknown() | BagTakenBack() | RateNotAboveZero() | DurationNotAboveZero():
            return _step_sentence(problem, words)
        case EmptiedTooSoon() | LastStepEnds() | TargetReachedBefore():
            return _end_sentence(problem, words)
        case _:
            return change_sentence(problem, words)


def _bag_sentence(
    problem: BagOutOfOrder | BagVolumeNotAboveZero | DilutionOutOfRange | LastBagDiluted | BagSkipped,
    words: Words,
) -> str:
    match problem:
        case BagOutOfOrder():
            return words(
                "Bags: number {number} stands in place {place}; bags must be numbered 1, 2, 3 in order.",
                number=problem.number,
                place=problem.place,
            )
        case BagVolumeNotAboveZero():
            return words(
                "Bag {bag}: a volume of {volume} is not allowed; it must be above 0 mL.",
                bag=problem.bag,
                volume=volume(problem.volume),
            )
        case DilutionOutOfRange():
            return words(
                "Bag {bag}: a dilution of {dilution} is not allowed; it must be above 0 and at most 1.",
                bag=problem.bag,
                dilution=number(problem.dilution),
            )
        case LastBagDiluted():
            return words(
                "Bag {bag}: a dilution of {dilution} is not allowed; the last bag has a dilution of 1.",
                bag=problem.bag,
                dilution=number(problem.dilution),
            )
        case BagSkipped():
            return words(
                "Bag {bag}: no step runs from it; every bag needs at least one step.", bag=problem.bag
            )
        case _:
            assert_never(problem)


def _volume_sentence(problem: BagTooSmall | NothingLeft, words: Words) -> str:
    match problem:
        case BagTooSmall():
            return words(
                "Bag {bag}: its steps need {needed}, and {volume} is too small; at least {needed} is needed.",
                bag=problem.bag,
                needed=volume(problem.needed),
                volume=volume(problem.volume),
            )
        case NothingLeft():
            return words(
                "Bag {bag}: the steps before step {step} use all {volume}; more than {needed} is needed.",
                bag=problem.bag,
                step=problem.step,
                volume=volume(problem.volume),
                needed=volume(problem.needed),
            )
        case _:
            assert_never(problem)


def _step_sentence(
    problem: StepOutOfOrder | BagUnknown | BagTakenBack | RateNotAboveZero | DurationNotAboveZero,
    words: Words,
) -> str:
    match problem:
        case StepOutOfOrder():
            return words(
                "Steps: number {number} stands in place {place}; steps must be numbered 1, 2, 3 in order.",
                number=problem.number,
                place=problem.place,
            )
        case BagUnknown():
            return words(
                "Step {step}: there is no bag {bag}; the protocol has bags 1 to {bags}.",
                step=problem.step,
                bag=problem.bag,
                bags=problem.bags,
            )
        case BagTakenBack():
            return words(
                "Step {step}: bag {bag} after bag {before} is not allowed; steps go through bags in order.",
                step=problem.step,
                bag=problem.bag,
                before=problem.before,
            )
        case RateNotAboveZero():
            return words(
                "Step {step}: a rate of {rate} is not allowed; it must be above 0 mL/h.",
                step=problem.step,
                rate=rate(problem.rate),
            )
        case DurationNotAboveZero():
            return words(
                "Step {step}: {minutes} is not allowed; the minutes must be above 0.",
                step=problem.step,
                minutes=minutes(problem.duration),
            )
        case _:
            assert_never(problem)


def _end_sentence(problem: EmptiedTooSoon | LastStepEnds | TargetReachedBefore, words: Words) -> str:
    match problem:
        case EmptiedTooSoon():
            return words(
                "Step {step}: it runs until bag {bag} is empty, but another step of that bag follows; "
                "only the last step of a bag may do so.",
                step=problem.step,
                bag=problem.bag,
            )
        case LastStepEnds():
            return words(
                "Step {step}: the last step has minutes of its own; it must run until the bag is empty.",
                step=problem.step,
            )
        case TargetReachedBefore():
            return words(
                "Step {step}: {before} are given before it; they must stay below the dose of {target}.",
                step=problem.step,
                before=amount(problem.before, words),
                target=amount(problem.target, words),
            )
        case _:
            assert_never(problem)


def total_sentence(plan: Plan, words: Words) -> str:
    """What the plan comes to: dose, volume, time without checks and pauses."""
    return words(
        "Total {dose} in {volume}, {duration} without checks and pauses.",
        dose=amount(plan.total_dose, words),
        volume=volume(plan.total_volume),
        duration=duration_words(plan.total, words),
    )


def last_bag_sentence(plan: Plan, words: Words) -> str:
    """Which rule the last bag follows, and for an uncorrected one what it would give too much."""
    last = plan.bags[-1]
    first = plan.steps_of(last.number)[0]
    before = first.cumulative - first.dose
    if last.discard:
        return _stopped_sentence(plan, words)
    match plan.recipe.last_bag:
        case LastBag.WHOLE:
            return words(
                "Bag {bag} holds {drug} and is given whole, on top of the {before} of the bags before it.",
                bag=last.number,
                drug=amount(last.drug, words),
                before=amount(before, words),
            )
        case LastBag.AT_TARGET:
            return words(
                "Bag {bag} holds {drug} at {strength}, as much as its steps need.",
                bag=last.number,
                drug=amount(last.drug, words),
                strength=concentration(last.concentration, words),
            )
    if last.drug != plan.target - before:
        return words(
            "Bag {bag} holds {drug} and is given whole.", bag=last.number, drug=amount(last.drug, words)
        )
    if not before:
        return words("Bag {bag} holds the whole dose.", bag=last.number)
    return words(
        "Bag {bag} holds {drug}: {dose} less the {before} that the bags before it give.",
        bag=last.number,
        drug=amount(last.drug, words),
        dose=amount(plan.target, words),
        before=amount(before, words),
    )


def _stopped_sentence(plan: Plan, words: Words) -> str:
    """The last bag holds more than it may give."""
    last = plan.bags[-1]
    left, excess = volume(last.discard), amount(last.discard * last.concentration, words)
    if last.drug == plan.target:
        return words(
            "Bag {bag} holds the whole {dose}: stop it with {left} left, or it gives {excess} too much.",
            bag=last.number,
            dose=amount(last.drug, words),
            left=left,
            excess=excess,
        )
    return words(
        "Bag {bag} holds {drug}: stop it with {left} left, or it gives {excess} too much.",
        bag=last.number,
        drug=amount(last.drug, words),
        left=left,
        excess=excess,
    )
