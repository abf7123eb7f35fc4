"""A printed column is held against the computed one to its own digits, and every difference is named."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desens_gui.domain.plan.columns import dose_column, infusion_column
from desens_gui.domain.plan.printed import (
    CellDiffers,
    LengthDiffers,
    NotComputed,
    Printed,
    PrintedColumn,
    agrees,
    differences,
)
from desens_gui.domain.protocol.doses import Companion
from desens_gui.domain.quantities import Number
from tests.domain.plan.dose_recipes import dose_planned, doses
from tests.domain.plan.recipes import planned, recipe

DOSE = PrintedColumn.DOSE


@pytest.mark.parametrize(
    ("cell", "exact", "decimals", "same"),
    [
        ("0.35", "0.35", None, True),
        ("7.937", "7.93704", None, True),
        ("0.35", "0.75", None, False),
        ("339.37", "339.375", None, True),  # a tie may be rounded either way
        ("339.38", "339.375", None, True),
        ("339.37", "339.376", None, False),
        ("4", "3.96875", None, True),
        ("4", "3.96875", 5, False),
        ("2000.0", "2000", None, True),
    ],
)
def test_agreement_is_to_the_printed_digits(cell: str, exact: str, decimals: int | None, same: bool) -> None:
    assert agrees(cell, Fraction(exact), decimals) == same


def test_every_difference_is_named_with_its_row() -> None:
    printed = Printed(column=DOSE, values=("1", "", "5", "9"))
    found = tuple(differences(printed, (Fraction(1), Fraction(2), Fraction(4))))
    assert found == (LengthDiffers(DOSE, 4, 3), CellDiffers(DOSE, 3, "5", Fraction(4)))
    assert tuple(differences(printed, None)) == (NotComputed(DOSE),)


def test_the_columns_of_an_infusion() -> None:
    plan = planned(recipe())
    columns: dict[PrintedColumn, object] = {each: infusion_column(plan, each) for each in PrintedColumn}
    assert columns[PrintedColumn.RATE] == (10, 20, 10, 20)
    assert columns[PrintedColumn.BAG_DRUG] == (10, Fraction("99.25"))
    assert columns[PrintedColumn.TOTAL_DOSE] == (100,)
    assert columns[PrintedColumn.COMPANION] is None
    assert sum(infusion_column(plan, DOSE) or ()) == 100
    assert [each for each, cells in columns.items() if cells is None] == [PrintedColumn.COMPANION]


def test_the_columns_of_single_doses() -> None:
    fifth = Companion(drug="other", per_amount=Number(Fraction(1, 5)), sources=())
    plan = dose_planned(doses(companion=fifth))
    columns: dict[PrintedColumn, object] = {each: dose_column(plan, each) for each in PrintedColumn}
    assert columns[DOSE] == (1, 2, 4)
    assert columns[PrintedColumn.CUMULATIVE] == (1, 3, 7)
    assert columns[PrintedColumn.COMPANION] == (Fraction(1, 5), Fraction(2, 5), Fraction(4, 5))
    assert columns[PrintedColumn.ELAPSED] == (0, 15, 30)
    assert columns[PrintedColumn.MINUTES] == (15, 15)
    assert columns[PrintedColumn.TOTAL_TIME] == (30,)
    assert columns[PrintedColumn.TOTAL_DOSE] == (7,)
    assert columns[PrintedColumn.VOLUME] is None, "the last dose is drawn from nothing"
    assert columns[PrintedColumn.BAG_CONCENTRATION] is None
    assert columns[PrintedColumn.RATE] is None
