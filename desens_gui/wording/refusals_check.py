"""Refusals about measured values, and why a check does not unlock going up, as sentences."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from desens_gui.domain.findings import Consciousness, Item
from desens_gui.domain.refusals.check import (
    AnswerContradicted,
    CheckAlreadyUsed,
    CheckIncomplete,
    CheckMissing,
    LimitBroken,
    MissingItem,
    MissingWhy,
    NewSymptoms,
    NotAlert,
    NothingMeasured,
    PressureReversed,
    RuleBroken,
    SystemAnsweredTwice,
    SystemUnknown,
    ValueOutOfRange,
)
from desens_gui.domain.refusals.every import CheckRefusal
from desens_gui.wording.names import field_name
from desens_gui.wording.numbers import duration_words, number, signed
from desens_gui.wording.sentences import listed, lowered, raised
from desens_gui.wording.stored import stored_number
from desens_gui.wording.symptoms import consciousness_name, sign_line, system_name
from desens_gui.wording.vitals import bound_words, item_name, series_name, unit_of_limit
from desens_gui.wording.words import Words

_Entry = (
    NothingMeasured
    | ValueOutOfRange
    | PressureReversed
    | SystemUnknown
    | SystemAnsweredTwice
    | AnswerContradicted
)


def check_refusal(words: Words, reason: CheckRefusal) -> str:
    match reason:
        case CheckMissing():
            return words("No check was recorded since the pump was confirmed running; record one.")
        case CheckIncomplete(missing=missing):
            parts = [missing_item(words, item) for item in missing]
            return words("The check is not complete: {missing}.", missing="; ".join(parts))
        case CheckAlreadyUsed():
            return words("This check has allowed one increase already; record a new one.")
        case NewSymptoms(signs=signs):
            return words(
                "New or worse: {signs}. Stay on the step and repeat the check.",
                signs=listed([lowered(words, sign_line(words, sign)) for sign in signs]),
            )
        case LimitBroken() | RuleBroken():
            return raised(words("{finding}; do not go up.", finding=value_against(words, reason)))
        case NotAlert(level=level):
            return words(
                "Consciousness: {level}; the patient must be alert or as at baseline.",
                level=lowered(words, consciousness_name(words, Consciousness(level))),
            )
        case _:
            return _entry(words, reason)


def _entry(words: Words, reason: _Entry) -> str:
    match reason:
        case NothingMeasured():
            return words("Nothing was measured or asked; enter at least one value or answer.")
        case ValueOutOfRange(field=field, value=value, least=least, most=most, unit=unit):
            return words(
                "{field}: {value} is outside {least} to {most} {unit}.",
                field=field_name(words, field),
                value=stored_number(value),
                least=stored_number(least),
                most=stored_number(most),
                unit=unit_of_limit(unit),
            )
        case PressureReversed(systolic=systolic, diastolic=diastolic):
            return words(
                "Blood pressure: systolic {systolic} must be above diastolic {diastolic} mmHg.",
                systolic=number(systolic),
                diastolic=number(diastolic),
            )
        case SystemUnknown(system=system):
            return words(
                "“{system}” is not one of the organ systems that are asked.",
                system=system_name(words, system),
            )
        case SystemAnsweredTwice(system=system):
            return words(
                "{system} is answered twice; one answer is allowed.", system=system_name(words, system)
            )
        case AnswerContradicted(system=system):
            return words(
                "{system}: the signs do not fit the answer; none goes with no sign, "
                "new or worse with at least one.",
                system=system_name(words, system),
            )
        case _:
            assert_never(reason)


def value_against(words: Words, reason: LimitBroken | RuleBroken) -> str:
    """ "systolic blood pressure 88 is below 90"; "heart rate 104 is +22 from baseline 82"."""
    value = stored_number(reason.value)
    if isinstance(reason, LimitBroken):
        return words(
            "{item} {value} is {bound}",
            item=lowered(words, series_name(words, reason.item)),
            value=value,
            bound=bound_words(words, reason.bound, reason.limit),
        )
    change = Fraction(reason.value) - Fraction(reason.baseline)
    return words(
        "{item} {value} is {change} from baseline {baseline}",
        item=lowered(words, series_name(words, reason.item)),
        value=value,
        change=signed(change),
        baseline=stored_number(reason.baseline),
    )


def missing_item(words: Words, missing: MissingItem) -> str:
    """ "oxygen not answered", "heart rate is 6 min old, at most 5 min"."""
    what = missing_name(words, missing)
    match missing.why:
        case MissingWhy.NOT_MEASURED:
            return words("{what}: not answered", what=what)
        case MissingWhy.BEFORE_PUMP_RAN:
            return words("{what}: from before the pump was confirmed running", what=what)
        case MissingWhy.TOO_OLD:
            assert missing.age is not None
            assert missing.limit is not None
            return words(
                "{what}: {age} old, at most {limit}",
                what=what,
                age=duration_words(missing.age, words),
                limit=duration_words(missing.limit, words),
            )
        case _:
            assert_never(missing.why)


def missing_name(words: Words, missing: MissingItem) -> str:
    """The item, or the organ systems, small: "oxygen", "stomach/bowel, general"."""
    if missing.item is Item.SYMPTOMS and missing.systems:
        return listed([lowered(words, system_name(words, system)) for system in missing.systems])
    return lowered(words, item_name(words, missing.item))
