"""Plain decimal text to exact fractions and back: no exponent, no float, no digit lost without saying so."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

SIGNIFICANT_DIGITS = 12
DECIMALS = 15

_PLAIN = re.compile(rf"-?\d{{1,15}}(?:\.\d{{1,{DECIMALS}}})?", re.ASCII)
_ROUNDING = Context(prec=SIGNIFICANT_DIGITS, rounding=ROUND_HALF_EVEN)
_EXACT = Context(prec=400)


def fraction_of(text: str) -> Fraction:
    """Read "12", "0.5" or "-3.25"; ValueError for exponents, signs +, thousands marks, blanks, NaN."""
    if not _PLAIN.fullmatch(text):
        raise ValueError(f"{text!r} is not a plain decimal number")
    return Fraction(text)


def is_finite_decimal(value: Fraction) -> bool:
    """Whether the fraction can be written as a decimal that ends."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def exact_text(value: Fraction) -> str:
    """Every digit where the decimal ends, else 12 significant digits, half-even. No trailing zero."""
    context = _EXACT if is_finite_decimal(value) else _ROUNDING
    return plain(context.divide(Decimal(value.numerator), Decimal(value.denominator)))


def settled(value: Fraction) -> Fraction:
    """The nearest value that text carries to a reader: exact within 15 decimals, else 12 digits."""
    if 10**DECIMALS % value.denominator == 0:
        return value
    rounded = _ROUNDING.divide(Decimal(value.numerator), Decimal(value.denominator))
    return round(Fraction(rounded), DECIMALS)


def plain(number: Decimal) -> str:
    """A Decimal without exponent, trailing zero or a negative zero."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
