"""What is missing, as short as it has to be under a blocked button."""

from __future__ import annotations

from desens_gui.domain.findings import Consciousness, Item
from desens_gui.domain.plan.finding_codes import finding_at
from desens_gui.domain.refusals.check import (
    CheckAlreadyUsed,
    CheckIncomplete,
    CheckMissing,
    LimitBroken,
    MissingItem,
    MissingWhy,
    NewSymptoms,
    NotAlert,
    RuleBroken,
)
from desens_gui.domain.refusals.ending import EndIncomplete, ObservationNotOver
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import AwayNotAnswered, OrderNeeded
from desens_gui.domain.refusals.pump import BagChangeIncomplete, PumpNotStopped
from desens_gui.domain.refusals.setup import BaselineTooOld, PlanFindingsOpen, RepeatTooSoon, SetupIncomplete
from desens_gui.domain.refusals.step import ReactionOpen, StepNotFinished, SymptomsNotAskedAgain
from desens_gui.wording.finding_names import finding_name
from desens_gui.wording.numbers import clock, duration_words
from desens_gui.wording.orders import order_purpose
from desens_gui.wording.refusals_check import missing_name, value_against
from desens_gui.wording.refusals_pump import bag_change_item
from desens_gui.wording.refusals_setup import setup_item
from desens_gui.wording.refusals_step import end_item
from desens_gui.wording.sentences import listed, lowered
from desens_gui.wording.symptoms import consciousness_name, symptom_name
from desens_gui.wording.words import Words

NAMED = 4
"""Up to so many missing answers are named, whatever they are."""
COUNTED = 3
"""Of more, so many of one kind are named still; others are counted: the form marks each of them."""


def short_form(words: Words, reason: AnyRefusal) -> str:
    """A few words beginning small; empty where only the whole sentence will do."""
    return _of_check(words, reason) or _of_lists(words, reason) or _of_time(words, reason)


def _of_check(words: Words, reason: AnyRefusal) -> str:
    match reason:
        case CheckMissing():
            return words("check")
        case CheckIncomplete(missing=missing):
            return _incomplete(words, missing)
        case CheckAlreadyUsed():
            return words("new check")
        case NewSymptoms(signs=signs):
            names = [lowered(words, symptom_name(words, sign.code)) for sign in signs]
            return words("new or worse: {signs}", signs=listed(names))
        case LimitBroken() | RuleBroken():
            return value_against(words, reason)
        case NotAlert(level=level):
            return lowered(words, consciousness_name(words, Consciousness(level)))
        case SymptomsNotAskedAgain():
            return words("ask symptoms again")
        case _:
            return ""


def _of_lists(words: Words, reason: AnyRefusal) -> str:
    match reason:
        case BagChangeIncomplete(missing=steps):
            return "; ".join(bag_change_item(words, item) for item in steps)
        case SetupIncomplete(missing=parts):
            return "; ".join(setup_item(words, item) for item in parts)
        case EndIncomplete(missing=ends):
            return "; ".join(end_item(words, item) for item in ends)
        case OrderNeeded(purpose=purpose):
            return words("prescriber order {purpose}", purpose=order_purpose(words, purpose))
        case PlanFindingsOpen(findings=findings):
            return "; ".join(finding_name(words, finding_at(each)) for each in findings)
        case PumpNotStopped():
            return words("stop the pump")
        case ReactionOpen():
            return words("a reaction is open")
        case _:
            return ""


def _of_time(words: Words, reason: AnyRefusal) -> str:
    match reason:
        case StepNotFinished(step=step, left=left):
            return words("{left} left in step {step}", left=clock(left), step=step)
        case ObservationNotOver(left=left):
            return words("observation for {left} more", left=duration_words(left, words))
        case RepeatTooSoon(left=left):
            return words("repeat in {left}", left=duration_words(left, words))
        case BaselineTooOld(age=age):
            return words("new baseline check, the last is {age} old", age=duration_words(age, words))
        case AwayNotAnswered():
            return words("did the pump run while the program was away")
        case _:
            return ""


def _incomplete(words: Words, missing: tuple[MissingItem, ...]) -> str:
    """What was not answered first, vital signs before systems; then what no longer counts, and why."""
    parts = []
    many = sum(_answers(item) for item in missing) > NAMED
    for why in MissingWhy:
        found = [item for item in missing if item.why is why]
        vitals = [item for item in found if item.item is not Item.SYMPTOMS]
        systems = [item for item in found if item.item is Item.SYMPTOMS]
        of_vitals, of_systems = _named(words, vitals), _named(words, systems)
        if many and len(vitals) > COUNTED:
            of_vitals = words("{n} vitals", n=len(vitals))
        if many and (asked := sum(map(_answers, systems))) > COUNTED:
            of_systems = words("{n} systems", n=asked)
        text = "; ".join(part for part in (of_vitals, of_systems) if part)
        if text:
            parts.append(_because(words, why, text))
    return "; ".join(parts)


def _answers(missing: MissingItem) -> int:
    return max(1, len(missing.systems))


def _named(words: Words, missing: list[MissingItem]) -> str:
    return listed([missing_name(words, item) for item in missing])


def _because(words: Words, why: MissingWhy, text: str) -> str:
    if why is MissingWhy.BEFORE_PUMP_RAN:
        return words("again, from before the pump ran: {items}", items=text)
    return words("again, too old: {items}", items=text) if why is MissingWhy.TOO_OLD else text
