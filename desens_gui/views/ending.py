"""From the end of the drug to the closed session: the wait, the dose against the bags, how it ended."""

from __future__ import annotations

from desens_gui.domain.decide.ending import end_missing, observation_left
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.ledger import given_by_step
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.refusals.ending import EndIncomplete, EndItem
from desens_gui.domain.schedule import check_times, observation_over_ns
from desens_gui.domain.stage import Flushing, Observing
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.ending import EndingOption, EndingsView, EndingView, ObservationView
from desens_gui.views.parts.facts import FactsView, LineView, PairView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.timer import TimerView
from desens_gui.views.pump_entry import Problems, field, stop_time
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.endings import ending_detail, ending_name
from desens_gui.wording.refusals import not_yet

CUT_SHORT = "cut_short_by"


def ending(scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]) -> EndingView:
    words = scene.words
    rows = _rows(scene, draft, problems, refused)
    done = sum(row.state == "done" for row in rows)
    outstanding = words("Telephone follow-up at 24 h and late rash: your site's form")
    return EndingView(
        observation=_observation(scene),
        dose=_dose(scene),
        order=OrderedView(
            head=CardHead(
                title=words("To the end"), note=words("{done} of {total} done", done=done, total=len(rows))
            ),
            rows=rows,
            foot=LineView(strong=words("Outstanding after today"), text=outstanding),
            foot_icon="clock",
        ),
        endings=_endings(scene, draft, problems),
    )


def _observation(scene: Scene) -> ObservationView:
    words, policy = scene.words, scene.policy
    over = observation_over_ns(scene.session, policy)
    whole = numbers.minutes(policy.observation)
    if over is None:
        stage = scene.session.stage
        since = stage.since_ns if isinstance(stage, Flushing) else scene.now_ns
        timer = TimerView(
            text=numbers.stopwatch(scene.since(since)), caption=words("since the bag was empty"), left=0.0
        )
        return ObservationView(head=CardHead(title=words("Flush")), timer=timer, text="")
    left = max(scene.until(over), Duration(0))
    share = float(left.ratio(policy.observation)) if policy.observation else 0.0
    return ObservationView(
        head=CardHead(title=words("Observation"), note=words("until {time}", time=scene.hh_mm_ss(over))),
        timer=TimerView(
            text=numbers.clock(left), caption=words("left of {time}", time=whole), left=min(1.0, share)
        ),
        text=words("End of drug + {time}, by the site's policy.", time=whole),
    )


def _dose(scene: Scene) -> FactsView:
    words, plan = scene.words, scene.plan
    parts = given_by_step(scene.session.ledger, plan, scene.now_ns)
    pairs = []
    for bag in plan.bags:
        dose = Amount.total((part.dose for part in parts if part.bag == bag.number), plan.unit)
        label = words("Bag {bag}, by rate and time", bag=bag.number)
        if scene.session.emptied and bag.number == plan.last_step.bag:
            label = words("Bag {bag}, empty: all it held", bag=bag.number)
        pairs.append(PairView(label=label, value=numbers.amount(dose, words)))
    pairs.append(PairView(label=words("Given"), value=numbers.amount(scene.given, words), total=True))
    share = numbers.percent(scene.given.ratio(plan.target) * 100)
    text = words("Planned {dose}: {share} given.", dose=numbers.amount(plan.target, words), share=share)
    return FactsView(
        head=CardHead(title=words("Dose, held against the bags")),
        pairs=tuple(pairs),
        lines=(LineView(text=text),),
    )


