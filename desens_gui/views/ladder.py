"""The steps as rungs: given and planned never share a column, past and future never share a row's numbers."""

from __future__ import annotations

from desens_gui.course.steps import StepCourse
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.plan.plan import Step
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.stage import Ended, Observing
from desens_gui.views.due import finish_ns
from desens_gui.views.parts.ladder import LadderBag, LadderHeads, LadderRow, LadderView, RungState
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers


def ladder(scene: Scene, courses: tuple[StepCourse, ...]) -> LadderView:
    plan, words = scene.plan, scene.words
    unit = numbers.unit_name(plan.unit, words)
    rows = tuple(_row(scene, step, courses) for step in plan.steps)
    done = sum(row.state == "done" for row in rows)
    return LadderView(
        title=words("Steps"),
        note=words("{done} of {total} done", done=done, total=len(rows)),
        heads=LadderHeads(
            bag=words("Bag"),
            step=words("Step"),
            rate=words("Rate"),
            rate_unit="mL/h",
            start=words("Start"),
            given=words("GIVEN, {unit}", unit=unit),
            planned=words("PLANNED, {unit}", unit=unit),
            dose=words("step"),
            total=words("total"),
        ),
        bags=tuple(
            LadderBag(
                label=words("Bag {bag}", bag=bag.number),
                strength=numbers.number(bag.concentration),
                unit=f"{unit}/mL",
                rows=len(plan.steps_of(bag.number)),
            )
            for bag in plan.bags
        ),
        rows=rows,
        foot_strong=words("Planned total {dose}", dose=numbers.amount(plan.target, words)),
        foot=words("in {volume}", volume=numbers.volume(plan.total_volume)),
        foot_note=words("~ planned start") if scene.mode == "live" else "",
    )


def _row(scene: Scene, step: Step, courses: tuple[StepCourse, ...]) -> LadderRow:
    runs = [course for course in courses if course.step == step.number]
    state = _state(scene, step.number, ran=bool(runs))
    words = scene.words
    past, ahead = state in ("done", "skipped"), state in ("next", "to_come")
    rate = numbers.number(runs[-1].rate if runs else step.rate)
    given = Amount.total((run.given for run in runs), scene.plan.unit) if runs else None
    tag = {"current": words("NOW"), "next": words("NEXT")}.get(state, "")
    return LadderRow(
        state=state,
        step=str(step.number),
        rate=rate,
        start=_start(scene, step, runs),
        given=numbers.number(given) if given is not None else "",
        given_total=numbers.number(runs[-1].total) if runs else "",
        planned="" if past else numbers.number(step.dose),
        planned_total="" if past else numbers.number(step.cumulative),
        tag=tag,
        flagged=any(run.reacted for run in runs),
        spoken=_spoken(scene, step, tag, given, ahead=ahead),
    )


def _state(scene: Scene, number: int, *, ran: bool) -> RungState:
    run = scene.session.step
    over = isinstance(scene.session.stage, Observing | Ended)
    if run is None:
        return "next" if number == 1 and not over else "to_come"
    if number < run.number:
        return "done" if ran else "skipped"
    if number == run.number:
        return _last_run(scene) if over else "current"
    if over:
        return "skipped"
    return "next" if number == run.number + 1 else "to_come"


def _last_run(scene: Scene) -> RungState:
    """The step that ran when the drug ended: done if the drug was completed in it."""
    stage = scene.session.stage
    completed = isinstance(stage, Observing) and stage.ending is None
    completed = completed or (isinstance(stage, Ended) and stage.ending is Ending.COMPLETED)
    return "done" if completed else "current"


def _start(scene: Scene, step: Step, runs: list[StepCourse]) -> str:
    """When it started; for a step to come about when it would, if every check took no time."""
    if runs:
        return scene.hh_mm(runs[0].started_ns)
    run, plan = scene.session.step, scene.plan
    if run is None or finish_ns(scene) is None or step.number < run.number:
        return ""
    this = plan.step(run.number).duration - Duration.ns(run.elapsed_ns(scene.now_ns))
    between = sum(
        (each.duration for each in plan.steps if run.number < each.number < step.number), Duration(0)
    )
    return f"~{scene.hh_mm(scene.now_ns + (max(this, Duration(0)) + between).whole_ns)}"


def _spoken(scene: Scene, step: Step, tag: str, given: Amount | None, *, ahead: bool) -> str:
    """The row as a screen reader says it."""
    words = scene.words
    place = words(
        "Step {step}, bag {bag}, {rate}", step=step.number, bag=step.bag, rate=numbers.rate(step.rate)
    )
    if given is not None:
        dose = words("given {dose}", dose=numbers.amount(given, words))
    elif ahead:
        dose = words("planned {dose}", dose=numbers.amount(step.dose, words))
    else:
        dose = words("not given")
    return ", ".join(part for part in (place, tag, dose) if part)
