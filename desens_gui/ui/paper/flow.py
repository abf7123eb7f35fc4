"""A report as one run of strips, from the banner to the last signature."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.handover.document import Report, Run, Section
from desens_gui.ui.paper.blocks import block_pieces
from desens_gui.ui.paper.boxes import banner_piece
from desens_gui.ui.paper.lines import paragraph
from desens_gui.ui.paper.look import Type, pt
from desens_gui.ui.paper.piece import Piece, spaced, together

RAIL = pt(24)  # left of every section, for its letter
BEFORE = pt(11)


def report_pieces(report: Report, room: float) -> list[Piece]:
    """room: the width of the page between its margins. A section is drawn right of its rail."""
    pieces = [banner_piece(report.banner, room)]
    for section in report.sections:
        pieces.extend(_section(section, room - RAIL))
    return pieces


def _section(section: Section, room: float) -> list[Piece]:
    heading = []
    if section.title:
        runs = [Run(text=section.title, strong=True)]
        if section.note:
            runs.append(Run(text=f"  {section.note}", quiet=True))
        heading = paragraph(runs, room, Type.HEADING)
    body = [piece for block in section.blocks for piece in block_pieces(block, room)]
    pieces = [
        *together(heading, with_next=True),
        *(together(_close(body)) if section.whole else _close(body)),
    ]
    lettered = [replace(piece, letter=section.letter) for piece in pieces]
    return spaced([replace(lettered[0], rule=True), *lettered[1:]], BEFORE)


def _close(body: list[Piece]) -> list[Piece]:
    """The first block needs no room above it: the heading stands there."""
    return [replace(body[0], gap=0), *body[1:]] if body else []
