"""Every step as rows: planned and given in columns of their own. Numbers are exact, or have 12 digits."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.course.so_far import CourseSoFar
from desens_gui.course.steps import StepCourse
from desens_gui.domain.plan.plan import Plan, Step
from desens_gui.handover.csv_text import Cell
from desens_gui.handover.stamps import utc_and_local

PLANNED = (
    *("planned_rate_ml_h", "planned_min", "planned_volume_ml", "planned_dose", "planned_total"),
    "dose_unit",
)
GIVEN = (
    *("given_rate_ml_h", "given_from_utc", "given_from_local", "given_to_utc", "given_to_local", "given_min"),
    *("given_volume_ml", "given_dose", "given_total", "pauses", "repeated", "reaction_called", "finished"),
)
STEP_COLUMNS = ("step", "bag", *PLANNED, *GIVEN)


def step_rows(course: CourseSoFar) -> Iterator[tuple[Cell, ...]]:
    """Every run of a step in order, then the steps that never ran, their given columns empty."""
    state = course.state
    if state is None or state.plan is None:
        return
    runs = course.steps(state.timeline.at_ns)
    for run in runs:
        yield (
            run.step,
            run.bag,
            *_planned(state.plan, state.plan.step(run.step)),
            *_given(course, state.plan, run),
        )
    ran = {run.step for run in runs}
    for step in state.plan.steps:
        if step.number not in ran:
            yield (step.number, step.bag, *_planned(state.plan, step), *(None for _ in GIVEN))


def _planned(plan: Plan, step: Step) -> tuple[Cell, ...]:
    return (
        step.rate,
        step.duration.in_minutes,
        step.volume,
        step.dose.to(plan.unit),
        step.cumulative.to(plan.unit),
        plan.unit.value,
    )


def _given(course: CourseSoFar, plan: Plan, run: StepCourse) -> tuple[Cell, ...]:
    return (
        run.rate,
        *utc_and_local(course, run.started_ns),
        *utc_and_local(course, run.ended_ns),
        run.ran.in_minutes,
        run.volume,
        run.given.to(plan.unit),
        run.total.to(plan.unit),
        run.pauses,
        _yes_no(run.repeated),
        _yes_no(run.reacted),
        _yes_no(run.finished),
    )


def _yes_no(value: bool) -> str:
    return "yes" if value else "no"
