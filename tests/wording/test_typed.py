"""What people type into number fields, and what they are told."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens_gui.domain.quantities import Amount, Number, Quantity, Rate, Volume
from desens_gui.wording.typed import (
    Reason,
    Unreadable,
    outside_sentence,
    parse_amount,
    parse_number,
    parse_rate,
    parse_volume,
    shown,
    unreadable_sentence,
)
from desens_gui.wording.words import ENGLISH


def told(problem: object, field: str = "Dose") -> str:
    assert isinstance(problem, Unreadable)
    return unreadable_sentence(problem, field, ENGLISH)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5", "12.5"),
        (" 12 ", "12"),
        ("12,5", "12.5"),
        ("0,5", "0.5"),
        ("0,500", "0.5"),
        ("1234,567", "1234.567"),
        ("1,5000", "1.5"),
        ("1,296,700", "1296700"),
        ("1,500.5", "1500.5"),
        ("-3", "-3"),
        ("\u22123.5", "-3.5"),
        ("0", "0"),
        ("123456789012345", "123456789012345"),
    ],
)
def test_numbers_that_mean_one_thing_are_read(text: str, value: str) -> None:
    assert parse_number(text) == Fraction(value)


AMBIGUOUS = "could mean thousands or a decimal; write it without the comma, with a full stop before decimals."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Dose: nothing was entered; write for example 12.5."),
        ("  ", "Dose: nothing was entered; write for example 12.5."),
        ("ten", "Dose: “ten” is not a number; write for example 12.5."),
        ("1e3", "Dose: “1e3” is not a number; write for example 12.5."),
        ("+5", "Dose: “+5” is not a number; write for example 12.5."),
        ("05", "Dose: “05” is not a number; write for example 12.5."),
        ("5.", "Dose: “5.” is not a number; write for example 12.5."),
        ("1 500", "Dose: “1 500” is not a number; write for example 12.5."),
        ("1.500,5", "Dose: “1.500,5” is not a number; write for example 12.5."),
        ("٣", "Dose: “\u200e٣\u200e” is not a number; write for example 12.5."),
        ("-", "Dose: “-” is not a number; write for example 12.5."),
        ("nan", "Dose: “nan” is not a number; write for example 12.5."),
        ("1,500", f"Dose: “1,500” {AMBIGUOUS}"),
        ("-12,345", f"Dose: “-12,345” {AMBIGUOUS}"),
        (".5", "Dose: “.5” has no zero before the decimal mark; write for example 0.5."),
        (",5", "Dose: “,5” has no zero before the decimal mark; write for example 0.5."),
        ("1234567890123456", "Dose: “1234567890123456” is too long; at most 15 digits are allowed."),
    ],
)
def test_anything_else_gets_one_sentence(text: str, sentence: str) -> None:
    assert told(parse_number(text)) == sentence


@pytest.mark.parametrize(
    ("text", "amount"),
    [("2000 mg", "2000 mg"), ("50mcg", "50 mcg"), ("1,296,700 units", "1296700 units"), ("-5 mg", "-5 mg")],
)
def test_amounts_are_read_with_their_unit(text: str, amount: str) -> None:
    read = parse_amount(text)
    assert read == Amount.of(amount)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Dose: nothing was entered; write for example 12.5 mg."),
        ("mg", "Dose: “mg” is not a number; write for example 12.5 mg."),
        ("two mg", "Dose: “two mg” is not a number; write for example 12.5 mg."),
        ("2 000 mg", "Dose: “2 000 mg” is not a number; write for example 12.5 mg."),
        ("2000", "Dose: “2000” has no unit; allowed: mg, mcg, units."),
        ("2 g", "Dose: “2 g” has a unit that is not known here; allowed: mg, mcg, units."),
        ("2 MG", "Dose: “2 MG” has a unit that is not known here; allowed: mg, mcg, units."),
        ("50 µg", "Dose: “50 µg” has a unit that is not known here; allowed: mg, mcg, units."),
        ("5 IU", "Dose: “5 IU” has a unit that is not known here; allowed: mg, mcg, units."),
        ("2,000 mg", f"Dose: “2,000 mg” {AMBIGUOUS}"),
    ],
)
def test_amounts_that_cannot_be_read_get_one_sentence(text: str, sentence: str) -> None:
    assert told(parse_amount(text)) == sentence


def test_volumes_and_rates_want_their_own_unit() -> None:
    assert parse_volume("250 mL") == Volume(250)
    assert parse_rate("75 mL/h") == Rate(75)
    assert told(parse_volume("250 mg"), "Bag 1") == (
        "Bag 1: “250 mg” has a unit that is not known here; allowed: mL."
    )
    assert told(parse_rate("75"), "Rate") == "Rate: “75” has no unit; allowed: mL/h."


def test_long_or_steering_input_is_not_repeated_as_it_is() -> None:
    assert shown("x" * 50) == "x" * 40 + "…"
    assert shown("a\x1b[31mb\nc") == "a‹U+001B›[31mb c"


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence_that_names_the_field(reason: Reason) -> None:
    sentence = unreadable_sentence(Unreadable("x", reason, ("mL",)), "Volume", ENGLISH)
    assert sentence.startswith("Volume: ")
    assert sentence.endswith(".")


def test_a_value_outside_its_range_names_the_range() -> None:
    sentence = outside_sentence("Heart rate", Fraction(500), Number(20), Number(300), "/min", ENGLISH)
    assert sentence == "Heart rate: 500 is outside 20 to 300 /min."


@given(st.text(max_size=30))
def test_no_text_makes_reading_fail(text: str) -> None:
    assert isinstance(parse_number(text), Fraction | Unreadable)
    for read in (parse_amount(text), parse_volume(text), parse_rate(text)):
        assert isinstance(read, Quantity | Unreadable)
