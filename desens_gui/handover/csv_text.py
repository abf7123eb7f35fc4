"""CSV as RFC 4180 says; text that a spreadsheet program would run as a formula is marked.

Every cell is quoted; lines end in CR LF. A number is given as a number and stays one, also below zero.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from fractions import Fraction

from desens_gui.domain.decimal_text import exact_text
from desens_gui.domain.quantities import Quantity

ENCODING = "utf-8-sig"
"""With the mark at the beginning that spreadsheet programs need to read UTF-8."""

STARTERS = "=+-@\t\r"
"""A cell that begins with one of these, as itself or in a wide form, is a formula to a spreadsheet."""

Cell = str | int | Fraction | Quantity | None


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A line of heads, then the rows; None is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return safe(cell)
        case Quantity():
            return cell.text
        case _:
            return exact_text(Fraction(cell))


def safe(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet program would take it for a formula."""
    return f"'{text}" if _reads_as_formula(text) else text


def _reads_as_formula(text: str) -> bool:
    """Also behind blanks, marks nobody sees, and in forms that normalize to a sign (NFKC)."""
    for character in text:
        if any(plain in STARTERS for plain in unicodedata.normalize("NFKC", character)[:1]):
            return True
        if not _is_unseen(character):
            return False
    return False


def _is_unseen(character: str) -> bool:
    """Blanks, controls, zero-width and format marks: a spreadsheet program may skip them."""
    return character.isspace() or unicodedata.category(character) in {
        "Cc",
        "Cf",
        "Zl",
        "Zp",
        "Zs",
        "Cn",
        "Co",
    }
