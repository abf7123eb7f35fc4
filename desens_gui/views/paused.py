"""Paused: the pump stands still, and what going on needs (SAFETY S6)."""

from __future__ import annotations

from desens_gui.course.steps import StepCourse
from desens_gui.domain.decide.resume import paused_too_long, resume_problems
from desens_gui.domain.refusals.general import OrderNeeded
from desens_gui.domain.session import StepRun
from desens_gui.domain.stage import Paused
from desens_gui.views.ladder import ladder
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import FactsView, PairView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.paused import PausedView
from desens_gui.views.prescriber import order_rows
from desens_gui.views.pump_clock import pump_clock, stopped_note
from desens_gui.views.pump_entry import Problems, stop_time
from desens_gui.views.scene import Scene
from desens_gui.views.step_timer import step_pair
from desens_gui.wording import numbers
from desens_gui.wording.pauses import pause_reason


def paused(
    scene: Scene,
    stage: Paused,
    courses: tuple[StepCourse, ...],
    draft: FormDraft,
    problems: Problems,
    refused: dict[str, str],
) -> PausedView:
    words, run = scene.words, scene.session.step
    assert run is not None  # a pause is a pause of a step
    return PausedView(
        clock=pump_clock(scene, stage.called_ns, urgent=True),
        facts=(_facts(scene, stage),),
        order=OrderedView(
            head=CardHead(title=words("To go on")), rows=_rows(scene, run, draft, problems, refused)
        ),
        ladder=ladder(scene, courses),
        given=words("given {unit}", unit=scene.dose_unit),
        planned=words("plan {unit}", unit=scene.dose_unit),
    )


def _facts(scene: Scene, stage: Paused) -> FactsView:
    words = scene.words
    return FactsView(
        head=CardHead(title=words("Paused")),
        pairs=(
            PairView(label=words("Reason"), value=pause_reason(words, stage.reason)),
            step_pair(scene),
            PairView(label=words("Given so far"), value=numbers.amount(scene.given, words)),
        ),
    )


def _rows(
    scene: Scene, run: StepRun, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> tuple[OrderedRow, ...]:
    words, stopped = scene.words, not scene.session.pump_runs
    against = resume_problems(scene.asking, None)
    order = any(isinstance(reason, OrderNeeded) for reason in against)
    checked = stopped and all(isinstance(reason, OrderNeeded) for reason in against)
    rows = [
        OrderedRow(
            code="pump_stopped",
            number="1",
            title=words("Pump stopped"),
            sub=stopped_note(scene),
            state="done" if stopped else "current",
            problem=refused.get("pump_stopped", ""),
            fields=() if stopped else (stop_time(scene, draft, problems),),
        ),
        OrderedRow(
            code="check",
            number="2",
            title=words("Fresh check, clear to go on"),
            sub=words("Measured after the pump stopped"),
            state="done" if checked else ("current" if stopped else "to_come"),
        ),
    ]
    if stopped and order:
        rows.extend(order_rows(scene, draft, problems, refused, number=3, current=checked))
    resume = words(
        "Resume step {step} at {rate}",
        step=run.number,
        rate=numbers.rate(scene.plan.step(run.number).rate),
    )
    rows.append(
        OrderedRow(
            code="resume",
            number=str(len(rows) + 1),
            title=resume,
            sub=_minutes(scene),
            state="current" if stopped and not against else "to_come",
            problem=refused.get("resume", ""),
        )
    )
    return tuple(rows)


def _minutes(scene: Scene) -> str:
    """What becomes of the step's minutes."""
    if paused_too_long(scene.asking):
        return scene.words("After so long a pause the step begins again with all its minutes")
    return scene.words("Its minutes go on from where they stopped")
