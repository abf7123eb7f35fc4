"""Rows of cells as plain text in columns, with the decimal points of numbers in line."""

from __future__ import annotations

from collections.abc import Sequence

GAP = "  "
MINUS = "\N{MINUS SIGN}"


def columns(rows: Sequence[Sequence[str]]) -> str:
    """The first row holds the heads. Every row has as many cells."""
    laid = [_column(cells) for cells in zip(*rows, strict=True)]
    return "\n".join(GAP.join(line).rstrip() for line in zip(*laid, strict=True))


def _column(cells: Sequence[str]) -> list[str]:
    """One column, all cells equally wide: numbers by their decimal point, words from the left."""
    head, *rest = cells
    if not all(_is_number(cell) for cell in rest):
        width = max(map(len, cells))
        return [cell.ljust(width) for cell in cells]
    split = [cell.partition(".") for cell in rest]
    before = max((len(whole) for whole, _, _ in split), default=0)
    after = max((len(point + decimals) for _, point, decimals in split), default=0)
    lines = [f"{whole:>{before}}{point + decimals:<{after}}" for whole, point, decimals in split]
    width = max([len(head), before + after])
    return [head.rjust(width), *(line.rjust(width) for line in lines)]


def _is_number(cell: str) -> bool:
    digits = cell.removeprefix(MINUS).replace(",", "").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()
