"""The state at any moment and after any fact of a session: what review scrubs through."""

from __future__ import annotations

from bisect import bisect_right

from desens_gui.course.placed import Placed
from desens_gui.domain.session import Session


class History:
    """Every state there was; they share all that did not change."""

    def __init__(self) -> None:
        self._times: list[int] = []
        self._seqs: list[int] = []
        self._states: list[Session] = []

    def add(self, placed: Placed) -> None:
        self._times.append(placed.recorded_ns)
        self._seqs.append(placed.seq)
        self._states.append(placed.after)

    def at(self, at_ns: int) -> Session | None:
        """The state as it was known at that moment; None before the first fact."""
        return self._last(bisect_right(self._times, at_ns))

    def after(self, seq: int) -> Session | None:
        """The state after the fact of that number, or after the last one before it; None before the first."""
        return self._last(bisect_right(self._seqs, seq))

    def time_of(self, seq: int) -> int:
        """When that fact was recorded; KeyError for a number that is none."""
        place = bisect_right(self._seqs, seq) - 1
        if place < 0 or self._seqs[place] != seq:
            raise KeyError(seq)
        return self._times[place]

    def _last(self, count: int) -> Session | None:
        return self._states[count - 1] if count else None
