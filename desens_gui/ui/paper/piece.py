"""One strip of a page: so high, drawn there, never cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QPainter

Draw = Callable[[QPainter, float, float], None]
"""Draw with the upper left corner here."""


class Piece(Struct, frozen=True, kw_only=True):
    """gap: room above, not at the top of a page. keep: on the same page as the next piece.

    repeat: drawn again when the page ends right before this piece (heads of a table). letter: of its section.
    rule: a line across the page above it.
    """

    height: float
    draw: Draw
    gap: float = 0
    keep: bool = False
    repeat: Piece | None = None
    letter: str = ""
    rule: bool = False


def together(pieces: Sequence[Piece], *, with_next: bool = False) -> list[Piece]:
    """On one page, as far as a page can hold them; with_next: and with what follows."""
    last = len(pieces) - 1
    return [replace(piece, keep=place < last or with_next) for place, piece in enumerate(pieces)]


def spaced(pieces: Sequence[Piece], gap: float) -> list[Piece]:
    """With this room above the first."""
    return [replace(pieces[0], gap=gap), *pieces[1:]] if pieces else []


def stacked(pieces: Sequence[Piece]) -> Piece:
    """One piece of many, the gaps between them included."""
    height = sum(piece.height + (piece.gap if place else 0) for place, piece in enumerate(pieces))

    def draw(painter: QPainter, x: float, y: float) -> None:
        for place, piece in enumerate(pieces):
            y += piece.gap if place else 0
            piece.draw(painter, x, y)
            y += piece.height

    return Piece(height=height, draw=draw)
