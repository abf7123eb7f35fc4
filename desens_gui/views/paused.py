"""Paused: the pump stands still, and what going on needs."""

from __future__ import annotations

from desens_gui.course.steps import StepCourse
from desens_gui.domain.quantities import Duration
from desens_gui.domain.stage import Paused
from desens_gui.views.ladder import ladder
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import ClockCardView, FactsView, PairView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.paused import PausedView
from desens_gui.views.prescriber import order_rows
from desens_gui.views.primary import needs_order, resume_reasons
from desens_gui.views.pump_entry import Problems, stop_time
from desens_gui.views.scene import Scene
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
    words = scene.words
    unit = numbers.unit_name(scene.plan.unit, words)
    return PausedView(
        clock=_clock(scene, stage),
        facts=(_facts(scene, stage),),
        order=OrderedView(
            head=CardHead(title=words("To go on")), rows=_rows(scene, draft, problems, refused)
        ),
        ladder=ladder(scene, courses),
        given=words("given {unit}", unit=unit),
        planned=words("plan {unit}", unit=unit),
    )


def _clock(scene: Scene, stage: Paused) -> ClockCardView:
    words, pump = scene.words, scene.session.pump
    if pump is None or pump.running:
        return ClockCardView(
            label=words("Pump not confirmed stopped"),
            clock=numbers.stopwatch(scene.since(stage.called_ns)),
            text=words("Counted as running until you say what the pump shows."),
            tone="high",
        )
    return ClockCardView(
        label=words("Pump stopped"),
        clock=numbers.stopwatch(scene.since(pump.since_ns)),
        text=words("since {time}. No drug is running.", time=scene.hh_mm_ss(pump.since_ns)),
    )


def _facts(scene: Scene, stage: Paused) -> FactsView:
    words, run = scene.words, scene.session.step
    pairs = [PairView(label=words("Reason"), value=pause_reason(words, stage.reason))]
    if run is not None:
        ran = numbers.stopwatch(Duration.ns(run.elapsed_ns(scene.now_ns)))
        pairs.append(PairView(label=words("Step {step} has run", step=run.number), value=ran))
    pairs.append(PairView(label=words("Given so far"), value=numbers.amount(scene.given, words)))
    return FactsView(head=CardHead(title=words("Paused")), pairs=tuple(pairs))


def _rows(
    scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> tuple[OrderedRow, ...]:
    words, stopped = scene.words, not scene.session.pump_runs
    checked = stopped and not resume_reasons(scene)
    rows = [
        OrderedRow(
            code="pump_stopped",
            number="1",
            title=words("Pump stopped"),
            sub="" if stopped else words("Stop the pump, then say what it shows"),
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
    if needs_order(scene) is not None:
        rows.extend(order_rows(scene, draft, problems, refused, number=3, current=checked))
    step = scene.session.step.number if scene.session.step is not None else 1
    rows.append(
        OrderedRow(
            code="resume",
            number=str(len(rows) + 1),
            title=words(
                "Resume step {step} at {rate}", step=step, rate=numbers.rate(scene.plan.step(step).rate)
            ),
            sub=words("The step begins again with all its minutes")
            if needs_order(scene) is not None
            else words("Its minutes go on from where they stopped"),
            state="current" if checked else "to_come",
            problem=refused.get("resume", ""),
        )
    )
    return tuple(rows)
