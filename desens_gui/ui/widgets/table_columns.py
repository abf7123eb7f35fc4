"""Where the columns of a painted table stand: room for every text, decimal points in one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from desens_gui.ui.theme import Theme
from desens_gui.wording.plain import plain


class ColumnTexts(Struct, frozen=True, kw_only=True):
    """What one column holds: its head lines and cells; `least` px where it holds a drawing instead."""

    heads: tuple[str, ...]
    cells: tuple[str, ...] = ()
    decimal: bool = True
    least: float = 0.0


class TableColumn(Struct, frozen=True):
    """From `left` to `right`; numbers have their decimal point at `point`."""

    left: float
    right: float
    point: float

    @property
    def width(self) -> float:
        return self.right - self.left


def table_columns(
    texts: Sequence[ColumnTexts], theme: Theme, left: float, right: float, role: str
) -> list[TableColumn]:
    """Every column as wide as its widest text, and what is left shared out between them."""
    sizes = [_natural(each, theme, role) for each in texts]
    spare = (right - left - sum(width for width, _, _ in sizes)) / len(sizes)
    columns, at = [], left
    for width, whole, numbers in sizes:
        own = width + spare
        point = at + own / 2 - numbers / 2 + whole
        columns.append(TableColumn(at, at + own, point))
        at += own
    return columns


def _natural(texts: ColumnTexts, theme: Theme, role: str) -> tuple[float, float, float]:
    """Width of the column, of the widest whole part, and of the number block."""
    heads = max((theme.width(plain(head), "small") for head in texts.heads), default=0.0)
    if texts.decimal:
        whole, rest = _parts(texts.cells, theme, role)
        return max(heads, whole + rest, texts.least), whole, whole + rest
    cells = max((theme.width(plain(cell), role) for cell in texts.cells), default=0.0)
    return max(heads, cells, texts.least), cells, cells


def _parts(cells: Iterable[str], theme: Theme, role: str) -> tuple[float, float]:
    """The widest part before and the widest part from the decimal point on."""
    before = after = 0.0
    for cell in cells:
        whole, mark, rest = plain(cell).partition(".")
        before = max(before, theme.width(whole, role))
        after = max(after, theme.width(mark + rest, role))
    return before, after
