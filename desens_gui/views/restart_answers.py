"""The answers to "did the pump run?", each with its fields and with what it makes of the dose."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.ledger import given, given_at_most
from desens_gui.domain.quantities import Duration
from desens_gui.domain.session import Away, Session
from desens_gui.views.entry.away import MEANWHILE, OPEN_RATE, OPEN_SINCE, STOPPED_AT, TOTAL
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import FieldView
from desens_gui.views.parts.restart import AwayAnswerView
from desens_gui.views.pump_entry import Problems, field
from desens_gui.views.scene import Scene
from desens_gui.views.would_be import at_least, would_be
from desens_gui.wording import numbers


def away_answer(
    scene: Scene, away: Away, number: int, meanwhile: PumpMeanwhile, draft: FormDraft, problems: Problems
) -> AwayAnswerView:
    title, sub = _question(scene, away, meanwhile)
    result, note = _result(scene, meanwhile, draft)
    return AwayAnswerView(
        code=meanwhile.value,
        key=str(number),
        title=title,
        sub=sub,
        chosen=draft.choice(MEANWHILE) == meanwhile.value,
        fields=_fields(scene, meanwhile, draft, problems),
        result_label=scene.words("given so far would be"),
        result=result,
        result_note=note,
    )


def _fields(
    scene: Scene, meanwhile: PumpMeanwhile, draft: FormDraft, problems: Problems
) -> tuple[FieldView, ...]:
    words = scene.words
    match meanwhile:
        case PumpMeanwhile.STOPPED_AT:
            at, hint = words("Time it stopped"), words("hh:mm")
            return (field(draft, problems, STOPPED_AT, at, hint=hint, kind="time"),)
        case PumpMeanwhile.KEEP_OPEN:
            since, hint = words("Since when"), words("since")
            return (
                field(draft, problems, OPEN_RATE, words("Keep-open rate"), unit="mL/h"),
                field(draft, problems, OPEN_SINCE, since, hint=hint, kind="time"),
            )
        case PumpMeanwhile.NOT_SURE:
            name = words("Total volume of this bag on the pump")
            return (field(draft, problems, TOTAL, name, unit="mL"),)
        case _:
            return ()


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


def _result(scene: Scene, meanwhile: PumpMeanwhile, draft: FormDraft) -> tuple[str, str]:
    """What the dose would be with this answer, as far as it is filled in, and what that follows from."""
    words = scene.words
    after = would_be(scene, meanwhile, draft)
    if after is None:
        least = given(at_least(scene).ledger, scene.plan, scene.now_ns)
        note = words("by the time you type")
        if meanwhile is PumpMeanwhile.KEEP_OPEN:
            note = words("by rate and time")
        elif meanwhile is PumpMeanwhile.NOT_SURE:
            note = words("by the pump's total volume")
        return words("{dose} or more", dose=numbers.amount(least, words)), note
    low = given(after.ledger, scene.plan, scene.now_ns)
    high = given_at_most(after.ledger, scene.plan, scene.now_ns)
    if low == high:
        return numbers.amount(low, words), _minutes(scene, after)
    dose = words("{low} to {high}", low=numbers.number(low), high=numbers.amount(high, words))
    return dose, words("shown as a range")


def _minutes(scene: Scene, after: Session) -> str:
    """ "step 9: 10:10 of 15:00"."""
    run = after.step
    assert run is not None  # something ran, so a step did
    return scene.words(
        "step {step}: {ran} of {planned}",
        step=run.number,
        ran=numbers.stopwatch(Duration.ns(run.elapsed_ns(scene.now_ns))),
        planned=numbers.clock(scene.plan.step(run.number).duration),
    )
