"""The program was away: what did the pump do meanwhile, and what each answer makes of the dose."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.ledger import given, given_at_most
from desens_gui.domain.session import Away, Session
from desens_gui.views.entry.away import MEANWHILE, OPEN_RATE, OPEN_SINCE, PUMP_NOW, STOPPED_AT, TOTAL
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import FactsView, LineView
from desens_gui.views.parts.field import ChoiceView, OptionView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.restart import (
    AwayAnswerView,
    LastKnownView,
    OrderFormView,
    PumpNowView,
    RestartView,
)
from desens_gui.views.parts.step_card import FactView
from desens_gui.views.prescriber import by_field, read_back_choice, taken_choice
from desens_gui.views.pump_entry import RATE, Problems, field
from desens_gui.views.scene import Scene
from desens_gui.views.step_card import timer
from desens_gui.views.would_be import would_be
from desens_gui.wording import numbers


def restart(
    scene: Scene, away: Away, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> RestartView:
    words = scene.words
    chosen = draft.choice(MEANWHILE)
    order = chosen == PumpMeanwhile.NOT_SURE.value and not draft.text(TOTAL).strip()
    return RestartView(
        head=CardHead(title=words("Did the pump run?"), note=words("Look at the pump, not at this screen")),
        answers=tuple(
            _answer(scene, away, number, meanwhile, draft, problems)
            for number, meanwhile in enumerate(PumpMeanwhile, start=1)
        ),
        pump_now=_pump_now(scene, draft, problems),
        order=OrderFormView(
            title=words("Prescriber order: go on without knowing what the pump gave"),
            by=by_field(scene, draft, problems),
            taken=taken_choice(scene, draft),
            read_back=read_back_choice(scene, draft),
        )
        if order
        else None,
        last_known=_last_known(scene, away),
        look=_look(scene),
        record=_record(scene, refused),
    )


def _answer(
    scene: Scene, away: Away, number: int, meanwhile: PumpMeanwhile, draft: FormDraft, problems: Problems
) -> AwayAnswerView:
    words = scene.words
    title, sub = _question(scene, away, meanwhile)
    label, result, note = _result(scene, away, meanwhile, draft)
    fields: tuple[tuple[str, str, str, str], ...] = {
        PumpMeanwhile.RAN: (),
        PumpMeanwhile.STOPPED_AT: ((STOPPED_AT, words("Time it stopped"), "", words("hh:mm")),),
        PumpMeanwhile.KEEP_OPEN: (
            (OPEN_RATE, words("Keep-open rate"), "mL/h", ""),
            (OPEN_SINCE, words("Since"), "", words("since")),
        ),
        PumpMeanwhile.NOT_SURE: ((TOTAL, words("Total volume of this bag on the pump"), "mL", ""),),
    }[meanwhile]
    return AwayAnswerView(
        code=meanwhile.value,
        key=str(number),
        title=title,
        sub=sub,
        chosen=draft.choice(MEANWHILE) == meanwhile.value,
        fields=tuple(
            field(draft, problems, code, name, unit=unit, hint=hint, kind="number" if unit else "time")
            for code, name, unit, hint in fields
        ),
        result_label=label,
        result=result,
        result_note=note,
    )


def _question(scene: Scene, away: Away, meanwhile: PumpMeanwhile) -> tuple[str, str]:
    words = scene.words
    rate = numbers.rate(away.flow.rate)
    match meanwhile:
        case PumpMeanwhile.RAN:
            return (
                words("Ran all the time at {rate}", rate=rate),
                words("The pump shows running, no alarm in its history"),
            )
        case PumpMeanwhile.STOPPED_AT:
            earliest = scene.hh_mm_ss(away.from_ns)
            return words("Stopped at"), words("Time from the pump, not before {time}", time=earliest)
        case PumpMeanwhile.KEEP_OPEN:
            return words("Went to keep-open rate"), words("End of its volume, or a pump alarm")
        case PumpMeanwhile.NOT_SURE:
            return words("Not sure"), words("Type the pump's total volume, or get an order")
        case _:
            assert_never(meanwhile)


def _result(scene: Scene, away: Away, meanwhile: PumpMeanwhile, draft: FormDraft) -> tuple[str, str, str]:
    """What the dose would be with this answer, as far as it is filled in."""
    words = scene.words
    after = would_be(scene, away, meanwhile, draft)
    label = words("given so far would be")
    if after is None:
        least = given(scene.session.ledger, scene.plan, away.from_ns)
        return label, words("{dose} or more", dose=numbers.amount(least, words)), ""
    return label, _range(scene, after), ""


def _range(scene: Scene, after: Session) -> str:
    low = given(after.ledger, scene.plan, scene.now_ns)
    high = given_at_most(after.ledger, scene.plan, scene.now_ns)
    if low == high:
        return numbers.amount(low, scene.words)
    return scene.words("{low} to {high}", low=numbers.number(low), high=numbers.amount(high, scene.words))


def _pump_now(scene: Scene, draft: FormDraft, problems: Problems) -> PumpNowView:
    words, chosen = scene.words, draft.choice(PUMP_NOW)
    options = (("running", words("Running")), ("stopped", words("Stopped")))
    return PumpNowView(
        title=words("The pump shows now"),
        sub=words("Typed from the pump, never ticked"),
        rate=field(draft, problems, RATE, words("Rate the pump shows"), unit="mL/h"),
        choice=ChoiceView(
            code=PUMP_NOW,
            name=words("The pump shows now"),
            options=tuple(
                OptionView(code=code, label=label, chosen=code == chosen) for code, label in options
            ),
        ),
    )


def _last_known(scene: Scene, away: Away) -> LastKnownView:
    words, run, flow = scene.words, scene.session.step, away.flow
    title = (
        words("Step {step} of {total}", step=run.number, total=len(scene.plan.steps))
        if run is not None
        else ""
    )
    facts = []
    if flow is not None:
        bag = scene.plan.bag(flow.bag)
        facts = [
            FactView(label=words("Last known rate"), value=numbers.rate(flow.rate), size="rate"),
            FactView(
                label=words("Bag hanging"),
                value=words("Bag {bag}", bag=bag.number),
                detail=numbers.concentration(bag.concentration, words),
                size="bag",
            ),
        ]
    then = given(scene.session.ledger, scene.plan, away.from_ns)
    facts.append(
        FactView(
            label=words("Given at {time}", time=scene.hh_mm_ss(away.from_ns)),
            value=numbers.amount(then, words),
        )
    )
    note = words("last seen running {time}", time=scene.hh_mm_ss(away.from_ns))
    return LastKnownView(head=CardHead(title=title, note=note), timer=timer(scene), facts=tuple(facts))


def _look(scene: Scene) -> OrderedView:
    words = scene.words
    return OrderedView(
        head=CardHead(title=words("Also look at")),
        rows=(
            OrderedRow(
                code="patient",
                title=words("Patient"),
                sub=words("Awake, talking, no new sign? If not: REACTION"),
                state="instruction",
            ),
            OrderedRow(
                code="site", title=words("IV site"), sub=words("Swelling, pain, wet?"), state="instruction"
            ),
        ),
    )


def _record(scene: Scene, refused: dict[str, str]) -> FactsView:
    words = scene.words
    entries = words("{count} entries, chain unbroken", count=scene.session.seq)
    problem = refused.get("answer_away", "")
    lines = [LineView(strong=words("Record read back"), text=entries)]
    if problem:
        lines.insert(0, LineView(strong=words("Not accepted"), text=problem))
    return FactsView(head=CardHead(title=words("Record")), lines=tuple(lines))
