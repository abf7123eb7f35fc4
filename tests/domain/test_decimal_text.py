"""Text to exact number and back."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens_gui.domain.decimal_text import exact_text, fraction_of, is_finite_decimal, plain, settled

fractions = st.fractions(max_denominator=10**6).filter(lambda value: abs(value) < 10**12)
decimals = st.tuples(st.integers(-(10**14), 10**14), st.integers(0, 15)).map(
    lambda pair: Fraction(pair[0], 10 ** pair[1])
)


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("0.5", Fraction(1, 2)), ("-3.25", Fraction(-13, 4))]
)
def test_plain_decimals_are_read_exactly(text: str, value: Fraction) -> None:
    assert fraction_of(text) == value


@pytest.mark.parametrize(
    "text",
    ["", " 1", "1 ", "+1", "1e3", "1,5", ".5", "5.", "NaN", "inf", "1_000", "٣", "1" * 16, "1/3", "--1"],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a plain decimal number"):
        fraction_of(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1500), "1500"),
        (Fraction(1, 10**12), "0.000000000001"),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(-2, 3), "-0.666666666667"),
        (Fraction(10**13, 3), "3333333333330"),
        (Fraction(123456789012345678901, 10**6), "123456789012345.678901"),
    ],
)
def test_text_has_every_digit_or_twelve(value: Fraction, text: str) -> None:
    assert exact_text(value) == text


def test_a_half_goes_to_the_even_digit() -> None:
    seventh = Fraction(1, 7) / 10**15
    assert exact_text(Fraction("0.1234567890125") + seventh) == "0.123456789013"
    assert plain(Decimal("-0.00")) == "0"
    assert plain(Decimal("1E+3")) == "1000"


@given(decimals)
def test_what_was_read_is_written_back(value: Fraction) -> None:
    assert is_finite_decimal(value)
    assert fraction_of(exact_text(value)) == value
    assert settled(value) == value


@given(fractions)
def test_text_is_plain_and_close(value: Fraction) -> None:
    text = exact_text(value)
    assert "E" not in text.upper()
    assert not ("." in text and text.endswith("0"))
    assert abs(Fraction(text) - value) <= abs(value) / 10**11


@given(fractions)
def test_what_is_settled_stays(value: Fraction) -> None:
    once = settled(value)
    assert fraction_of(exact_text(once)) == once
    assert settled(once) == once
