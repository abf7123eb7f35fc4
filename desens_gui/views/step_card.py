"""The step that runs, or what the nurse is told to do at the pump until its state is reported (SAFETY S1)."""

from __future__ import annotations

from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.quantities import Duration
from desens_gui.domain.schedule import bag_empty_ns, check_is_open, check_times
from desens_gui.domain.session import StepRun
from desens_gui.domain.stage import Flushing, GoingUp, Paused, Reacting, Resuming, Stopping
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.step_card import FactView, LineRow, NextView, OrderView, StepCardView
from desens_gui.views.parts.timer import TimerState, TimerView
from desens_gui.views.pump_entry import RATE, Problems, field, stop_time
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.words import Words

NOTHING_TYPED = FormDraft()


def step_card(
    scene: Scene, draft: FormDraft = NOTHING_TYPED, problems: Problems | None = None
) -> StepCardView:
    """draft: what was typed from the pump's display while an instruction waits for it."""
    session = scene.session
    run = session.step
    head = CardHead(
        title=_title(scene, run),
        note=_running_since(scene),
        icon="play" if session.pump_runs else "pause",
    )
    return StepCardView(
        head=head,
        timer=timer(scene),
        facts=_facts(scene),
        extra=above_plan(scene),
        rows=_rows(scene),
        next=_next(scene),
        order=_order(scene, draft, problems or {}),
    )


def _title(scene: Scene, run: StepRun | None) -> str:
    total = len(scene.plan.steps)
    if run is None:
        return scene.words("{total} steps planned", total=total)
    return scene.words("Step {step} of {total}", step=run.number, total=total)


def _running_since(scene: Scene) -> str:
    pump, words = scene.session.pump, scene.words
    if pump is None:
        return words("no drug has run")
    time = scene.hh_mm_ss(pump.since_ns)
    if pump.running:
        return words("confirmed running {time}", time=time)
    return words("pump stopped {time}", time=time)


def timer(scene: Scene) -> TimerView:
    """Remaining, then overrun as +mm:ss; in the last step the time to the empty bag."""
    session, words = scene.session, scene.words
    run = session.step
    if run is None:
        return TimerView(text=numbers.clock(Duration(0)), caption=words("not started"), state="stopped")
    step = scene.plan.step(run.number)
    left = step.duration - Duration.ns(run.elapsed_ns(scene.now_ns))
    empty = bag_empty_ns(session, scene.policy)
    if empty is not None:
        left = scene.until(empty)
    share = float(left.ratio(step.duration)) if step.duration else 0.0
    over = left < Duration(0)
    planned = numbers.clock(step.duration)
    caption = words("past {time}", time=planned) if over else words("left of {time}", time=planned)
    if empty is not None:
        caption = words("past bag empty") if over else words("to bag empty")
    return TimerView(
        text=numbers.clock(left),
        caption=caption,
        left=max(0.0, min(1.0, share)),
        state=_ring(scene, over=over),
    )


def _ring(scene: Scene, *, over: bool) -> TimerState:
    session = scene.session
    if session.away is not None:
        return "if_it_ran"
    if not session.pump_runs:
        return "stopped"
    times = check_times(session, scene.policy)
    if times is not None and check_is_open(session, scene.policy, scene.now_ns):
        if scene.now_ns >= times.very_late_ns:
            return "late_medium"
        if scene.now_ns >= times.late_ns:
            return "late_low"
    return "over" if over else "running"


