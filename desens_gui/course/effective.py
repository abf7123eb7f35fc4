"""Facts with their corrections resolved: what was entered in error is struck out, never gone."""

from __future__ import annotations

from desens_gui.course.placed import Placed
from desens_gui.domain.events.reaction import ReactionCalled, ReactionEnteredInError


class Struck:
    """Which facts no longer count, by number, with the number of the fact that says so."""

    def __init__(self) -> None:
        self._by: dict[int, int] = {}
        self._last_reaction = 0

    def add(self, placed: Placed) -> None:
        match placed.event:
            case ReactionCalled():
                self._last_reaction = placed.seq
            case ReactionEnteredInError():
                self._by[self._last_reaction] = placed.seq
            case _:
                pass

    def by(self, seq: int) -> int | None:
        """The number of the correction; None: it counts."""
        return self._by.get(seq)
