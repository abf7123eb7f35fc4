"""Facts about checks, answers and medication, one line each."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.check import (
    CheckOutcome,
    CheckPurpose,
    CheckRecorded,
    EarlySignSeen,
    MedicationGiven,
    NoteRecorded,
    SeenNoChange,
    WatchConfirmed,
)
from desens_gui.domain.events.every import CheckEvent
from desens_gui.domain.findings import SYSTEMS, Answer, Symptoms
from desens_gui.wording.early_signs import early_sign_name
from desens_gui.wording.plain import plain
from desens_gui.wording.symptoms import answer_line
from desens_gui.wording.vitals import vitals_line
from desens_gui.wording.words import Words


def check_event(words: Words, event: CheckEvent) -> str:
    match event:
        case CheckRecorded():
            return _check(words, event)
        case SeenNoChange():
            return words("Seen and asked, no change")
        case WatchConfirmed(by=by):
            return words("Patient watched, go on: {by}", by=plain(by))
        case EarlySignSeen(sign=sign):
            return words("Early sign: {sign}", sign=early_sign_name(words, sign))
        case NoteRecorded(text=text):
            return words("Note: {text}", text=plain(text))
        case MedicationGiven(drug=drug, dose=dose, route=route):
            return words(
                "Medication: {drug} {dose} {route}", drug=plain(drug), dose=plain(dose), route=plain(route)
            )
        case _:
            assert_never(event)


def _check(words: Words, event: CheckRecorded) -> str:
    parts = [
        part for part in (vitals_line(words, event.vitals), symptoms_line(words, event.symptoms)) if part
    ]
    head = purpose_name(words, event.purpose)
    line = f"{head}: {'; '.join(parts)}"
    return line if event.outcome is CheckOutcome.CLEAR else f"{line}. {outcome_name(words, event.outcome)}"


def symptoms_line(words: Words, symptoms: Symptoms) -> str:
    """All that was found; or that nothing was, in how many of the systems that were asked."""
    found = [answer_line(words, answer) for answer in symptoms if answer.answer is not Answer.NONE]
    if found:
        return "; ".join(found)
    if not symptoms:
        return ""
    if len(symptoms) == len(SYSTEMS):
        return words("no symptoms")
    return words(
        "no symptoms in {asked} of {systems} systems asked", asked=len(symptoms), systems=len(SYSTEMS)
    )


def purpose_name(words: Words, purpose: CheckPurpose) -> str:
    names = {
        CheckPurpose.BASELINE: words("Baseline check"),
        CheckPurpose.STEP: words("Check"),
        CheckPurpose.RESUME: words("Check before resuming"),
        CheckPurpose.REACTION: words("Check in the reaction"),
        CheckPurpose.OBSERVATION: words("Check in the observation"),
    }
    return names[purpose]


def outcome_name(words: Words, outcome: CheckOutcome) -> str:
    names = {
        CheckOutcome.CLEAR: words("Clear"),
        CheckOutcome.INCOMPLETE: words("Incomplete"),
        CheckOutcome.DO_NOT_GO_UP: words("Do not go up"),
    }
    return names[outcome]