def _facts(scene: Scene) -> tuple[FactView, ...]:
    session, words = scene.session, scene.words
    pump = session.pump
    bag = scene.plan.bag(pump.bag) if pump is not None and pump.bag is not None else None
    running = pump is not None and pump.running and pump.rate is not None
    return (
        FactView(
            label=words("Pump rate, as reported"),
            value=numbers.rate(pump.rate) if running and pump and pump.rate else words("stopped"),
            size="rate",
        ),
        FactView(
            label=words("Bag hanging"),
            value=words("Bag {bag}", bag=bag.number) if bag is not None else words("none yet"),
            detail=numbers.concentration(bag.concentration, words) if bag is not None else "",
            size="bag",
        ),
        FactView(label=words("Given so far"), value=numbers.amount(scene.given, words)),
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
    session, words, policy = scene.session, scene.words, scene.policy
    rows = []
    if session.pump is not None and session.pump.bag is not None:
        own = words("own set, primed with bag {bag}", bag=session.pump.bag)
        rows.append(LineRow(label=words("Line"), value=own, note=numbers.volume(policy.line_volume)))
    if session.iv_site is not None and session.iv_site_ns is not None:
        seen = words("seen {time}", time=scene.hh_mm(session.iv_site_ns))
        rows.append(LineRow(label=words("IV site"), value=_iv_site(session.iv_site, words), note=seen))
    return tuple(rows)


def _iv_site(site: IvSite, words: Words) -> str:
    match site:
        case IvSite.WELL:
            return words("no swelling, no pain")
        case IvSite.NOT_WELL:
            return words("not well")
        case IvSite.CHANGED:
            return words("changed")


def _next(scene: Scene) -> NextView | None:
    session, words, plan = scene.session, scene.words, scene.plan
    if session.step is None:
        return None
    if session.on_last_step:
        empty = bag_empty_ns(session, scene.policy)
        note = words("about {time}", time=scene.hh_mm(empty)) if empty is not None else ""
        return NextView(tag=words("NEXT"), text=words("Bag empty, then flush the line"), note=note)
    following = plan.step(session.step.number + 1)
    text = words("Step {step} at {rate}", step=following.number, rate=numbers.rate(following.rate))
    if plan.begins_bag(following.number):
        return NextView(tag=words("NEXT"), text=text, note=words("new bag {bag}", bag=following.bag))
    return NextView(tag=words("NEXT"), text=text, note=words("same bag, check first"))


def _order(scene: Scene, draft: FormDraft, problems: Problems) -> OrderView | None:
    """The instruction that stands until a person reports what the pump shows."""
    session, words = scene.session, scene.words
    hint = words("from the pump")
    rate_field = field(draft, problems, RATE, words("Rate the pump shows"), unit="mL/h", hint=hint)
    match session.stage:
        case GoingUp(rate=rate, commanded_ns=since) | Resuming(rate=rate, commanded_ns=since):
            return OrderView(
                text=words("SET THE PUMP TO {rate}", rate=numbers.rate(rate)),
                clock=numbers.clock(scene.since(since)),
                since=words("told {time}", time=scene.hh_mm_ss(since)),
                counted=_counted(scene),
                fields=(rate_field,),
            )
        case Flushing(flushed=True, since_ns=since) if session.pump_runs:
            return _stop_order(scene, since, draft, problems, urgent=False)
        case Paused(called_ns=since) | Stopping(called_ns=since) if session.pump_runs:
            return _stop_order(scene, since, draft, problems, urgent=True)
        case Reacting(called_ns=since) if session.pump_runs:
            return _stop_order(scene, since, draft, problems, urgent=True)
        case _:
            return None


def _stop_order(
    scene: Scene, since_ns: int, draft: FormDraft, problems: Problems, *, urgent: bool
) -> OrderView:
    words = scene.words
    return OrderView(
        text=words("STOP THE PUMP"),
        clock=numbers.clock(scene.since(since_ns)),
        since=words("told {time}", time=scene.hh_mm_ss(since_ns)),
        counted=_counted(scene),
        urgent=urgent,
        fields=(stop_time(scene, draft, problems),),
    )


def _counted(scene: Scene) -> str:
    """What the ledger counts until the pump is reported."""
    pump, words = scene.session.pump, scene.words
    if pump is None or not pump.running or pump.rate is None:
        return words("Counted as stopped until you say what the pump shows")
    return words(
        "Counted as running at {rate} until you say what the pump shows", rate=numbers.rate(pump.rate)
    )
