"""Reading a session, finished or running: the state at any moment, without anything that could write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.events.every import Event
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.instants import US, Instant
from desens_gui.domain.recorded import Recorded
from desens_gui.domain.session import Session
from desens_gui.session.moment import Moment


class Review:
    """Every state is kept once (they share what did not change), so moving to a moment costs a search."""

    def __init__(self, records: Iterable[Recorded[Event]] = ()) -> None:
        self._records: list[Recorded[Event]] = []
        self.course = CourseSoFar()
        self.extend(records)

    def extend(self, records: Iterable[Recorded[Event]]) -> None:
        """Facts that a running session recorded since."""
        for recorded in records:
            self.course.add(recorded, evolve(self.course.state, recorded))
            self._records.append(recorded)

    @property
    def records(self) -> Sequence[Recorded[Event]]:
        return self._records

    @property
    def end_ns(self) -> int:
        """Session time of the last fact; 0 without one."""
        return 0 if self.course.state is None else self.course.state.timeline.at_ns

    def at_seq(self, seq: int) -> Moment | None:
        """Right after that fact, or after the last one there is; None before the first."""
        state = self.course.history.after(seq)
        return None if state is None else Moment(state, state.timeline.last, state.timeline.at_ns)

    def at_ns(self, at_ns: int) -> Moment | None:
        """As it was known at that session time; None before the first fact."""
        state = self.course.history.at(at_ns)
        return None if state is None else Moment(state, _instant(state, at_ns), at_ns)

    def at_time(self, utc_us: int) -> Moment | None:
        """As it was known at that wall time, in microseconds; a time shown twice is the later one."""
        return self.at_ns(self.course.clock.at_ns(utc_us)) if self._records else None


def _instant(state: Session, at_ns: int) -> Instant:
    """The clocks as they would have been read then, going on from the last fact."""
    last, passed_ns = state.timeline.last, at_ns - state.timeline.at_ns
    return Instant(
        last.boot_ns + passed_ns, last.mono_ns + passed_ns, last.utc_us + passed_ns // US, last.boot_id
    )
