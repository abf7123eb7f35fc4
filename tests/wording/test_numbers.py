"""Every number as a person reads it."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Number, Rate, Volume
from desens_gui.wording.numbers import (
    amount,
    brief,
    clock,
    concentration,
    duration_words,
    minutes,
    number,
    percent,
    rate,
    signed,
    stopwatch,
    volume,
)
from desens_gui.wording.typed import parse_amount

DOSE = re.compile(r"(0|[1-9]\d{0,2}(,\d{3})*)(\.\d*[1-9])? (mg|mcg|units|mL|mL/h|(mg|mcg|units)/mL)")
ISMP = [("1", "mg", "1 mg"), ("0.5", "mg", "0.5 mg"), ("1296700", "units", "1,296,700 units")]
ISMP = [*ISMP, ("50", "mcg", "50 mcg"), ("0.0625", "mg", "0.0625 mg"), ("40.5", "mg", "40.5 mg")]


@pytest.mark.parametrize(("value", "unit", "shown"), ISMP)
def test_doses_follow_the_rules_against_error_prone_abbreviations(value: str, unit: str, shown: str) -> None:
    assert amount(Amount(Fraction(value), DoseUnit(unit))) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "0"),
        ("922.6809", "922.681"),
        ("0.02", "0.02"),
        ("0.00096853", "0.0009685"),
        ("0.99994", "0.9999"),
        ("0.99995", "1"),
        ("0.12345", "0.1234"),
        ("0.12355", "0.1236"),
        ("1.0005", "1"),
        ("1.0015", "1.002"),
        ("999.9996", "1,000"),
        ("12345.678", "12,345.678"),
        ("123456789012345.1235", "123,456,789,012,345.124"),
        ("-16", "\u221216"),
        ("-0.00001", "\u22120.00001"),
    ],
)
def test_rounding_for_the_eye(value: str, shown: str) -> None:
    assert number(Fraction(value)) == shown


def test_third_parts_end() -> None:
    assert number(Fraction(1, 3)) == "0.3333"
    assert number(Fraction(10, 3)) == "3.333"
    assert number(7) == "7"
    assert number(Number.of("2.5")) == "2.5"


@pytest.mark.parametrize(("value", "shown"), [(22, "+22"), (-16, "\u221216"), (0, "0")])
def test_changes_carry_their_sign(value: int, shown: str) -> None:
    assert signed(value) == shown


def test_each_quantity_has_its_unit() -> None:
    assert volume(Volume.of("232.5")) == "232.5 mL"
    assert rate(Rate(20)) == "20 mL/h"
    assert concentration(Concentration.of("0.04 mg/mL")) == "0.04 mg/mL"
    assert concentration(Concentration.of("5000 units/mL")) == "5,000 units/mL"
    assert concentration(Concentration.of("5 mcg/mL")) == "5 mcg/mL"
    assert minutes(Duration(Fraction("10462.5"))) == "174.375 min"
    assert percent(92) == "92 %"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        ("252", "04:12"),
        ("251.1", "04:12"),
        ("0.001", "00:01"),
        ("0", "00:00"),
        ("-0.9", "00:00"),
        ("-1", "+00:01"),
        ("-218.9", "+03:38"),
        ("3599.5", "1:00:00"),
        ("10463", "2:54:23"),
        ("-4000", "+1:06:40"),
    ],
)
def test_the_step_clock(seconds: str, shown: str) -> None:
    assert clock(Duration(Fraction(seconds))) == shown


@pytest.mark.parametrize(("seconds", "shown"), [("7.9", "00:07"), ("3753", "1:02:33"), ("-3", "00:00")])
def test_a_stopwatch_counts_whole_seconds(seconds: str, shown: str) -> None:
    assert stopwatch(Duration(Fraction(seconds))) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        ("0", "0 s"),
        ("45.4", "45 s"),
        ("59.6", "1 min"),
        ("200", "3 min 20 s"),
        ("599.4", "9 min 59 s"),
        ("599.6", "10 min"),
        ("629", "10 min"),
        ("20362.5", "5 h 39 min"),
        ("21600", "6 h"),
        ("3600000", "1,000 h"),
        ("-30", "\u221230 s"),
        ("-0.1", "0 s"),
    ],
)
def test_durations_in_words(seconds: str, shown: str) -> None:
    assert duration_words(Duration(Fraction(seconds))) == shown


@given(st.fractions(min_value=0, max_value=10**9), st.sampled_from(DoseUnit))
def test_every_dose_is_well_formed_close_and_reads_back(value: Fraction, unit: DoseUnit) -> None:
    exact = Amount(value, unit)
    shown = amount(exact)
    assert DOSE.fullmatch(shown)
    read = parse_amount(shown.replace(",", ""))
    assert isinstance(read, Amount) or len(shown) > 15
    if isinstance(read, Amount):
        assert read.unit is unit
        allowed = Fraction(1, 2000) if value >= 1 else value / 2000
        assert abs(read.value - value) <= allowed


@given(st.fractions(min_value=0, max_value=10**6))
def test_every_quantity_is_well_formed(value: Fraction) -> None:
    shown = (
        volume(Volume(value)),
        rate(Rate(value)),
        concentration(Concentration(value, DoseUnit.MG)),
    )
    assert all(DOSE.fullmatch(text) for text in shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0.008169", "0.0082"),
        ("0.02042", "0.02"),
        ("0.1509", "0.151"),
        ("0.0004083", "0.00041"),
        ("3.1752", "3.175"),
        ("400.061", "400.061"),
        ("0", "0"),
    ],
)
def test_a_narrow_column_rounds_to_three_decimals_and_never_to_nothing(text: str, shown: str) -> None:
    assert brief(Fraction(text)) == shown
