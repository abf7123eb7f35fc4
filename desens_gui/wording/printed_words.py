"""Sentences about a printed table that is not what its own numbers come to."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.plan.printed import CellDiffers, Difference, LengthDiffers, NotComputed
from desens_gui.wording.numbers import number
from desens_gui.wording.words import Words


def difference_sentence(difference: Difference, words: Words) -> str:
    """One sentence: the column as the file names it, the row, what is printed, what comes out."""
    match difference:
        case CellDiffers():
            return words(
                "Printed “{column}”, row {row}: {printed} is printed, {computed} comes out.",
                column=difference.column.value,
                row=difference.row,
                printed=difference.printed,
                computed=number(difference.computed),
            )
        case LengthDiffers():
            return words(
                "Printed “{column}”: it has {printed} values, the plan has {computed}.",
                column=difference.column.value,
                printed=difference.printed,
                computed=difference.computed,
            )
        case NotComputed():
            return words(
                "Printed “{column}”: nothing can be held against it; the plan has no such numbers.",
                column=difference.column.value,
            )
        case _:
            assert_never(difference)
