"""The list of events as they happened: which belong to the course, which were reported late."""

from __future__ import annotations

from typing import get_args

import msgspec

from desens_gui.course.effective import Struck
from desens_gui.course.placed import Placed
from desens_gui.domain.events.check import (
    CheckRecorded,
    EarlySignSeen,
    MedicationGiven,
    NoteRecorded,
    SeenNoChange,
    WatchConfirmed,
)
from desens_gui.domain.events.ending import BagReportedEmpty, LineFlushed, SessionEnded, StopCalled
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.parts import PartClosed, PartTakenOver
from desens_gui.domain.events.people import ChairCovered, CoSigned, SessionSigned, TelephoneConfirmed
from desens_gui.domain.events.pump import (
    BagChangeBegun,
    BagDoubleChecked,
    IvSiteSeen,
    LabelRead,
    PumpReportedRunning,
    PumpReportedStopped,
    RateSetReported,
    SetConnected,
)
from desens_gui.domain.events.reaction import (
    OnsetRecorded,
    PatternJudged,
    ReactionCalled,
    ReactionEnteredInError,
    ReactionGraded,
)
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed
from desens_gui.domain.events.setup import (
    OrderRecorded,
    PlanFindingsAccepted,
    PlanSet,
    PlanVerified,
    SecondPersonUnavailable,
    SessionStarted,
)
from desens_gui.domain.events.step import (
    ClockStepped,
    EscalationCommanded,
    PauseCalled,
    ProgramStalled,
    ResumeCommanded,
    StayDecided,
    StepStarted,
)
from desens_gui.domain.quantities import NS_PER_MINUTE
from desens_gui.domain.recorded import Recorded

LATE_NS = NS_PER_MINUTE
"""Reported more than this after it happened: a late entry."""

CLINICAL: frozenset[type[Event]] = frozenset(
    {
        SecondPersonUnavailable,
        PlanSet,
        PlanFindingsAccepted,
        PlanVerified,
        OrderRecorded,
        SessionStarted,
        PumpReportedRunning,
        PumpReportedStopped,
        BagChangeBegun,
        RateSetReported,
        LabelRead,
        SetConnected,
        BagDoubleChecked,
        IvSiteSeen,
        StepStarted,
        EscalationCommanded,
        StayDecided,
        PauseCalled,
        ResumeCommanded,
        ProgramStalled,
        ClockStepped,
        CheckRecorded,
        SeenNoChange,
        WatchConfirmed,
        EarlySignSeen,
        NoteRecorded,
        MedicationGiven,
        ReactionCalled,
        ReactionEnteredInError,
        OnsetRecorded,
        PatternJudged,
        ReactionGraded,
        BagReportedEmpty,
        LineFlushed,
        StopCalled,
        SessionEnded,
        ProgramResumed,
        AwayAnswered,
        PartClosed,
        PartTakenOver,
        TelephoneConfirmed,
        CoSigned,
        ChairCovered,
        SessionSigned,
    }
)
"""What a person reading the course wants to see."""

ROUTINE: frozenset[type[Event]] = frozenset(get_args(Event)) - CLINICAL
"""Prompts, set-up facts and what only repeats another fact."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One event. at_ns: when it happened; struck_by: the number of the fact that says it was an error."""

    seq: int
    at_ns: int
    recorded_ns: int
    late: bool
    actor: str
    clinical: bool
    recorded: Recorded[Event]
    struck_by: int | None = None


class EventRows:
    """Follows the facts of a session."""

    def __init__(self, struck: Struck) -> None:
        self._struck = struck
        self._rows: list[Row] = []

    def add(self, placed: Placed) -> None:
        self._rows.append(
            Row(
                seq=placed.seq,
                at_ns=placed.at_ns,
                recorded_ns=placed.recorded_ns,
                late=placed.recorded_ns - placed.at_ns > LATE_NS,
                actor=placed.recorded.actor.id,
                clinical=type(placed.event) in CLINICAL,
                recorded=placed.recorded,
            )
        )

    def all(self, *, clinical_only: bool = True) -> tuple[Row, ...]:
        """In order of when they happened; at one moment, in order of recording."""
        rows = (self._marked(row) for row in self._rows if row.clinical or not clinical_only)
        return tuple(sorted(rows, key=lambda row: (row.at_ns, row.seq)))

    def _marked(self, row: Row) -> Row:
        struck_by = self._struck.by(row.seq)
        return row if struck_by is None else msgspec.structs.replace(row, struck_by=struck_by)
