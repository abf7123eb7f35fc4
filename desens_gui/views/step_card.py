"""The step that runs, or what the nurse is told to do at the pump until its state is reported (SAFETY S1)."""

from __future__ import annotations

from desens_gui.domain.schedule import bag_empty_ns
from desens_gui.domain.stage import GoingUp, Reacting
from desens_gui.views.iv_site import iv_site_answer
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import FieldView
from desens_gui.views.parts.step_card import FactView, LineRow, NextView, OrderView, StepCardView
from desens_gui.views.pump_entry import Problems, rate_field, stop_time
from desens_gui.views.scene import Scene
from desens_gui.views.step_timer import step_title, timer
from desens_gui.views.told import Told, counted_words, told, told_words
from desens_gui.wording import numbers
from desens_gui.wording.sentences import lowered

NOTHING_TYPED = FormDraft()


def step_card(
    scene: Scene, draft: FormDraft = NOTHING_TYPED, problems: Problems | None = None
) -> StepCardView:
    """draft: what was typed from the pump's display while an instruction waits for it."""
    return StepCardView(
        head=CardHead(
            title=step_title(scene),
            note=_running_since(scene),
            icon="play" if scene.session.pump_runs else "pause",
        ),
        timer=timer(scene),
        facts=_facts(scene),
        extra=above_plan(scene),
        rows=_rows(scene),
        next=_next(scene),
        order=_order(scene, draft, problems or {}),
    )


def _running_since(scene: Scene) -> str:
    pump, words = scene.session.pump, scene.words
    if pump is None:
        return words("no drug has run")
    time = scene.hh_mm_ss(pump.since_ns)
    if pump.running:
        return words("confirmed running {time}", time=time)
    return words("pump stopped {time}", time=time)


def _facts(scene: Scene) -> tuple[FactView, ...]:
    words, rate = scene.words, scene.pump_rate
    return (
        FactView(
            label=words("Pump rate, as reported"),
            value=numbers.rate(rate) if rate is not None else words("stopped"),
            size="rate",
        ),
        bag_fact(scene, scene.session.pump.bag if scene.session.pump is not None else None),
        FactView(label=words("Given so far"), value=numbers.amount(scene.given, words)),
    )


def bag_fact(scene: Scene, number: int | None) -> FactView:
    """The bag that hangs, with its concentration."""
    words = scene.words
    if number is None:
        return FactView(label=words("Bag hanging"), value=words("none yet"), size="bag")
    bag = scene.plan.bag(number)
    return FactView(
        label=words("Bag hanging"),
        value=words("Bag {bag}", bag=bag.number),
        detail=numbers.concentration(bag.concentration, words),
        size="bag",
    )


def above_plan(scene: Scene) -> str:
    """What an overrun has given beyond the step's planned dose, at the tolerated rate."""
    run, words = scene.session.step, scene.words
    if run is None or scene.session.on_last_step:
        return ""
    above = scene.given - scene.plan.step(run.number).cumulative
    if above.value <= 0:
        return ""
    return words("Above plan so far: {dose}", dose=numbers.amount(above, words))


def _rows(scene: Scene) -> tuple[LineRow, ...]:
    session, words = scene.session, scene.words
    rows = []
    if session.pump is not None and session.pump.bag is not None:
        own = words("own set, primed with bag {bag}", bag=session.pump.bag)
        rows.append(LineRow(label=words("Line"), value=own, note=numbers.volume(scene.policy.line_volume)))
    if session.iv_site is not None and session.iv_site_ns is not None:
        seen = words("seen {time}", time=scene.hh_mm(session.iv_site_ns))
        site = lowered(words, iv_site_answer(words, session.iv_site))
        rows.append(LineRow(label=words("IV site"), value=site, note=seen))
    return tuple(rows)


def _next(scene: Scene) -> NextView | None:
    session, words, plan = scene.session, scene.words, scene.plan
    if session.step is None or scene.drug_is_over or isinstance(session.stage, Reacting):
        return None
    if session.on_last_step:
        empty = bag_empty_ns(session, scene.policy)
        note = words("about {time}", time=scene.hh_mm(empty)) if empty is not None else ""
        return NextView(tag=words("NEXT"), text=words("Bag empty, then flush"), note=note)
    following = plan.step(session.step.number + 1)
    text = words("Step {step} at {rate}", step=following.number, rate=numbers.rate(following.rate))
    if isinstance(session.stage, GoingUp):
        note = words("once the pump runs")
    elif plan.begins_bag(following.number):
        note = words("new bag {bag}, check first", bag=following.bag)
    else:
        note = words("same bag, check first")
    return NextView(tag=words("NEXT"), text=text, note=note)


def _order(scene: Scene, draft: FormDraft, problems: Problems) -> OrderView | None:
    """The instruction that stands until a person reports what the pump shows; in review nothing is typed."""
    order = told(scene)
    if order is None:
        return None
    return OrderView(
        text=told_words(scene, order),
        clock=numbers.stopwatch(scene.since(order.since_ns)),
        since=scene.words("told {time}", time=scene.hh_mm_ss(order.since_ns)),
        counted=counted_words(scene),
        urgent=order.urgent,
        fields=(_reported(scene, order, draft, problems),) if scene.mode == "live" else (),
    )


def _reported(scene: Scene, order: Told, draft: FormDraft, problems: Problems) -> FieldView:
    if order.rate is None:
        return stop_time(scene, draft, problems)
    return rate_field(scene, draft, problems, hint=scene.words("from the pump"))
