"""The marks on the event row of the chart."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from desens_gui.course.effective import Struck
from desens_gui.course.placed import Placed
from desens_gui.domain.events.check import CheckRecorded, EarlySignSeen, MedicationGiven, NoteRecorded
from desens_gui.domain.events.ending import LineFlushed, SessionEnded, StopCalled
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.pump import BagChangeBegun, PumpReportedRunning
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.domain.events.step import PauseCalled
from desens_gui.domain.findings import new_signs
from desens_gui.domain.stage import Resuming


class MarkKind(StrEnum):
    CHECK = "check"
    SYMPTOM = "symptom"
    EARLY_SIGN = "early_sign"
    NOTE = "note"
    MEDICATION = "medication"
    REACTION = "reaction"
    PAUSE = "pause"
    RESUME = "resume"
    BAG_CHANGE = "bag_change"
    DRUG_END = "drug_end"
    STOP = "stop"
    END = "end"


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """at_ns: when it happened. struck: entered in error."""

    kind: MarkKind
    at_ns: int
    seq: int
    struck: bool = False


_KINDS: dict[type[Event], MarkKind] = {
    EarlySignSeen: MarkKind.EARLY_SIGN,
    NoteRecorded: MarkKind.NOTE,
    MedicationGiven: MarkKind.MEDICATION,
    ReactionCalled: MarkKind.REACTION,
    PauseCalled: MarkKind.PAUSE,
    BagChangeBegun: MarkKind.BAG_CHANGE,
    LineFlushed: MarkKind.DRUG_END,
    StopCalled: MarkKind.STOP,
    SessionEnded: MarkKind.END,
}


class Marks:
    """Follows the facts of a session."""

    def __init__(self, struck: Struck) -> None:
        self._struck = struck
        self._marks: list[Mark] = []

    def add(self, placed: Placed) -> None:
        kind = _kind(placed)
        if kind is not None:
            self._marks.append(Mark(kind=kind, at_ns=placed.at_ns, seq=placed.seq))

    def all(self) -> tuple[Mark, ...]:
        """In order of when they happened."""
        marks = (
            mark if self._struck.by(mark.seq) is None else msgspec.structs.replace(mark, struck=True)
            for mark in self._marks
        )
        return tuple(sorted(marks, key=lambda mark: (mark.at_ns, mark.seq)))


def _kind(placed: Placed) -> MarkKind | None:
    match placed.event:
        case CheckRecorded(symptoms=symptoms):
            return MarkKind.SYMPTOM if new_signs(symptoms) else MarkKind.CHECK
        case PumpReportedRunning():
            return MarkKind.RESUME if isinstance(placed.before.stage, Resuming) else None
        case event:
            return _KINDS.get(type(event))
