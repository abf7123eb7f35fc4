"""Only operations that mean something exist, and those are exact."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens_gui.domain.quantities import (
    Amount,
    Concentration,
    DoseUnit,
    Duration,
    Number,
    Quantity,
    Rate,
    Volume,
)

values = st.fractions(min_value=0, max_value=10**6, max_denominator=10**4)
above_zero = values.filter(bool)
mass_units = st.sampled_from([DoseUnit.MG, DoseUnit.MCG])

MG = Amount.of("2 mg")
UNITS = Amount.of("2 units")
ML = Volume.of("5")
ML_H = Rate.of("20")
TIME = Duration.minutes(15)
PER_ML = Concentration.of("0.4 mg/mL")


@pytest.mark.parametrize(
    ("left", "right"),
    [(MG, ML), (ML, MG), (MG, UNITS), (UNITS, MG), (ML, ML_H), (TIME, ML), (PER_ML, MG), (ML, 5), (MG, 2)],
)
def test_adding_and_comparing_different_things_is_a_type_error(left: Any, right: Any) -> None:
    for name in ("__add__", "__sub__", "__lt__", "__le__", "__gt__", "__ge__", "ratio"):
        with pytest.raises(TypeError, match="mix"):
            getattr(left, name)(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [(ML_H, ML), (ML_H, 2), (ML, ML_H), (ML, 2), (ML, ML)],
)
def test_meaningless_products_are_type_errors(left: Any, right: Any) -> None:
    with pytest.raises(TypeError, match="multiplied by"):
        left * right


@pytest.mark.parametrize(("left", "right"), [(ML, MG), (ML, 2), (MG, TIME), (MG, 2), (MG, MG)])
def test_meaningless_quotients_are_type_errors(left: Any, right: Any) -> None:
    with pytest.raises(TypeError, match="divided by"):
        left / right


def test_mg_and_mcg_are_one_scale() -> None:
    assert Amount.of("0.05 mg") == Amount.of("50 mcg")
    assert hash(Amount.of("0.05 mg")) == hash(Amount.of("50 mcg"))
    assert Amount.of("1 mg") + Amount.of("1 mcg") == Amount.of("1001 mcg")
    assert Amount.of("1 mg") - Amount.of("1 mcg") == Amount.of("0.999 mg")
    assert Amount.of("999 mcg") < Amount.of("1 mg") <= Amount.of("1000 mcg")
    assert Amount.of("1 mg") > Amount.of("999 mcg")
    assert Amount.of("1 mg").ratio(Amount.of("1 mcg")) == 1000
    assert Amount.of("2 mg") / Concentration.of("400 mcg/mL") == Volume(5)


def test_units_are_another_scale() -> None:
    assert Amount.of("2 mg") != Amount.of("2 units")
    assert Amount.of("2 mg") != Volume(2)
    assert hash(Amount.of("2 mg")) != hash(Amount.of("2 units"))
    with pytest.raises(TypeError, match="units and mg do not mix"):
        Amount.of("2 units").to(DoseUnit.MG)


@given(values, mass_units, mass_units)
def test_changing_the_unit_changes_nothing(value: Fraction, one: DoseUnit, other: DoseUnit) -> None:
    amount = Amount(value, one)
    assert amount.to(other) == amount
    assert amount.to(other).to(one).value == value


@given(above_zero, above_zero)
def test_rate_time_volume(rate: Fraction, minutes: Fraction) -> None:
    volume = Rate(rate) * Duration.minutes(minutes)
    assert volume.value == rate * minutes / 60
    assert volume / Rate(rate) == Duration.minutes(minutes)
    assert volume / Duration.minutes(minutes) == Rate(rate)


@given(above_zero, above_zero, st.sampled_from(DoseUnit))
def test_amount_volume_concentration(drug: Fraction, volume: Fraction, unit: DoseUnit) -> None:
    amount = Amount(drug, unit)
    concentration = amount / Volume(volume)
    assert Volume(volume) * concentration == amount
    assert amount / concentration == Volume(volume)


@given(st.lists(values), st.sampled_from(DoseUnit))
def test_a_total_is_exact(parts: list[Fraction], unit: DoseUnit) -> None:
    assert Amount.total((Amount(part, unit) for part in parts), unit).value == sum(parts, Fraction(0))


@pytest.mark.parametrize("quantity", [MG, ML, ML_H, TIME, PER_ML, Number.of("0.1")])
def test_a_quantity_cannot_be_changed_and_can_be_copied(quantity: Quantity) -> None:
    with pytest.raises(AttributeError, match="cannot be changed"):
        quantity.value = Fraction(3)
    assert pickle.loads(pickle.dumps(quantity)) == quantity  # noqa: S301 (our own bytes)


@pytest.mark.parametrize(
    ("quantity", "shown"),
    [
        (MG, "Amount(2 mg)"),
        (PER_ML, "Concentration(0.4 mg/mL)"),
        (ML, "Volume(5 mL)"),
        (ML_H, "Rate(20 mL/h)"),
        (TIME, "Duration(900 s)"),
        (Number(2), "Number(2)"),
    ],
)
def test_repr_shows_the_unit(quantity: Quantity, shown: str) -> None:
    assert repr(quantity) == shown


@pytest.mark.parametrize("text", ["", "2", "mg", "2 g", "2 mg mg", "2,5 mg", "x mg", "2 MG"])
def test_text_that_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a"):
        Amount.of(text)


@pytest.mark.parametrize("text", ["0.4 mg", "0.4 mg/L", "0.4/mL", "mg/mL"])
def test_text_that_is_no_concentration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a"):
        Concentration.of(text)


def test_durations() -> None:
    assert Duration.ns(1_500_000_000).text == "1.5"
    assert TIME.in_minutes == 15
    assert Duration(Fraction(1, 3)).whole_ns == 333_333_334
    assert Duration(Fraction(-1, 3)).whole_ns == -333_333_333
    assert Duration(2).whole_ns == 2_000_000_000


def test_nothing_is_false_and_something_is_true() -> None:
    assert not Amount.zero(DoseUnit.MG)
    assert Volume(1)
    assert Volume(3).times(Fraction(1, 2)).text == "1.5"
    assert MG.times(2) == Amount.of("4 mg")
    assert Volume(1) <= Volume(1) < Volume(2)
    assert Volume(2) >= Volume(1)
    assert Volume(2) > Volume(1)
    assert Volume(2) - Volume(1) == Volume(1)


def test_equal_quantities_are_one_key() -> None:
    assert len({Volume(1), Volume.of("1"), Rate(1)}) == 2
    assert MG.to(DoseUnit.MG) is MG


def test_which_units_count_together() -> None:
    assert MG.counts_with(DoseUnit.MCG)
    assert not MG.counts_with(DoseUnit.UNITS)
    assert UNITS.counts_with(DoseUnit.UNITS)


def test_what_a_reader_gets_back() -> None:
    assert Volume(Fraction(1, 3)).settled().text == "0.333333333333"
    assert Amount(Fraction(2, 3), DoseUnit.MCG).settled() == Amount.of("0.666666666667 mcg")
