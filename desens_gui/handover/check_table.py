"""Every check of the session: what was measured, asked and found, and what it came to."""

from __future__ import annotations

from desens_gui.course.timeline import Row as Happened
from desens_gui.domain.events.check import CheckPurpose, CheckRecorded
from desens_gui.domain.findings import Consciousness, Vitals
from desens_gui.domain.standing import values_of
from desens_gui.handover.document import Align, Column, Row, Table
from desens_gui.handover.told import Told
from desens_gui.wording.events_check import outcome_name, symptoms_line
from desens_gui.wording.numbers import number
from desens_gui.wording.symptoms import consciousness_name
from desens_gui.wording.vitals import short_name
from desens_gui.wording.words import Words


def check_table(told: Told) -> Table | None:
    """None where no check was recorded. A cell is empty where nothing was measured."""
    rows = tuple(_row(told, row, event) for row, event in told.rows() if isinstance(event, CheckRecorded))
    if not rows:
        return None
    return Table(title=told.words("Checks"), columns=_columns(told.words), rows=rows)


def _columns(words: Words) -> tuple[Column, ...]:
    center = Align.CENTER
    return (
        Column(head=words("Time")),
        Column(head=words("For")),
        Column(head=f"{short_name(words, 'heart_rate')}\n{words('per min')}", align=center),
        Column(head=f"{short_name(words, 'blood_pressure')}\nmmHg", align=center),
        Column(head=f"{short_name(words, 'resp_rate')}\n{words('per min')}", align=center),
        Column(head=f"{short_name(words, 'spo2')}\n%", align=center),
        Column(head=f"{short_name(words, 'temp')}\n°C", align=Align.DECIMAL),
        Column(head=words("Oxygen")),
        Column(head=words("Consciousness")),
        Column(head=words("Symptoms"), wide=True),
        Column(head=words("Outcome")),
    )


def _row(told: Told, row: Happened, event: CheckRecorded) -> Row:
    words, vitals = told.words, event.vitals
    values = {code: number(value) for code, value in values_of(vitals).items()}
    outcome = outcome_name(words, event.outcome)
    return Row(
        cells=(
            told.hh_mm(row.at_ns),
            _purpose(words, event),
            values.get("heart_rate", ""),
            "/".join(values[code] for code in ("sbp", "dbp") if code in values),
            values.get("resp_rate", ""),
            values.get("spo2", ""),
            values.get("temp", ""),
            _oxygen(words, vitals),
            "" if vitals.consciousness is None else _level(words, vitals.consciousness.level),
            symptoms_line(words, event.symptoms),
            words("{outcome}, late entry", outcome=outcome) if row.late else outcome,
        )
    )


def _purpose(words: Words, event: CheckRecorded) -> str:
    if event.purpose is CheckPurpose.STEP and event.step is not None:
        return words("Step {step}", step=event.step)
    names = {
        CheckPurpose.BASELINE: words.within("check for", "Baseline"),
        CheckPurpose.STEP: words.within("check for", "Step"),
        CheckPurpose.RESUME: words.within("check for", "Resuming"),
        CheckPurpose.REACTION: words.within("check for", "Reaction"),
        CheckPurpose.OBSERVATION: words.within("check for", "Observation"),
    }
    return names[event.purpose]


def _oxygen(words: Words, vitals: Vitals) -> str:
    if vitals.oxygen is None:
        return ""
    return words.within("oxygen", "given") if vitals.oxygen.given else words.within("oxygen", "air")


def _level(words: Words, level: Consciousness) -> str:
    return consciousness_name(words, Consciousness(level))
