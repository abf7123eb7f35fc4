"""Findings about a plan in one sentence each: the step, what is found, against what it is held."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.plan.finding import (
    AboveLabelledRate,
    CannotMeasure,
    DoseFalls,
    DoseMismatch,
    DoseRises,
    DuplicateStep,
    Finding,
    IntervalUnknown,
    LastBagTooMuch,
    Level,
    NotAscending,
    PumpCannotRun,
    PumpVolumeTooSmall,
    RisesAtVein,
    RisesTooFar,
    StrengthOverLast,
    UnitChanges,
    VolumeUnknown,
)
from desens_gui.wording.numbers import (
    amount,
    concentration,
    duration_words,
    number,
    percent,
    rate,
    signed,
    unit_name,
    volume,
)
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words

Rising = RisesTooFar | NotAscending | DuplicateStep | RisesAtVein
Bags = DoseMismatch | LastBagTooMuch | StrengthOverLast
Device = PumpCannotRun | PumpVolumeTooSmall | AboveLabelledRate | CannotMeasure


def level_name(level: Level, words: Words) -> str:
    match level:
        case Level.RED:
            return words("RED")
        case Level.YELLOW:
            return words("YELLOW")
        case _:
            assert_never(level)


def finding_sentence(finding: Finding, words: Words) -> str:
    """One sentence, without its level."""
    match finding:
        case RisesTooFar() | NotAscending() | DuplicateStep() | RisesAtVein():
            return _rising(finding, words)
        case DoseMismatch() | LastBagTooMuch() | StrengthOverLast():
            return _bags(finding, words)
        case PumpCannotRun() | PumpVolumeTooSmall() | AboveLabelledRate() | CannotMeasure():
            return _device(finding, words)
        case _:
            return _dose(finding, words)


def _bags(finding: Bags, words: Words) -> str:
    match finding:
        case DoseMismatch():
            return words(
                "Dose: the plan gives {gives}, ordered are {ordered}.",
                gives=amount(finding.gives, words),
                ordered=amount(finding.ordered, words),
            )
        case LastBagTooMuch():
            return words(
                "Bag {bag}: stop it with {left} left; run empty it gives {excess} too much.",
                bag=finding.bag,
                left=volume(finding.left),
                excess=amount(finding.excess, words),
            )
        case StrengthOverLast():
            return words(
                "Bag {bag}: {strength} is not weaker than the {after} of the bag after it.",
                bag=finding.bag,
                strength=concentration(finding.concentration, words),
                after=concentration(finding.after, words),
            )
        case _:
            assert_never(finding)


def _rising(finding: Rising, words: Words) -> str:
    match finding:
        case RisesTooFar():
            return words(
                "Step {step}: the dose rate rises {times} times; "
                "the protocol's own largest rise is {own} times.",
                step=finding.step,
                times=number(finding.times),
                own=number(finding.own_largest),
            )
        case NotAscending():
            return words(
                "Step {step}: the dose rate falls to {share} of the step before.",
                step=finding.step,
                share=percent(finding.times * 100),
            )
        case DuplicateStep():
            return words("Step {step}: it is the same as the one before.", step=finding.step)
        case RisesAtVein():
            unit = unit_name(finding.unit, words)
            return words(
                "Step {step}, at the vein: {after} into it the dose rate rises from {before} to {now} "
                "{unit}/h, {times} times; the protocol's own largest rise is {own} times.",
                step=finding.step,
                after=duration_words(finding.after, words),
                before=number(finding.before),
                now=number(finding.now),
                unit=unit,
                times=number(finding.times),
                own=number(finding.own_largest),
            )
        case _:
            assert_never(finding)


def _device(finding: Device, words: Words) -> str:
    match finding:
        case PumpCannotRun():
            return words(
                "Step {step}: the pump cannot run {rate}; the nearest is {nearest} ({change} %), "
                "which gives {at_nearest} in place of {dose}.",
                step=finding.step,
                rate=rate(finding.rate),
                nearest=rate(finding.nearest),
                change=signed(finding.percent),
                at_nearest=amount(finding.at_nearest, words),
                dose=amount(finding.dose, words),
            )
        case PumpVolumeTooSmall():
            return words(
                "Step {step}: {volume} is less than the {least} that the pump can be set to deliver.",
                step=finding.step,
                volume=volume(finding.volume),
                least=volume(finding.least),
            )
        case AboveLabelledRate():
            return words(
                "Step {step}: {rate} a minute is above the labelled {limit} a minute ({source}).",
                step=finding.step,
                rate=amount(finding.per_minute, words),
                limit=amount(finding.limit, words),
                source=plain(finding.source),
            )
        case CannotMeasure():
            return words(
                "Dose {dose}: the syringe does not measure {volume}; "
                "it measures from {smallest} in marks of {marks}.",
                dose=finding.dose,
                volume=volume(finding.volume),
                smallest=volume(finding.smallest),
                marks=volume(finding.increment),
            )
        case _:
            assert_never(finding)


def _dose(
    finding: DoseRises | DoseFalls | UnitChanges | IntervalUnknown | VolumeUnknown, words: Words
) -> str:
    match finding:
        case DoseRises():
            return words(
                "Dose {dose}: it is {times} times the one before.",
                dose=finding.dose,
                times=number(finding.times),
            )
        case DoseFalls():
            return words(
                "Dose {dose}: it is only {share} of the one before.",
                dose=finding.dose,
                share=percent(finding.times * 100),
            )
        case UnitChanges():
            return words(
                "Dose {dose}: the unit changes from {before} to {now}.",
                dose=finding.dose,
                before=unit_name(finding.before, words),
                now=unit_name(finding.now, words),
            )
        case IntervalUnknown():
            return words("Dose {dose}: how long to wait after it is not stated.", dose=finding.dose)
        case VolumeUnknown():
            return words("Dose {dose}: no concentration is stated for it.", dose=finding.dose)
        case _:
            assert_never(finding)
