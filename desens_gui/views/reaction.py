"""A reaction is open: first the pump, then what a person does at the chair, then the ways on."""

from __future__ import annotations

from desens_gui.domain.quantities import Duration
from desens_gui.domain.stage import GoingUp, Reacting, Resuming, Stepping
from desens_gui.views.doses import given_in, line_holds
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import ClockCardView, FactsView, PairView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.reaction import NextActionsView, ReactionView
from desens_gui.views.pump_clock import pump_clock, stopped_note
from desens_gui.views.pump_entry import Problems, shows_stopped, stop_time
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.grading import scale_grade
from desens_gui.wording.plain import plain


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
        facts=(*((_dose(scene),) if scene.session.plan is not None else ()), _judged(scene)),
        next=_next(scene, stage),
    )


def _pump_row(scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]) -> OrderedRow:
    words = scene.words
    if not scene.session.pump_runs:
        return OrderedRow(
            code="pump_stopped",
            number="1",
            title=words("Pump stopped"),
            sub=stopped_note(scene),
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
    """What to do in the order of SAFETY S18, not what to tick; treatments are logged as medication."""
    words = scene.words
    rows = (
        (
            "clamp",
            words("CLAMP the drug line"),
            words("Roller clamp or slide clamp, patient side"),
        ),
        ("disconnect", words("DISCONNECT at the catheter. Do NOT flush it"), _line(scene)),
        ("call", words("CALL the team"), words("By your site's number. Say where you are.")),
        (
            "position",
            words("POSITION: flat, legs up"),
            words(
                "Sitting if only the breathing is hard. Pregnant: on the left side. No standing, no walking."
            ),
        ),
        (
            "card",
            words("EPINEPHrine and all treatment: follow your site's emergency card"),
            _epinephrine(scene)
            or words(
                "Do not wait for steps 2 to 5. Log each medication with F4. In doubt treat as anaphylaxis."
            ),
        ),
    )
    return tuple(
        OrderedRow(code=code, number=str(number), title=title, sub=sub, state="instruction")
        for number, (code, title, sub) in enumerate(rows, start=2)
    )


def _epinephrine(scene: Scene) -> str:
    """What was given of it in this reaction, and since when; "" before the first dose.

    Refractory is no improvement after two correct doses (Resuscitation Council UK, 2021).
    """
    words, episode = scene.words, scene.session.episode
    doses = episode.epinephrine if episode is not None else ()
    if episode is None or not doses:
        return ""
    last = doses[-1]
    given = words(
        "EPINEPHrine dose {number}: {dose} {route} at {time}, {since} ago.",
        number=len(doses),
        dose=plain(last.given.dose),
        route=plain(last.given.route),
        time=scene.hh_mm_ss(last.at_ns),
        since=numbers.stopwatch(scene.since(last.at_ns)),
    )
    parts = [given]
    if episode.onset_ns is not None:
        waited = numbers.stopwatch(Duration.ns(max(0, doses[0].at_ns - episode.onset_ns)))
        parts.append(words("First dose {time} after the first sign.", time=waited))
    if len(doses) > 1:
        parts.append(words("No improvement after two doses is refractory: call critical care."))
    else:
        parts.append(words("Not better: may be repeated, by your site's card."))
    return " ".join(parts)


def _line(scene: Scene) -> str:
    """What the line still holds, and that it must not go in (SAFETY S2)."""
    words, pump = scene.words, scene.session.pump
    aspirate = words(
        "Keep IV access, disconnect the drug line. Aspirate the catheter; "
        "fluids and drugs go through a new line."
    )
    if pump is None or pump.bag is None:
        return aspirate
    held = line_holds(scene, pump.bag)
    values = {
        "volume": numbers.volume(scene.policy.line_volume),
        "bag": pump.bag,
        "dose": numbers.amount(held, words),
    }
    if scene.given.value > 0 and held > scene.given:
        factor = numbers.number(held.ratio(scene.given))
        holds = words(
            "The line holds about {volume} of bag {bag} = {dose}, {factor} times all given so far.",
            **values,
            factor=factor,
        )
    else:
        holds = words("The line holds about {volume} of bag {bag} = {dose}.", **values)
    return f"{holds} {aspirate}"


def _clock(scene: Scene, stage: Reacting) -> ClockCardView:
    if scene.session.pump_runs:
        return pump_clock(scene, stage.called_ns, urgent=True)
    return ClockCardView(
        label=scene.words("Since the reaction was called"),
        clock=numbers.stopwatch(scene.since(stage.called_ns)),
        text=scene.words("called {time}", time=scene.hh_mm_ss(stage.called_ns)),
        tone="high",
    )


def _dose(scene: Scene) -> FactsView:
    words, run = scene.words, scene.session.step
    note = ""
    pairs = []
    if run is not None:
        elapsed = numbers.stopwatch(Duration.ns(run.elapsed_ns(scene.now_ns)))
        note = words("step {step}, {time} in", step=run.number, time=elapsed)
        label = words("Given in step {step}", step=run.number)
        pairs.append(PairView(label=label, value=numbers.amount(given_in(scene, run), words)))
    label = words("Given, if still running, by now") if scene.session.pump_runs else words("Given so far")
    pairs.append(PairView(label=label, value=numbers.amount(scene.given, words)))
    share = numbers.percent(scene.given.ratio(scene.plan.target) * 100)
    pairs.append(PairView(label=words("Of the target"), value=share))
    return FactsView(head=CardHead(title=words("Dose"), note=note), pairs=tuple(pairs))


def _judged(scene: Scene) -> FactsView:
    """What was judged so far; nothing stands here that nobody said."""
    words, episode = scene.words, scene.session.episode
    grades = episode.newest_grades() if episode is not None else ()
    onset = episode.onset_ns if episode is not None else None
    first = words("not said") if onset is None else scene.hh_mm(onset)
    given = [scale_grade(words, each.scale, each.grade, each.suffix) for each in grades[-1:]]
    pair = PairView(
        label=words("First sign {time}", time=first), value=given[0] if given else words("no grade yet")
    )
    return FactsView(head=CardHead(title=words("Grade"), note="F6"), pairs=(pair,))


def _next(scene: Scene, stage: Reacting) -> NextActionsView:
    words = scene.words
    resume = words(
        "Not yet. This version does not resume after a reaction: stop today, or enter the reaction in error."
    )
    return NextActionsView(
        head=CardHead(title=words("Next action"), note=words("after the patient is safe")),
        actions=(
            ActionView(intent="resume", label=words("Resume"), blocked_reason=resume),
            ActionView(
                intent="entered_in_error",
                label=words("Entered in error"),
                sub=_if_in_error(scene, stage),
                icon="undo",
            ),
            ActionView(
                intent="stop_today", label=words("Stop desensitization today"), icon="stop", key="F11"
            ),
        ),
    )


def _if_in_error(scene: Scene, stage: Reacting) -> str:
    words = scene.words
    if not isinstance(stage.before, Stepping | GoingUp | Resuming):
        return words("Back to where the session stood")
    if scene.session.pump_runs:
        return words("Pump never stopped: the step goes on")
    return words("The pump is stopped: a fresh check before going on")
