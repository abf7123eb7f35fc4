"""Sentences about a plan that differs from its protocol, and about bags and ramps that make none."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.plan.problems import (
    BagNotPrepared,
    BagStrength,
    BagWithoutVolume,
    CompoundedDrugNotAboveZero,
    CompoundedTwice,
    CompoundedUnknown,
    ConcentrationNotAboveZero,
    FinalRateNotAboveZero,
    InputProblem,
    LastBagFixed,
    LastBagRule,
    OtherDoseUnit,
    RampAndSteps,
    RampIntervalNotAboveZero,
    RampMissing,
    RampNotRising,
    RampProblem,
    RampTooLong,
    RampUnknownBag,
    RampWithoutVolume,
    RateOfUnknownStep,
    StrengthProblem,
)
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.wording.numbers import amount, concentration, minutes, rate, unit_name
from desens_gui.wording.words import Words


def change_sentence(problem: InputProblem | StrengthProblem | RampProblem, words: Words) -> str:
    """One sentence: the field, what was wrong, what is allowed."""
    match problem:
        case BagStrength() | ConcentrationNotAboveZero() | BagWithoutVolume() | LastBagRule():
            return _strength_sentence(problem, words)
        case (
            RampAndSteps()
            | RampMissing()
            | RampUnknownBag()
            | RampWithoutVolume()
            | RampIntervalNotAboveZero()
            | RampNotRising()
            | RampTooLong()
        ):
            return _ramp_sentence(problem, words)
        case _:
            return _input_sentence(problem, words)


def last_bag_rule(rule: LastBag, words: Words) -> str:
    """The rule in a few words."""
    match rule:
        case LastBag.CORRECTED:
            return words("the target less what the earlier bags give, given whole")
        case LastBag.UNCORRECTED:
            return words("the whole target, stopped when the target is reached")
        case LastBag.AT_TARGET:
            return words("a strength of its own, stopped when the target is reached")
        case LastBag.WHOLE:
            return words("the whole target, given whole after the earlier bags")
        case _:
            assert_never(rule)


def _input_sentence(problem: InputProblem, words: Words) -> str:
    match problem:
        case CompoundedUnknown():
            return words(
                "Bag {bag}: the protocol has no such bag; it has bags 1 to {bags}.",
                bag=problem.bag,
                bags=problem.bags,
            )
        case CompoundedTwice():
            return words("Bag {bag}: it is given twice; each bag may be given once.", bag=problem.bag)
        case CompoundedDrugNotAboveZero():
            return words(
                "Bag {bag}: {drug} of drug is not allowed; it must be above 0.",
                bag=problem.bag,
                drug=amount(problem.drug, words),
            )
        case OtherDoseUnit():
            return words(
                "Bag {bag}: it is counted in {unit}, the dose in {dose_unit}; they must be of one kind.",
                bag=problem.bag,
                unit=unit_name(problem.unit, words),
                dose_unit=unit_name(problem.dose_unit, words),
            )
        case FinalRateNotAboveZero():
            return words(
                "Final rate: {rate} is not allowed; it must be above 0 mL/h.", rate=rate(problem.rate)
            )
        case RateOfUnknownStep():
            return words(
                "Step {step}: the protocol has no such step; it has steps 1 to {steps}.",
                step=problem.step,
                steps=problem.steps,
            )
        case BagNotPrepared():
            return words(
                "Bag {bag}: the protocol states no volume; "
                "a session needs the volume that the pharmacy makes.",
                bag=problem.bag,
            )
        case LastBagFixed():
            return words(
                "Last bag: corrected or uncorrected cannot be chosen; in this protocol it holds {rule}.",
                rule=last_bag_rule(problem.rule, words),
            )
        case _:
            assert_never(problem)


def _strength_sentence(problem: StrengthProblem, words: Words) -> str:
    match problem:
        case BagStrength():
            return words(
                "Bag {bag}: it needs a dilution or a concentration, one of the two and the same in all bags.",
                bag=problem.bag,
            )
        case ConcentrationNotAboveZero():
            return words(
                "Bag {bag}: a concentration of {strength} is not allowed; it must be above 0.",
                bag=problem.bag,
                strength=concentration(problem.concentration, words),
            )
        case BagWithoutVolume():
            return words("Bag {bag}: its volume is missing; it is needed here.", bag=problem.bag)
        case LastBagRule():
            return words(
                "Last bag: the rule “{rule}” does not fit; bags with a concentration end at the target, "
                "diluted ones never.",
                rule=problem.rule.value,
            )
        case _:
            assert_never(problem)


def _ramp_sentence(problem: RampProblem, words: Words) -> str:
    match problem:
        case RampAndSteps():
            return words("Ramps: the protocol has steps as well; only one of the two is allowed.")
        case RampUnknownBag():
            return words(
                "Ramps: there is one for bag {bag}; the protocol has bags 1 to {bags}.",
                bag=problem.bag,
                bags=problem.bags,
            )
        case RampMissing():
            return words("Bag {bag}: it needs exactly one ramp.", bag=problem.bag)
        case RampWithoutVolume():
            return words("Bag {bag}: a ramp needs the volume of its bag.", bag=problem.bag)
        case RampIntervalNotAboveZero():
            return words(
                "Bag {bag}: an increase every {every} is not allowed; it must be above 0 min.",
                bag=problem.bag,
                every=minutes(problem.every),
            )
        case RampNotRising():
            return words(
                "Bag {bag}: a ramp from {start} by {increment} up to {maximum} does not rise; "
                "start and increase must be above 0 mL/h and the maximum not below the start.",
                bag=problem.bag,
                start=rate(problem.start),
                increment=rate(problem.increment),
                maximum=rate(problem.maximum),
            )
        case RampTooLong():
            return words(
                "Bag {bag}: the ramp has more than {most} increases, which no ramp has.",
                bag=problem.bag,
                most=problem.most,
            )
        case _:
            assert_never(problem)
