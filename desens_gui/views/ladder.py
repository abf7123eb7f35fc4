"""The steps as rungs: given and planned never share a column, past and future never share a row's numbers."""

from __future__ import annotations

from desens_gui.course.steps import StepCourse
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.plan.plan import Plan, Step
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.stage import Ended, Observing
from desens_gui.views.parts.ladder import LadderBag, LadderHeads, LadderRow, LadderView, RungState
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers


def ladder(scene: Scene, courses: tuple[StepCourse, ...]) -> LadderView:
    """Without rows before there is a plan."""
    words, plan = scene.words, scene.session.plan
    if plan is None:
        return LadderView(
            title=words("Steps"), note=words("no plan yet"), heads=_heads(scene), bags=(), rows=()
        )
    rows = tuple(_row(scene, step, courses) for step in plan.steps)
    done = sum(row.state == "done" for row in rows)
    return LadderView(
        title=words("Steps"),
        note=words("{done} of {total} done", done=done, total=len(rows)),
        heads=_heads(scene),
        bags=_bags(scene, plan),
        rows=rows,
        foot_strong=words("Planned total {dose}", dose=numbers.amount(plan.target, words)),
        foot=words("in {volume}", volume=numbers.volume(plan.total_volume)),
        foot_note=words("~ planned start, if no check takes time")
        if any(row.start.startswith("~") for row in rows)
        else "",
    )


def _heads(scene: Scene) -> LadderHeads:
    words = scene.words
    return LadderHeads(
        bag=words("Bag"),
        step=words("Step"),
        rate=words("Rate"),
        rate_unit="mL/h",
        start=words("Start"),
        given=words("GIVEN, {unit}", unit=scene.dose_unit),
        planned=words("PLANNED, {unit}", unit=scene.dose_unit),
        dose=words("step"),
        total=words("total"),
    )


def _bags(scene: Scene, plan: Plan) -> tuple[LadderBag, ...]:
    return tuple(
        LadderBag(
            label=scene.words("Bag {bag}", bag=bag.number),
            strength="" if bag.number == scene.blind_bag else numbers.number(bag.concentration),
            unit="" if bag.number == scene.blind_bag else f"{scene.dose_unit}/mL",
            rows=len(plan.steps_of(bag.number)),
        )
        for bag in plan.bags
    )


def _row(scene: Scene, step: Step, courses: tuple[StepCourse, ...]) -> LadderRow:
    runs = [course for course in courses if course.step == step.number]
    state = _state(scene, step.number, ran=bool(runs))
    words = scene.words
    past, ahead = state in ("done", "skipped") or scene.drug_is_over, state in ("next", "to_come")
    given = Amount.total((run.given for run in runs), scene.plan.unit) if runs else None
    tag = "" if scene.drug_is_over else {"current": words("NOW"), "next": words("NEXT")}.get(state, "")
    return LadderRow(
        state=state,
        step=str(step.number),
        rate="" if step.bag == scene.blind_bag else numbers.number(runs[-1].rate if runs else step.rate),
        start=_start(scene, step, runs),
        given=numbers.brief(given) if given is not None else "",
        given_total=numbers.brief(runs[-1].total) if runs else "",
        planned="" if past else numbers.number(step.dose),
        planned_total="" if past else numbers.number(step.cumulative),
        tag=tag,
        flagged=any(run.reacted for run in runs),
        spoken=_spoken(scene, step, tag, given, ahead=ahead),
    )


def _state(scene: Scene, number: int, *, ran: bool) -> RungState:
    run, over = scene.session.step, scene.drug_is_over
    if run is None:
        return "next" if number == 1 and not over else "skipped" if over else "to_come"
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
    """When it started; for a step to come about when it would, if no check took time."""
    run, plan = scene.session.step, scene.plan
    if runs:
        return scene.hh_mm(runs[0].started_ns)
    if run is None or not scene.session.pump_runs or scene.drug_is_over or step.number < run.number:
        return ""
    before = (each.duration for each in plan.steps if run.number < each.number < step.number)
    wait = sum(before, max(scene.step_left(run), Duration(0)))
    return f"~{scene.hh_mm(scene.now_ns + wait.whole_ns)}"


def _spoken(scene: Scene, step: Step, tag: str, given: Amount | None, *, ahead: bool) -> str:
    """The row as a screen reader says it."""
    words = scene.words
    place = words("Step {step}, bag {bag}", step=step.number, bag=step.bag)
    if step.bag != scene.blind_bag:
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
