"""Every block of a report as strips of a page."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtGui import QPainter

from desens_gui.handover.document import (
    Beside,
    Block,
    Boxes,
    Diagram,
    Numbered,
    Paragraph,
    Run,
    Table,
    Titled,
)
from desens_gui.ui.paper.boxes import boxes_piece
from desens_gui.ui.paper.diagram import diagram_piece
from desens_gui.ui.paper.lines import paragraph
from desens_gui.ui.paper.look import Type, pt
from desens_gui.ui.paper.piece import Piece, spaced, stacked, together
from desens_gui.ui.paper.tables import table_pieces

BESIDE = 0.64  # of the room for the left part
BETWEEN = pt(14)
BEFORE = pt(3)
INDENT = pt(12)


def block_pieces(block: Block, room: float) -> list[Piece]:
    match block:
        case Paragraph():
            return _paragraph(block, room)
        case Titled():
            return _titled(block, room)
        case Beside():
            return [_beside(block, room)]
        case Table():
            return table_pieces(block, room)
        case Diagram():
            return [diagram_piece(block, room)]
        case Numbered():
            return _numbered(block, room)
        case Boxes():
            return spaced([boxes_piece(block, room)], BEFORE * 2)
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, room: float) -> list[Piece]:
    return paragraph(block.runs, room, Type.SMALL if block.small else Type.BODY)


def _titled(block: Titled, room: float) -> list[Piece]:
    title = paragraph([Run(text=block.title)], room, Type.HEADING)
    lines = [piece for each in block.paragraphs for piece in _paragraph(each, room)]
    return [*together(title, with_next=bool(lines)), *lines]


def _beside(block: Beside, room: float) -> Piece:
    """Both parts from the same height on."""
    left_room = room * BESIDE
    left = stacked(_titled(block.left, left_room))
    right = stacked(_titled(block.right, room - left_room - BETWEEN))

    def draw(painter: QPainter, x: float, y: float) -> None:
        left.draw(painter, x, y)
        right.draw(painter, x + left_room + BETWEEN, y)

    return Piece(height=max(left.height, right.height), draw=draw)


def _numbered(block: Numbered, room: float) -> list[Piece]:
    """In two columns, read across, so that a page break does not tear them apart."""
    half = (room - BETWEEN) / 2
    items = [_item(number, text, half) for number, text in enumerate(block.items, start=1)]
    rows = [_across(items[place : place + 2], half + BETWEEN) for place in range(0, len(items), 2)]
    return spaced(rows, BEFORE)


def _item(number: int, text: str, room: float) -> Piece:
    mark = stacked(paragraph([Run(text=f"{number}.")], INDENT))
    body = stacked(paragraph([Run(text=text)], room - INDENT))

    def draw(painter: QPainter, x: float, y: float) -> None:
        mark.draw(painter, x, y)
        body.draw(painter, x + INDENT, y)

    return Piece(height=body.height, draw=draw)


def _across(pieces: list[Piece], step: float) -> Piece:
    def draw(painter: QPainter, x: float, y: float) -> None:
        for place, piece in enumerate(pieces):
            piece.draw(painter, x + place * step, y)

    return Piece(height=max(piece.height for piece in pieces), draw=draw)
