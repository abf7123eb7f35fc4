"""The runs of the steps as they were known after any fact, not as the whole record tells them now."""

from __future__ import annotations

from collections.abc import Sequence

from desens_gui.course.effective import Struck
from desens_gui.course.history import History
from desens_gui.course.placed import place
from desens_gui.course.steps import StepCourse, StepRuns
from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded


class StepsThen:
    """Going on to a later fact costs the facts between; going back begins again. `records` may grow."""

    def __init__(self, records: Sequence[Recorded[Event]], history: History) -> None:
        self._records = records
        self._history = history
        self._begin()

    def _begin(self) -> None:
        self._followed = 0
        self._struck = Struck()
        self._runs = StepRuns(self._struck)

    def courses(self, seq: int, at_ns: int) -> tuple[StepCourse, ...]:
        """Every run after the fact of that number, as it stood at a moment before the next one."""
        state = self._history.after(seq)
        if state is None:
            return ()
        if state.seq < self._followed:
            self._begin()
        for recorded in self._records[self._followed : state.seq]:
            after = self._history.after(recorded.seq)
            assert after is not None
            placed = place(recorded, self._history.after(recorded.seq - 1), after)
            self._struck.add(placed)
            self._runs.add(placed)
        self._followed = state.seq
        return self._runs.courses(state, at_ns)
