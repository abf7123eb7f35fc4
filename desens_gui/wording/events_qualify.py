"""Facts about who qualifies and what is ready, one line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from desens_gui.domain.events.every import QualifyEvent
from desens_gui.domain.events.qualify import (
    EmergencyDeclared,
    HistoryRecorded,
    PremedicationWithheld,
    Qualified,
    ReadyAnswered,
    RisksAccepted,
    SevereAnswered,
    StartedWithout,
)
from desens_gui.domain.qualifying import Known, MedicalHistory, ReadyAnswer, SevereAnswer, Tested
from desens_gui.wording.about_words import reaction_name
from desens_gui.wording.moments import partial_date
from desens_gui.wording.numbers import number
from desens_gui.wording.plain import plain
from desens_gui.wording.qualify_words import (
    asthma_name,
    known_name,
    pregnancy_name,
    ready_name,
    risk_name,
    severe_name,
    strength_name,
    tested_name,
)
from desens_gui.wording.refusals_setup import setup_item
from desens_gui.wording.sentences import listed, lowered
from desens_gui.wording.words import Words


def qualify_event(words: Words, event: QualifyEvent) -> str:
    match event:
        case HistoryRecorded(history=history):
            return words("Medical history: {history}", history=history_line(words, history))
        case SevereAnswered(answers=answers):
            return severe_line(words, answers)
        case Qualified(qualification=said):
            return words(
                "Who qualifies: {reaction} reaction, history {strength}; evidence: {evidence}; "
                "decided by {name}; alternatives: {alternatives}; benefit: {benefit}",
                reaction=reaction_name(said.reaction, words),
                strength=lowered(words, strength_name(words, said.strength)),
                evidence=plain(said.evidence),
                name=plain(said.decided_by),
                alternatives=plain(said.alternatives),
                benefit=plain(said.benefit),
            )
        case RisksAccepted(risks=risks, by=by, reason=reason):
            return words(
                "Risk accepted by {name}: {risks}; reason: {reason}",
                name=plain(by),
                risks=listed(risk_name(words, risk) for risk in risks),
                reason=plain(reason),
            )
        case ReadyAnswered(answers=answers):
            return words(
                "Checklist: {answers}", answers="; ".join(ready_line(words, each) for each in answers)
            )
        case PremedicationWithheld(reason=reason):
            return words("Premedication withheld on purpose: {reason}", reason=plain(reason))
        case EmergencyDeclared(by=by, reason=reason):
            return words("EMERGENCY start, by {name}: {reason}", name=plain(by), reason=plain(reason))
        case StartedWithout(skipped=skipped):
            names = listed(setup_item(words, item) for item in skipped)
            return words("Started in an emergency without: {items}", items=names)
        case _:
            assert_never(event)


def severe_line(words: Words, answers: tuple[SevereAnswer, ...]) -> str:
    """What was had, then what nobody knows; none of them only where every one was answered with no."""
    found = [
        f"{severe_name(words, each.what)}: {lowered(words, known_name(words, each.had))}"
        for each in answers
        if each.had is not Known.NO
    ]
    said = "; ".join(found) or words("none")
    return words("Severe reactions to this drug, ever: {found}", found=said)


def ready_line(words: Words, answer: ReadyAnswer) -> str:
    name = ready_name(words, answer.item)
    if answer.done:
        return name
    return words("{item}: NOT done because {reason}", item=name, reason=plain(answer.reason))


def history_line(words: Words, history: MedicalHistory) -> str:
    return listed(_history(words, history))


def _history(words: Words, history: MedicalHistory) -> Iterator[str]:
    for name, answer in (
        (words("beta-blocker"), known_name(words, history.beta_blocker)),
        (words("ACE inhibitor"), known_name(words, history.ace_inhibitor)),
        (words("asthma"), asthma_name(words, history.asthma)),
        (words("unstable heart disease"), known_name(words, history.heart_unstable)),
        (words("life-threatening first reaction"), known_name(words, history.life_threatening)),
        (words("pregnant"), pregnancy_name(words, history.pregnancy)),
        (words("skin test"), _tested(words, history.skin_test, history.skin_test_on)),
        (words("challenge"), _tested(words, history.challenge, history.challenge_on)),
    ):
        yield f"{name} {lowered(words, answer)}"
    if history.fev1_percent is not None:
        yield words("FEV1 {percent} %", percent=number(history.fev1_percent))
    if history.tryptase_ug_l is not None:
        yield words("baseline tryptase {value} mcg/L", value=number(history.tryptase_ug_l))
    if history.last_weight_kg is not None:
        yield words("weight at the last session {kg} kg", kg=number(history.last_weight_kg))


def _tested(words: Words, tested: Tested, on: str) -> str:
    name = tested_name(words, tested)
    return f"{name} {partial_date(on, words)}" if on else name