def _rows(
    scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> tuple[OrderedRow, ...]:
    words, session = scene.words, scene.session
    missing = end_missing(session, scene.now_ns)
    stage = session.stage
    flushing = isinstance(stage, Flushing)
    rows: list[OrderedRow] = []
    if session.emptied:
        volume = numbers.volume(scene.policy.flush)
        flushed = EndItem.FLUSHED not in missing
        rows.append(
            OrderedRow(
                code="bag_empty", title=words("Bag {bag} empty", bag=scene.plan.last_step.bag), state="done"
            )
        )
        rows.append(
            OrderedRow(
                code="flushed",
                title=words("Line flushed, {volume} at the same rate", volume=volume),
                sub=words("A reaction in the flush is a reaction in the last step"),
                state="done" if flushed else "current",
                problem=refused.get("flushed", ""),
            )
        )
    stopped = not session.pump_runs
    stopping = flushing and EndItem.FLUSHED not in missing and not stopped
    rows.append(
        OrderedRow(
            code="pump_stopped",
            title=words("Pump stopped"),
            sub=_stopped_note(scene),
            state="done" if stopped else ("current" if stopping else "to_come"),
            problem=refused.get("pump_stopped", ""),
            fields=(stop_time(scene, draft, problems),) if stopping else (),
        )
    )
    rows.extend(_after_drug(scene, draft, problems, refused))
    return tuple(
        OrderedRow(
            code=row.code,
            number=str(number),
            title=row.title,
            sub=row.sub,
            state=row.state,
            problem=row.problem,
            fields=row.fields,
            action=row.action,
        )
        for number, row in enumerate(rows, start=1)
    )


def _stopped_note(scene: Scene) -> str:
    pump = scene.session.pump
    if pump is None:
        return scene.words("No drug has run")
    if pump.running:
        return scene.words("Say what the pump shows")
    return scene.words("Reported {time}", time=scene.hh_mm_ss(pump.since_ns))


def _after_drug(
    scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> tuple[OrderedRow, ...]:
    words, session, stage = scene.words, scene.session, scene.session.stage
    observing = isinstance(stage, Observing)
    over = observing and observation_left(session, scene.now_ns) == Duration(0)
    rows = []
    if not observing or (isinstance(stage, Observing) and stage.ending is None):
        times = check_times(session, scene.policy)
        due = words("Due {time}", time=scene.hh_mm(times.due_ns)) if observing and times is not None else ""
        open_now = observing and times is not None and scene.now_ns >= times.due_ns
        rows.append(
            OrderedRow(
                code="end_check",
                title=words("End check"),
                sub=words("Full vitals and symptoms, none pre-filled. {due}", due=due),
                state="done" if session.end_check else ("current" if open_now else "to_come"),
                action=ActionView(intent="open_check", label=words("Start check"), icon="pulse")
                if open_now
                else None,
            )
        )
    until = observation_over_ns(session, scene.policy)
    early = observing and not over
    rows.append(
        OrderedRow(
            code="observation",
            title=words("Observation over"),
            sub=words("{time}. Earlier is against advice and needs a name", time=scene.hh_mm_ss(until))
            if until is not None
            else words("After the pump is stopped"),
            state="done" if over else "to_come",
            problem=refused.get("finish", ""),
            fields=(
                field(
                    draft, problems, CUT_SHORT, words("Leaves early: name"), hint=words("name"), kind="text"
                ),
            )
            if early
            else (),
        )
    )
    return tuple(rows)


def _endings(scene: Scene, draft: FormDraft, problems: Problems) -> EndingsView:
    words, session = scene.words, scene.session
    del problems
    stage = session.stage
    called = stage.ending if isinstance(stage, Observing) else None
    chosen = called or (Ending.COMPLETED if not draft.choice("ending") else Ending(draft.choice("ending")))
    missing = end_missing(session, scene.now_ns)
    options = []
    for each in Ending:
        blocked = ""
        if called is not None and each is not called:
            blocked = words("Not open: {ending} was called", ending=ending_name(words, called))
        elif each is Ending.COMPLETED and missing:
            blocked = not_yet(words, (EndIncomplete(ending=each, missing=missing),))
        elif called is None and each is not Ending.COMPLETED:
            blocked = words("Use Stop today (F11)")
        options.append(
            EndingOption(
                code=each.value,
                label=ending_name(words, each),
                sub=ending_detail(words, each),
                chosen=each is chosen and not blocked,
                blocked_reason=blocked,
            )
        )
    return EndingsView(
        head=CardHead(title=words("How it ended"), note=words("one answer, closed list")),
        options=tuple(options),
        foot=LineView(
            strong=words("Only “Completed” gives tolerance, until the next dose is due."),
            text=words("Any other ending reads: Not desensitized: full dose unsafe."),
        ),
    )
