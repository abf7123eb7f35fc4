"""Reactions with the figures frozen when each was called; one entered in error stays, struck through."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.course.timeline import Row as Happened
from desens_gui.domain.events.pump import PumpReportedRunning, PumpReportedStopped
from desens_gui.domain.events.reaction import (
    OnsetRecorded,
    PatternJudged,
    ReactionCalled,
    ReactionEnteredInError,
    ReactionGraded,
)
from desens_gui.domain.quantities import Amount
from desens_gui.handover.document import Column, Row, Table
from desens_gui.handover.told import Told
from desens_gui.wording.events_end import reaction_event
from desens_gui.wording.grading import scale_grade
from desens_gui.wording.numbers import amount, stopwatch
from desens_gui.wording.plain import plain


def reaction_table(told: Told) -> Table | None:
    """None where none was called."""
    words = told.words
    rows = tuple(_row(told, row, event) for row, event in told.rows() if isinstance(event, ReactionCalled))
    if not rows:
        return None
    return Table(
        title=words("Reactions"),
        columns=(
            Column(head=words("Called")),
            Column(head=words("Pump stopped")),
            Column(head=words("Step")),
            Column(head=words("At min:s of it")),
            Column(head=words("Given in it")),
            Column(head=words("Given so far")),
            Column(head=words("Note"), wide=True),
        ),
        rows=rows,
        foot=words(
            "Signs and treatment: see the checks, medication and notes. Why each grade: see the course."
        ),
    )


def _row(told: Told, row: Happened, event: ReactionCalled) -> Row:
    words = told.words
    before = event.step is None
    return Row(
        cells=(
            told.hh_mm_ss(row.at_ns),
            _pump_stopped(told, row),
            words("before step 1") if before else str(event.step),
            "" if before else stopwatch(event.step_elapsed_s),
            _dose(told, event.step_dose),
            _dose(told, event.given),
            _note(told, row),
        ),
        strong=row.struck_by is None,
        struck=row.struck_by is not None,
    )


def _dose(told: Told, dose: Amount | None) -> str:
    return "" if dose is None else amount(dose, told.words)


def _pump_stopped(told: Told, called: Happened) -> str:
    """When the pump was reported stopped after the call, while that stood."""
    later = sorted((row for row, _ in told.rows() if row.seq > called.seq), key=lambda row: row.seq)
    for row in later:
        match row.recorded.event:
            case PumpReportedStopped():
                return told.hh_mm_ss(row.at_ns)
            case PumpReportedRunning() | ReactionCalled() | ReactionEnteredInError():
                break
            case _:
                pass
    return told.words("not reported")


def _judged(told: Told, called: Happened) -> Iterator[str]:
    """First sign, pattern and the newest grade of each scale, as said until the next call."""
    words = told.words
    later = sorted((row for row, _ in told.rows() if row.seq > called.seq), key=lambda row: row.seq)
    said: dict[str, str] = {}
    for row in later:
        match row.recorded.event:
            case ReactionCalled():
                break
            case OnsetRecorded() as onset:
                said["onset"] = reaction_event(words, onset, row.recorded.zone_offset_min)
            case PatternJudged() as pattern:
                said["pattern"] = reaction_event(words, pattern, row.recorded.zone_offset_min)
            case ReactionGraded(scale=scale, grade=grade, suffix=suffix):
                said[scale] = scale_grade(words, scale, grade, suffix)
            case _:
                pass
    yield from said.values()


def _note(told: Told, called: Happened) -> str:
    for row, event in told.rows():
        if row.seq == called.struck_by and isinstance(event, ReactionEnteredInError):
            return told.words(
                "Entered in error {time}, {who}: {reason}",
                time=told.hh_mm_ss(row.at_ns),
                who=told.person(row.actor),
                reason=plain(event.reason),
            )
    return ". ".join((told.person(called.actor), *_judged(told, called)))
