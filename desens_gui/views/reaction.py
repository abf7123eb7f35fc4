"""A reaction is open: first the pump, then what a person does at the chair, then the ways on."""

from __future__ import annotations

from desens_gui.domain.ledger import given_by_step
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.stage import Reacting
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import ClockCardView, FactsView, PairView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.reaction import NextActionsView, ReactionView
from desens_gui.views.pump_entry import Problems, shows_stopped, stop_time
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers


def reaction(
    scene: Scene, stage: Reacting, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> ReactionView:
    return ReactionView(
        order=OrderedView(
            head=CardHead(title=scene.words("In this order")),
            rows=(_pump_row(scene, draft, problems, refused), *_instructions(scene)),
            tone="high",
        ),
        clock=_clock(scene, stage),
        facts=(_dose(scene),) if scene.session.plan is not None else (),
        next=_next(scene),
    )


def _pump_row(scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]) -> OrderedRow:
    words, pump = scene.words, scene.session.pump
    if pump is None or not pump.running:
        since = scene.hh_mm_ss(pump.since_ns) if pump is not None else ""
        return OrderedRow(
            code="pump_stopped",
            number="1",
            title=words("Pump stopped"),
            sub=words("Reported {time}", time=since) if since else words("No drug has run"),
            state="done",
        )
    return OrderedRow(
        code="pump_stopped",
        number="1",
        title=words("STOP THE PUMP"),
        sub=words(
            "Desens cannot stop it. Then say what the pump shows; set the time back if it was earlier."
        ),
        state="current",
        urgent=True,
        problem=refused.get("pump_stopped", ""),
        fields=(stop_time(scene, draft, problems),),
        action=shows_stopped(scene),
    )


def _instructions(scene: Scene) -> tuple[OrderedRow, ...]:
    """What to do, not what to tick; treatments are logged as medication."""
    words = scene.words
    return (
        OrderedRow(
            code="clamp",
            number="2",
            title=words("CLAMP the drug line"),
            sub=words("Roller clamp or slide clamp, patient side"),
            state="instruction",
        ),
        OrderedRow(
            code="disconnect",
            number="3",
            title=words("DISCONNECT at the catheter. Do NOT flush it"),
            sub=_line_holds(scene),
            state="instruction",
        ),
        OrderedRow(
            code="call",
            number="4",
            title=words("CALL the team"),
            sub=words("By your site's number. Say where you are."),
            state="instruction",
        ),
        OrderedRow(
            code="position",
            number="5",
            title=words("POSITION: flat, legs up"),
            sub=words(
                "Sitting if only the breathing is hard. Pregnant: on the left side. No standing, no walking."
            ),
            state="instruction",
        ),
        OrderedRow(
            code="card",
            number="6",
            title=words("EPINEPHrine and all treatment: follow your site's emergency card"),
            sub=words(
                "Do not wait for steps 2 to 5. Log each medication with F4. In doubt treat as anaphylaxis."
            ),
            state="instruction",
        ),
    )


def _line_holds(scene: Scene) -> str:
    words, pump = scene.words, scene.session.pump
    aspirate = words("Keep IV access. Aspirate the catheter; fluids and drugs go through a new line.")
    if pump is None or pump.bag is None:
        return aspirate
    line = scene.policy.line_volume
    held = line * scene.plan.bag(pump.bag).concentration
    holds = words(
        "The line holds about {volume} of bag {bag} = {dose}.",
        volume=numbers.volume(line),
        bag=pump.bag,
        dose=numbers.amount(held, words),
    )
    return f"{holds} {aspirate}"


def _clock(scene: Scene, stage: Reacting) -> ClockCardView:
    words, pump = scene.words, scene.session.pump
    if pump is not None and pump.running:
        rate = numbers.rate(pump.rate) if pump.rate is not None else ""
        return ClockCardView(
            label=words("Pump not confirmed stopped"),
            clock=numbers.stopwatch(scene.since(stage.called_ns)),
            text=words(
                "Counted as running at {rate}, bag {bag}, until you say what the pump shows",
                rate=rate,
                bag=pump.bag,
            ),
            tone="high",
        )
    return ClockCardView(
        label=words("Since the reaction was called"),
        clock=numbers.stopwatch(scene.since(stage.called_ns)),
        text=words("called {time}", time=scene.hh_mm_ss(stage.called_ns)),
        tone="high",
    )


def _dose(scene: Scene) -> FactsView:
    words, run, session = scene.words, scene.session.step, scene.session
    note = ""
    pairs = []
    if run is not None:
        elapsed = numbers.stopwatch(Duration.ns(run.elapsed_ns(scene.now_ns)))
        note = words("step {step}, {time} in", step=run.number, time=elapsed)
        parts = given_by_step(session.ledger, scene.plan, scene.now_ns)
        this = Amount.total((part.dose for part in parts if part.step == run.number), scene.plan.unit)
        pairs.append(
            PairView(label=words("Given in step {step}", step=run.number), value=numbers.amount(this, words))
        )
    label = words("Given, if still running, by now") if session.pump_runs else words("Given so far")
    pairs.append(PairView(label=label, value=numbers.amount(scene.given, words)))
    share = numbers.percent(scene.given.ratio(scene.plan.target) * 100)
    pairs.append(PairView(label=words("Of the target"), value=share))
    return FactsView(head=CardHead(title=words("Dose"), note=note), pairs=tuple(pairs))


def _next(scene: Scene) -> NextActionsView:
    words, stopped = scene.words, not scene.session.pump_runs
    resume = words(
        "Not yet. This version does not resume after a reaction: stop, transfer or entered in error."
    )
    return NextActionsView(
        head=CardHead(title=words("Next action"), note=words("after the patient is safe")),
        actions=(
            ActionView(intent="resume", label=words("Resume"), blocked_reason=resume),
            ActionView(
                intent="entered_in_error",
                label=words("Entered in error"),
                sub=words("The pump is stopped: a fresh check before going on")
                if stopped
                else words("Pump never stopped: the step goes on"),
                icon="undo",
            ),
            ActionView(
                intent="stop_today", label=words("Stop desensitization today"), icon="stop", key="F11"
            ),
        ),
    )
