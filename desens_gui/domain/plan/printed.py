"""A printed column held against the computed one: every cell that does not come out to its printed digits."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desens_gui.domain.decimal_text import fraction_of
from desens_gui.domain.quantities import Amount


class PrintedColumn(StrEnum):
    """Which numbers are printed: one for each step or dose, except those of bags and the totals."""

    RATE = "rate_ml_h"
    MINUTES = "minutes"
    VOLUME = "volume_ml"
    DOSE = "dose"
    CUMULATIVE = "cumulative"
    ELAPSED = "elapsed_min"
    COMPANION = "companion"
    BAG_DRUG = "bag_drug"
    BAG_CONCENTRATION = "bag_concentration"
    TOTAL_TIME = "total_min"
    TOTAL_DOSE = "total_dose"


class Printed(Struct, frozen=True, kw_only=True):
    """A column as it is printed, each cell as text with its digits; "" was not read.

    dose: the target dose that the print is for, where the protocol leaves it open. decimals: how many the
    table keeps; None: as many as each cell shows, so that a whole number may be a rounded one.
    """

    column: PrintedColumn
    values: tuple[str, ...]
    dose: Amount | None = None
    decimals: int | None = None


class CellDiffers(Struct, frozen=True):
    """row counts from 1."""

    column: PrintedColumn
    row: int
    printed: str
    computed: Fraction


class LengthDiffers(Struct, frozen=True):
    column: PrintedColumn
    printed: int
    computed: int


class NotComputed(Struct, frozen=True):
    """The plan has no such column: no stock for the volumes, no interval for the times."""

    column: PrintedColumn


Difference = CellDiffers | LengthDiffers | NotComputed


def differences(printed: Printed, computed: tuple[Fraction, ...] | None) -> Iterator[Difference]:
    """Every difference, from top to bottom; none when each cell is the computed value to its digits."""
    if computed is None:
        yield NotComputed(printed.column)
        return
    if len(printed.values) != len(computed):
        yield LengthDiffers(printed.column, len(printed.values), len(computed))
    for row, (cell, exact) in enumerate(zip(printed.values, computed, strict=False), start=1):
        if cell and not agrees(cell, exact, printed.decimals):
            yield CellDiffers(printed.column, row, cell, exact)


def agrees(cell: str, exact: Fraction, decimals: int | None = None) -> bool:
    """Within half of the last digit that is kept: a print may round a tie either way."""
    shown = len(cell.partition(".")[2])
    tenth: int = 10 ** (shown if decimals is None else decimals)
    half = Fraction(1, 2 * tenth)
    return abs(fraction_of(cell) - exact) <= half
