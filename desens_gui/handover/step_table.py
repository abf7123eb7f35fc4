"""Planned against given, step by step; the two never share a column (SAFETY S23)."""

from __future__ import annotations

from desens_gui.course.steps import StepCourse
from desens_gui.domain.ledger import given_at_most
from desens_gui.domain.plan.plan import Plan, Step
from desens_gui.handover.document import Align, Column, Row, Table
from desens_gui.handover.told import Told
from desens_gui.wording.numbers import amount, number, stopwatch, unit_name
from desens_gui.wording.sentences import lowered
from desens_gui.wording.words import Words


def step_table(told: Told) -> Table | None:
    """Every run of a step in order, then the steps that never ran; None before there is a plan."""
    plan = told.state.plan
    if plan is None:
        return None
    runs = told.course.steps(told.at_ns)
    ran = {run.step for run in runs}
    note = told.words("Not given") if told.state.ending is not None else told.words("To come")
    planned = [_planned(step, note) for step in plan.steps if step.number not in ran]
    return Table(
        title=told.words("Planned and given"),
        columns=_columns(told.words, plan),
        rows=(*(_run(told, run, plan) for run in runs), *planned),
        foot=_foot(told, plan),
    )


def _columns(words: Words, plan: Plan) -> tuple[Column, ...]:
    unit = unit_name(plan.unit, words)
    decimal = Align.DECIMAL
    return (
        Column(head=words("Step"), align=Align.CENTER),
        Column(head=words("Bag"), align=Align.CENTER),
        Column(head=words("Rate\nmL/h"), align=decimal),
        Column(head=words("Plan\nmin"), align=decimal),
        Column(head=words("Plan\n{unit}", unit=unit), align=decimal),
        Column(head=words("Given\nfrom"), align=Align.CENTER),
        Column(head=words("Given\nto"), align=Align.CENTER),
        Column(head=words("Ran\n(h:)min:s"), align=Align.CENTER),
        Column(head=words("Given\n{unit}", unit=unit), align=decimal),
        Column(head=words("Total given\n{unit}", unit=unit), align=decimal),
        Column(head=words("Note"), wide=True),
    )


def _run(told: Told, run: StepCourse, plan: Plan) -> Row:
    words = told.words
    return Row(
        cells=(
            words("{step} again", step=run.step) if run.repeated else str(run.step),
            str(run.bag),
            number(run.rate),
            number(run.planned.in_minutes),
            number(run.planned_dose.to(plan.unit)),
            told.hh_mm_ss(run.started_ns),
            "" if run.ended_ns is None else told.hh_mm_ss(run.ended_ns),
            stopwatch(run.ran),
            number(run.given.to(plan.unit)),
            number(run.total.to(plan.unit)),
            _note(told, run),
        ),
        strong=run.reacted,
    )


def _note(told: Told, run: StepCourse) -> str:
    """ "Reaction called; not finished"."""
    first, *more = _notes(told, run) or [""]
    return "; ".join((first, *(lowered(told.words, note) for note in more)))


def _notes(told: Told, run: StepCourse) -> list[str]:
    words = told.words
    notes = []
    if run.reacted:
        notes.append(words("Reaction called"))
    if run.pauses:
        notes.append(words("Pauses: {pauses}", pauses=run.pauses))
    if run.ended_ns is None:
        notes.append(words("Not over"))
    elif not run.finished:
        notes.append(words("Not finished"))
    return notes


def _planned(step: Step, note: str) -> Row:
    plan = (number(step.rate), number(step.duration.in_minutes), number(step.dose))
    return Row(cells=(str(step.number), str(step.bag), *plan, "", "", "", "", "", note))


def _foot(told: Told, plan: Plan) -> str:
    words = told.words
    said = [words("Given is worked out from reported pump times, rate and bag. The pump was set by hand.")]
    if told.state.ledger.maybe:
        most = given_at_most(told.state.ledger, plan, told.at_ns)
        said.append(
            words("What the pump did is not known everywhere: up to {most} in all.", most=amount(most, words))
        )
    return " ".join(said)
