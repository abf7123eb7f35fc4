"""Reading what a person typed into a number field, and saying in one sentence why it cannot be read.

A full stop is the decimal mark. One comma that cannot stand for thousands is one too ("12,5"); "1,500" could
be either and is refused, "1,296,700" and "1,500.5" can only be thousands.
"""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from typing import assert_never

from msgspec import Struct

from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Number, Quantity, Rate, Volume
from desens_gui.wording.numbers import number, unit_name
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words

MAX_DIGITS = 15
SHOWN = 40  # characters of bad input that are repeated back

_NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_COMMA_DECIMAL = re.compile(r"(0|[1-9]\d*),(\d+)", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_NO_ZERO = re.compile(r"[.,]\d+", re.ASCII)
_WITH_UNIT = re.compile(r"(?P<number>.*?)\s*(?P<unit>[^\d\s.,+\-\u2212]\S*)?", re.ASCII | re.DOTALL)


class Reason(StrEnum):
    """Why typed text is no number, or not the one asked for."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    AMBIGUOUS = "ambiguous"
    NO_LEADING_ZERO = "no_leading_zero"
    TOO_LONG = "too_long"
    NO_UNIT = "no_unit"
    OTHER_UNIT = "other_unit"


class Unreadable(Struct, frozen=True):
    """What was typed, why it cannot be read, and which units would do."""

    text: str
    reason: Reason
    units: tuple[str, ...] = ()


def parse_number(text: str) -> Fraction | Unreadable:
    """The exact number; a leading minus is allowed, a plus is not."""
    tidy = text.strip()
    if not tidy:
        return Unreadable(tidy, Reason.EMPTY)
    negative = tidy[0] in "-\u2212"
    digits = _plain_form(tidy[1:] if negative else tidy)
    if isinstance(digits, Reason):
        return Unreadable(tidy, digits)
    if len(digits.replace(".", "")) > MAX_DIGITS:
        return Unreadable(tidy, Reason.TOO_LONG)
    return -Fraction(digits) if negative else Fraction(digits)


def _plain_form(text: str) -> str | Reason:
    """The number with a full stop as decimal mark and nothing else."""
    if _NUMBER.fullmatch(text):
        return text
    if _NO_ZERO.fullmatch(text):
        return Reason.NO_LEADING_ZERO
    comma = _COMMA_DECIMAL.fullmatch(text)
    if comma and _GROUPED.fullmatch(text):
        return Reason.AMBIGUOUS
    if comma:
        return f"{comma[1]}.{comma[2]}"
    if _GROUPED.fullmatch(text):
        return text.replace(",", "")
    return Reason.NOT_A_NUMBER


def parse_amount(text: str) -> Amount | Unreadable:
    """ "2000 mg", "50 mcg", "640000 units": the unit is spelled exactly so."""
    read = _parse_with_unit(text, tuple(unit.value for unit in DoseUnit))
    return read if isinstance(read, Unreadable) else Amount(read[0], DoseUnit(read[1]))


def parse_concentration(text: str) -> Concentration | Unreadable:
    """ "0.04 mg/mL"."""
    read = _parse_with_unit(text, tuple(f"{unit.value}/mL" for unit in DoseUnit))
    if isinstance(read, Unreadable):
        return read
    return Concentration(read[0], DoseUnit(read[1].removesuffix("/mL")))


def parse_volume(text: str) -> Volume | Unreadable:
    """ "250 mL"."""
    read = _parse_with_unit(text, ("mL",))
    return read if isinstance(read, Unreadable) else Volume(read[0])


def parse_rate(text: str) -> Rate | Unreadable:
    """ "75 mL/h"."""
    read = _parse_with_unit(text, ("mL/h",))
    return read if isinstance(read, Unreadable) else Rate(read[0])


def _parse_with_unit(text: str, units: tuple[str, ...]) -> tuple[Fraction, str] | Unreadable:
    found = _WITH_UNIT.fullmatch(text.strip())
    typed, unit = (found["number"], found["unit"]) if found else (text, None)
    value = parse_number(typed)
    if isinstance(value, Unreadable):
        reason = value.reason if typed.strip() or not text.strip() else Reason.NOT_A_NUMBER
        return Unreadable(text.strip(), reason, units)
    if unit is None:
        return Unreadable(text.strip(), Reason.NO_UNIT, units)
    if unit not in units:
        return Unreadable(text.strip(), Reason.OTHER_UNIT, units)
    return value, unit


def unreadable_sentence(problem: Unreadable, field: str, words: Words) -> str:
    """One sentence: the field, what was wrong, what is allowed."""
    typed = shown(problem.text)
    example = f"12.5 {problem.units[0]}" if problem.units else "12.5"
    match problem.reason:
        case Reason.EMPTY:
            return words(
                "{field}: nothing was entered; write for example {example}.", field=field, example=example
            )
        case Reason.NOT_A_NUMBER:
            return words(
                "{field}: “{typed}” is not a number; write for example {example}.",
                field=field,
                typed=typed,
                example=example,
            )
        case Reason.AMBIGUOUS:
            return words(
                "{field}: “{typed}” could mean thousands or a decimal; write it without the comma, "
                "with a full stop before decimals.",
                field=field,
                typed=typed,
            )
        case Reason.NO_LEADING_ZERO:
            return words(
                "{field}: “{typed}” has no zero before the decimal mark; write for example 0.5.",
                field=field,
                typed=typed,
            )
        case Reason.TOO_LONG:
            return words(
                "{field}: “{typed}” is too long; at most {most} digits are allowed.",
                field=field,
                typed=typed,
                most=MAX_DIGITS,
            )
        case Reason.NO_UNIT:
            return words(
                "{field}: “{typed}” has no unit; allowed: {units}.",
                field=field,
                typed=typed,
                units=_unit_list(problem.units, words),
            )
        case Reason.OTHER_UNIT:
            return words(
                "{field}: “{typed}” has a unit that is not known here; allowed: {units}.",
                field=field,
                typed=typed,
                units=_unit_list(problem.units, words),
            )
        case _:
            assert_never(problem.reason)


def shown(text: str) -> str:
    """Bad input as it may be repeated: not too long, and nothing in it that steers or misleads."""
    return plain(text) if len(text) <= SHOWN else f"{plain(text[:SHOWN])}…"


def _unit_list(units: tuple[str, ...], words: Words) -> str:
    known = {unit.value: unit_name(unit, words) for unit in DoseUnit}
    return ", ".join(known.get(unit, unit) for unit in units)


def outside_sentence(
    field: str, value: Quantity | Fraction, low: Number, high: Number, unit: str, words: Words
) -> str:
    """ "Heart rate: 500 is outside 20 to 300 /min.": the field, the value, the allowed range."""
    return words(
        "{field}: {value} is outside {low} to {high} {unit}.",
        field=field,
        value=number(value),
        low=number(low),
        high=number(high),
        unit=unit,
    )
