"""What else happened: the pump stood still, medication and notes, and the events a reader must know of."""

from __future__ import annotations

from desens_gui.course.intervals import StopCause, Stopped
from desens_gui.course.timeline import Row as Happened
from desens_gui.domain.events.check import (
    EarlySignSeen,
    MedicationGiven,
    NoteRecorded,
    SeenNoChange,
    WatchConfirmed,
)
from desens_gui.domain.events.ending import BagReportedEmpty, LineFlushed, SessionEnded, StopCalled
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.parts import PartClosed, PartTakenOver
from desens_gui.domain.events.pump import BagDoubleChecked, IvSite, IvSiteSeen
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed
from desens_gui.domain.events.setup import PlanVerified
from desens_gui.domain.events.step import (
    ClockStepped,
    PauseCalled,
    ProgramStalled,
    ResumeCommanded,
    StayDecided,
)
from desens_gui.domain.quantities import Duration
from desens_gui.handover.document import Column, Row, Table
from desens_gui.handover.told import Told
from desens_gui.wording.events import event_line, late_entry
from desens_gui.wording.numbers import duration_words
from desens_gui.wording.pauses import pause_reason

BESIDE_THE_PUMP = MedicationGiven | NoteRecorded | EarlySignSeen
WORTH_TELLING = (
    PlanVerified
    | BagDoubleChecked
    | StayDecided
    | WatchConfirmed
    | ProgramStalled
    | ClockStepped
    | ProgramResumed
    | AwayAnswered
    | BagReportedEmpty
    | LineFlushed
    | StopCalled
    | SessionEnded
    | PartClosed
    | PartTakenOver
)
"""Not in another table of the report, and not one of the many reports around a step or a bag change."""


def stop_table(told: Told) -> Table | None:
    """Pauses and reactions; the short stops of bag changes are in the file."""
    words = told.words
    stops = [
        stop for stop in told.course.intervals.stopped if stop.cause in (StopCause.PAUSE, StopCause.REACTION)
    ]
    if not stops:
        return None
    return Table(
        title=words("Pump stopped"),
        columns=(
            Column(head=words("From")),
            Column(head=words("To")),
            Column(head=words("For")),
            Column(head=words("Why"), wide=True),
        ),
        rows=tuple(_stop(told, stop) for stop in stops),
    )


def _stop(told: Told, stop: Stopped) -> Row:
    words = told.words
    why = words("Reaction") if stop.reason is None else pause_reason(words, stop.reason)
    to_ns = told.at_ns if stop.to_ns is None else stop.to_ns
    until = words("not over") if stop.to_ns is None else told.hh_mm_ss(stop.to_ns)
    lasted = duration_words(Duration.ns(to_ns - stop.from_ns), words)
    return Row(cells=(told.hh_mm_ss(stop.from_ns), until, lasted, why))


def medication_table(told: Told) -> Table | None:
    """Medication, notes and early signs, in order."""
    rows = tuple(
        _line(told, row, strong=isinstance(event, MedicationGiven))
        for row, event in told.rows()
        if isinstance(event, BESIDE_THE_PUMP)
    )
    return _listed(told, told.words("Medication, notes and early signs"), rows)


def event_table(told: Told) -> Table | None:
    found = [(row.at_ns, _line(told, row)) for row, event in told.rows() if _worth_telling(event)]
    rows = tuple(row for _, row in sorted([*found, *_seen(told)], key=lambda timed: timed[0]))
    entries = len(told.course.rows.all(clinical_only=False))
    foot = told.words(
        "Bag changes, labels, pump reports and prompts: all {entries} entries are in the file.",
        entries=entries,
    )
    return _listed(told, told.words("Events"), rows, foot)


def _worth_telling(event: Event) -> bool:
    match event:
        case IvSiteSeen(site=site):
            return site is not IvSite.WELL
        case PauseCalled(words=why):
            return bool(why)  # else all of it is in the table of stops
        case ResumeCommanded(from_start=from_start):
            return from_start
        case _:
            return isinstance(event, WORTH_TELLING)


def _seen(told: Told) -> list[tuple[int, Row]]:
    """Every "seen and asked, no change" in one row, at the time of the last."""
    seen = [row for row, event in told.rows() if isinstance(event, SeenNoChange)]
    if not seen:
        return []
    who = dict.fromkeys(told.person(row.actor) for row in seen)
    times = ", ".join(told.hh_mm(row.at_ns) for row in seen)
    said = told.words("Seen and asked, no change: {times}", times=times)
    last_ns = seen[-1].at_ns
    return [(last_ns, Row(cells=(told.hh_mm_ss(last_ns), said, ", ".join(who))))]


def _line(told: Told, row: Happened, *, strong: bool = False) -> Row:
    line = event_line(told.words, row.recorded)
    said = late_entry(told.words, line) if row.late else line
    return Row(cells=(told.hh_mm_ss(row.at_ns), said, told.person(row.actor)), strong=strong)


def _listed(told: Told, title: str, rows: tuple[Row, ...], foot: str = "") -> Table | None:
    if not rows:
        return None
    words = told.words
    columns = (
        Column(head=words("Time")),
        Column(head=words("What"), wide=True),
        Column(head=words("By")),
    )
    return Table(title=title, columns=columns, rows=rows, foot=foot)
