"""How wide the columns of a table are: as wide as they need; what is left goes to the wide one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desens_gui.handover.document import Align, Column, Table
from desens_gui.ui.paper.look import Type, pt, width

GAP = pt(7)
LEAST_WIDE = 0.2  # of the room, for the wide column
MOST = 0.34  # of the room, for any other


class Laid(Struct, frozen=True, kw_only=True):
    """One column in its place. room: width for text; point: from the left edge to the decimal points."""

    column: Column
    x: float
    room: float
    point: float = 0


def laid_columns(table: Table, room: float) -> list[Laid]:
    """Columns from the left edge on; together they are as wide as the room."""
    cells = list(zip(*(row.cells for row in table.rows), strict=True)) or [()] * len(table.columns)
    needed = [
        min(_needed(column, column_cells), room * MOST)
        for column, column_cells in zip(table.columns, cells, strict=True)
    ]
    widths = _shared(table.columns, needed, room - GAP * (len(needed) - 1))
    laid = []
    x = 0.0
    for column, column_cells, given in zip(table.columns, cells, widths, strict=True):
        point = _point(column, column_cells, given)
        laid.append(Laid(column=column, x=x, room=given, point=point))
        x += given + GAP
    return laid


def _needed(column: Column, cells: Sequence[str]) -> float:
    heads = [width(line, Type.CELL_HEAD) for line in column.head.split("\n")]
    if column.align is Align.DECIMAL:
        return max([*heads, sum(_sides(cells))])
    return max([*heads, *(width(cell, Type.CELL_STRONG) for cell in cells)])


def _sides(cells: Sequence[str]) -> tuple[float, float]:
    """The widest part before the decimal point, and the widest from it on."""
    parts = [cell.partition(".") for cell in cells] or [("", "", "")]
    before = max(width(whole, Type.CELL_STRONG) for whole, _, _ in parts)
    after = max(width(point + decimals, Type.CELL_STRONG) for _, point, decimals in parts)
    return before, after


def _point(column: Column, cells: Sequence[str], given: float) -> float:
    """Numbers stand at the right edge of their column."""
    return given - _sides(cells)[1] if column.align is Align.DECIMAL else 0


def _shared(columns: Sequence[Column], needed: list[float], room: float) -> list[float]:
    wide = [place for place, column in enumerate(columns) if column.wide]
    others = sum(need for place, need in enumerate(needed) if place not in wide)
    most = room * (1 - LEAST_WIDE) if wide else room
    shrink = min(1.0, most / others) if others else 1.0
    left = room - others * shrink
    return [
        left / len(wide) if place in wide else need * shrink + (0 if wide else left / len(needed))
        for place, need in enumerate(needed)
    ]
