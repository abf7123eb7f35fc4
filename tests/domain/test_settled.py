"""A settled quantity is what its text brings back; nothing that text carries is changed by settling."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desens_gui.domain.decimal_text import fraction_of, settled
from desens_gui.domain.quantities import Amount, DoseUnit, Rate, Volume

ANY = st.fractions(Fraction(-(10**9)), Fraction(10**9))


@given(ANY)
def test_text_brings_it_back(value: Fraction) -> None:
    volume = Volume(value).settled()
    assert Volume.of(volume.text) == volume
    assert volume.settled() == volume


@given(ANY)
def test_it_is_within_twelve_digits_of_what_it_was(value: Fraction) -> None:
    assert abs(settled(value) - value) <= max(abs(value) / 10**11, Fraction(1, 10**15))


@given(st.decimals(allow_nan=False, min_value=-(10**9), max_value=10**9, places=15))
def test_what_fifteen_decimals_hold_stays_as_it_is(value: object) -> None:
    exact = Fraction(str(value))
    assert settled(exact) == exact


def test_examples() -> None:
    assert Rate(Fraction(10, 3)).settled().text == "3.33333333333"
    assert Rate(Fraction(1, 2**20)).settled().text == "0.00000095367431641"[:17]
    assert Amount(Fraction(2, 3), DoseUnit.UNITS).settled() == Amount(
        fraction_of("0.666666666667"), DoseUnit.UNITS
    )
    assert Amount.of("12.5 mcg").settled().unit is DoseUnit.MCG
