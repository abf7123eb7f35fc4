"""Strips of a report put onto pages: what belongs together stays together, heads come again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desens_gui.ui.paper.piece import Piece


class Placed(Struct, frozen=True):
    """A strip with the height it is drawn at. first: the first of its section on this page."""

    piece: Piece
    y: float
    first: bool


def pages(pieces: Sequence[Piece], height: float) -> list[list[Placed]]:
    """At least one page. A group higher than a page is cut between its strips, never through one."""
    made = _Pages(height)
    for group in _groups(pieces):
        made.add(group)
    return made.pages


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Strips that are kept together."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


class _Pages:
    def __init__(self, height: float) -> None:
        self._height = height
        self._y = 0.0
        self._letter = ""
        self.pages: list[list[Placed]] = [[]]

    def add(self, group: list[Piece]) -> None:
        whole = sum(piece.gap + piece.height for piece in group)
        if self.pages[-1] and self._y + whole > self._height:
            repeat = group[0].repeat
            if whole - group[0].gap + (repeat.height if repeat else 0) <= self._height:
                self._turn(repeat, group[0].letter)
        for piece in group:
            if self.pages[-1] and self._y + piece.gap + piece.height > self._height:
                self._turn(piece.repeat, piece.letter)
            self._put(piece)

    def _turn(self, repeat: Piece | None, letter: str) -> None:
        self.pages.append([])
        self._y, self._letter = 0.0, ""
        if repeat is not None:
            self._place(replace(repeat, letter=letter))

    def _put(self, piece: Piece) -> None:
        self._y += piece.gap if self.pages[-1] else 0
        self._place(piece)

    def _place(self, piece: Piece) -> None:
        self.pages[-1].append(Placed(piece, self._y, piece.letter != self._letter))
        self._letter = piece.letter
        self._y += piece.height
