"""One fact with its place on session time and the states around it: what every fold of the course is fed."""

from __future__ import annotations

import msgspec

from desens_gui.domain.events.check import CheckRecorded, MedicationGiven, NoteRecorded
from desens_gui.domain.events.ending import BagReportedEmpty, LineFlushed
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.pump import PumpReportedRunning, PumpReportedStopped
from desens_gui.domain.events.reaction import OnsetRecorded
from desens_gui.domain.events.step import StepStarted
from desens_gui.domain.findings import measured
from desens_gui.domain.instants import Utc
from desens_gui.domain.recorded import Recorded
from desens_gui.domain.session import Session

_TIMED = (
    PumpReportedRunning
    | PumpReportedStopped
    | StepStarted
    | NoteRecorded
    | MedicationGiven
    | BagReportedEmpty
    | LineFlushed
    | OnsetRecorded
)


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """at_ns: when it happened, as reported; recorded_ns: when it was written. First fact: before is after."""

    recorded: Recorded[Event]
    before: Session
    after: Session
    at_ns: int
    recorded_ns: int

    @property
    def event(self) -> Event:
        return self.recorded.event

    @property
    def seq(self) -> int:
        return self.recorded.seq


def place(recorded: Recorded[Event], before: Session | None, after: Session) -> Placed:
    """The fact in its place; `after` is the state evolve made of it, `before` is None for the first fact."""
    recorded_ns = after.timeline.at_ns
    reported = reported_at(recorded.event)
    at_ns = recorded_ns if reported is None else placed_ns(after, recorded, reported)
    return Placed(
        recorded=recorded, before=before or after, after=after, at_ns=at_ns, recorded_ns=recorded_ns
    )


def placed_ns(after: Session, recorded: Recorded[Event], at: Utc) -> int:
    """Session time of a moment reported in this fact; never before the session began."""
    return max(0, after.timeline.place_reported(at, recorded.stamp))


def reported_at(event: Event) -> Utc | None:
    """The moment a person gave: of a check its newest answer. None: the moment it was recorded."""
    if isinstance(event, CheckRecorded):
        asked = [answer.at for answer in event.symptoms]
        return max([*measured(event.vitals).values(), *asked], default=None)
    return event.at if isinstance(event, _TIMED) else None
