"""Refusals about who qualifies and what is ready, as sentences."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.refusals.every import QualifyRefusal
from desens_gui.domain.refusals.qualify import (
    DayImpossible,
    HardStop,
    HistoryImpossible,
    NoRiskStands,
    ReactionNotForProtocol,
    ReasonNeeded,
    RisksNotAccepted,
    SevereDelayed,
    SevereNotAnswered,
    WeightChanged,
)
from desens_gui.wording.about_words import reaction_name
from desens_gui.wording.names import field_name
from desens_gui.wording.plain import plain
from desens_gui.wording.qualify_words import ready_name, risk_name, severe_name
from desens_gui.wording.sentences import listed
from desens_gui.wording.stored import stored_number
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words

_Never = HardStop | SevereDelayed | ReactionNotForProtocol | RisksNotAccepted | NoRiskStands


def qualify_refusal(words: Words, reason: QualifyRefusal) -> str:
    match reason:
        case SevereNotAnswered(missing=missing):
            return words(
                "Severe reactions, ever: one answer each is needed for {items}.",
                items=listed(severe_name(words, each) for each in missing),
            )
        case ReasonNeeded(items=items):
            return words(
                "Not done because: a reason is needed for {items}.",
                items=listed(ready_name(words, item) for item in items),
            )
        case WeightChanged(kg=kg, last_kg=last, percent=percent, most_percent=most):
            return words(
                "Weight: {kg} kg now and {last} kg at the last session differ by {percent} %, "
                "more than {most} %; read the scale again and confirm it.",
                kg=stored_number(kg),
                last=stored_number(last),
                percent=stored_number(percent),
                most=stored_number(most),
            )
        case HistoryImpossible(field=field, value=value, least=least, most=most):
            return words(
                "{field}: {value} is outside {least} to {most}.",
                field=field_name(words, field),
                value=stored_number(value),
                least=stored_number(least),
                most=stored_number(most),
            )
        case DayImpossible(field=field, day=day):
            return words(
                "{field}: “{day}” is not possible; it must be a past day, month or year.",
                field=field_name(words, field),
                day=shown(day),
            )
        case _:
            return _never(words, reason)


def _never(words: Words, reason: _Never) -> str:
    match reason:
        case HardStop(had=had):
            return words(
                "DO NOT START: severe reaction to this drug ({items}). Desensitization does not prevent it.",
                items=listed(severe_name(words, each) for each in had),
            )
        case SevereDelayed():
            return words(
                "DO NOT START: the first reaction was severe and delayed. "
                "Desensitization does not prevent it."
            )
        case ReactionNotForProtocol(reaction=reaction, protocol=protocol, fits=fits):
            return words(
                "DO NOT START: the protocol {protocol} is for {fits}; the first reaction is: {reaction}.",
                protocol=plain(protocol),
                fits=listed(reaction_name(each, words) for each in fits),
                reaction=reaction_name(reaction, words),
            )
        case RisksNotAccepted(risks=risks):
            return words(
                "A named physician must accept, with a reason: {risks}.",
                risks=listed(risk_name(words, risk) for risk in risks),
            )
        case NoRiskStands():
            return words("No risk stands that would have to be accepted.")
        case _:
            assert_never(reason)
