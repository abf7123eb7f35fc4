"""Tables: heads again on every page, no row alone on one, a row cut between lines only when very long."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from desens_gui.handover.document import Align, Row, Run, Table
from desens_gui.ui.paper.columns import Laid, laid_columns
from desens_gui.ui.paper.lines import Wrapped, paragraph
from desens_gui.ui.paper.look import INK, RULE, Kind, Type, font, line_height, metrics, pt, width
from desens_gui.ui.paper.piece import Draw, Piece, spaced, together

PAD = pt(0.6)  # above and below the text of a row
LONG = 12  # a row of more lines may go on on the next page
BEFORE = pt(7)
FOOT_GAP = pt(2)
SHARES = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.DECIMAL: 1.0}


def table_pieces(table: Table, room: float) -> list[Piece]:
    """Title, heads, rows, foot."""
    columns = laid_columns(table, room)
    heads = _heads(columns, room)
    foot = paragraph([Run(text=table.foot, quiet=True)], room, Type.SMALL) if table.foot else []
    rows: list[Piece] = []
    last = len(table.rows) - 1
    for place, row in enumerate(table.rows):
        with_next = place in (0, last - 1) if place < last else bool(foot)
        rows.extend(replace(line, repeat=heads) for line in _row(row, columns, room, with_next=with_next))
    title = paragraph([Run(text=table.title)], room, Type.HEADING) if table.title else []
    return spaced([*together([*title, heads], with_next=True), *rows, *spaced(foot, FOOT_GAP)], BEFORE)


def _heads(columns: list[Laid], room: float) -> Piece:
    """One or two lines for each column, standing on the rule."""
    deep = max(laid.column.head.count("\n") + 1 for laid in columns)
    height = line_height(Type.CELL_HEAD)

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setFont(font(Type.CELL_HEAD))
        painter.setPen(INK)
        for laid in columns:
            lines = laid.column.head.split("\n")
            for place, line in enumerate(lines, start=deep - len(lines)):
                indent = (laid.room - width(line, Type.CELL_HEAD)) * SHARES[laid.column.align]
                base = y + place * height + (height + metrics(Type.CELL_HEAD).capHeight()) / 2
                painter.drawText(QPointF(x + laid.x + indent, base), line)
        _rule(painter, x, y + deep * height + PAD, room, INK)

    return Piece(height=deep * height + PAD, draw=draw)


def _row(row: Row, columns: list[Laid], room: float, *, with_next: bool) -> list[Piece]:
    """A piece for each line of the row, all on one page unless the row is very long."""
    kind = Type.CELL_STRONG if row.strong else Type.CELL
    cells = [_cell(row, laid, text, kind) for laid, text in zip(columns, row.cells, strict=True)]
    deep = max(map(len, cells))
    pieces = [_line(cells, columns, number, deep, room, line_height(kind)) for number in range(deep)]
    if deep > LONG:
        return [*pieces[:-1], *together(pieces[-1:], with_next=with_next)]
    return together(pieces, with_next=with_next)


def _line(
    cells: list[list[Draw]], columns: list[Laid], number: int, deep: int, room: float, height: float
) -> Piece:
    """One line across all cells; the first has room above it, the last a rule below."""
    above, below = (PAD if number == 0 else 0), (PAD if number == deep - 1 else 0)

    def draw(painter: QPainter, x: float, y: float) -> None:
        for laid, lines in zip(columns, cells, strict=True):
            if number < len(lines):
                lines[number](painter, x + laid.x, y + above)
        if below:
            _rule(painter, x, y + above + height + below, room, RULE)

    return Piece(height=above + height + below, draw=draw)


def _cell(row: Row, laid: Laid, text: str, kind: Kind) -> list[Draw]:
    """The lines of one cell. What corrects a struck row stands in its wide column and stays readable."""
    if laid.column.align is Align.DECIMAL:
        return [_figure(text, laid.point, kind)]
    run = Run(text=text, struck=row.struck and not laid.column.wide)
    return [piece.draw for piece in Wrapped([run], kind, laid.room, align=laid.column.align).pieces()]


def _figure(text: str, point: float, kind: Kind) -> Draw:
    """A number with its decimal point in line with those of the column."""
    whole = text.partition(".")[0]
    before = width(whole, kind)
    base = (line_height(kind) + metrics(kind).capHeight()) / 2

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setFont(font(kind))
        painter.setPen(INK)
        painter.drawText(QPointF(x + point - before, y + base), text)

    return draw


def _rule(painter: QPainter, x: float, y: float, room: float, ink: QColor) -> None:
    painter.setPen(QPen(ink, pt(0.8 if ink is INK else 0.5)))
    painter.drawLine(QLineF(x, y, x + room, y))
