"""Refusals while a session is set up, as sentences."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.refusals.every import SetupRefusal
from desens_gui.domain.refusals.setup import (
    BaselineTooOld,
    BirthDateImpossible,
    IdentifierTooShort,
    NoRedFinding,
    PlanFindingsOpen,
    PlanImpossible,
    PlanInUse,
    PlanReadingDiffers,
    ProtocolNotApproved,
    RepeatTooSoon,
    SetupIncomplete,
    SetupItem,
    WeightImpossible,
)
from desens_gui.wording.finding_words import finding_sentence
from desens_gui.wording.names import field_name
from desens_gui.wording.numbers import duration_words, number
from desens_gui.wording.plain import plain
from desens_gui.wording.plan_words import problem_sentence
from desens_gui.wording.sentences import listed, lowered
from desens_gui.wording.stored import stored_number
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words

_PatientRefusal = BirthDateImpossible | IdentifierTooShort | WeightImpossible | BaselineTooOld


def setup_refusal(words: Words, reason: SetupRefusal) -> str:
    match reason:
        case SetupIncomplete(missing=missing):
            return words(
                "Set-up is not complete; still missing: {missing}.",
                missing=listed([setup_item(words, item) for item in missing]),
            )
        case PlanImpossible(problems=problems):
            return " ".join(problem_sentence(problem, words) for problem in problems)
        case PlanFindingsOpen(findings=findings):
            return words(
                "Red, and not accepted by the allergist: {findings}",
                findings=" ".join(finding_sentence(each, words) for each in findings),
            )
        case NoRedFinding():
            return words("Nothing about this plan needs to be accepted.")
        case ProtocolNotApproved(protocol=protocol):
            return words(
                "The protocol {protocol} may be planned, not started: not every number in it was verified.",
                protocol=plain(protocol),
            )
        case PlanReadingDiffers(fields=fields):
            return words(
                "Not the same as the plan: {fields}. Read again from order and labels.",
                fields=listed([lowered(words, field_name(words, field)) for field in fields]),
            )
        case RepeatTooSoon(left=left):
            return words(
                "The same person repeats the check only after some time; {left} left.",
                left=duration_words(left, words),
            )
        case PlanInUse():
            return words("The session has started with this plan; it cannot be replaced.")
        case _:
            return _about_patient(words, reason)


def _about_patient(words: Words, reason: _PatientRefusal) -> str:
    match reason:
        case BirthDateImpossible(born=born):
            return words(
                "Birth date: “{born}” is not possible; it must be a past date such as 1968-03-12.",
                born=shown(born),
            )
        case IdentifierTooShort(least=least):
            return words(
                "Record number: too short; at least {least} characters are needed.", least=number(least)
            )
        case WeightImpossible(kg=kg, least=least, most=most):
            return words(
                "Weight: {kg} is outside {least} to {most} kg.",
                kg=stored_number(kg),
                least=stored_number(least),
                most=stored_number(most),
            )
        case BaselineTooOld(age=age, limit=limit):
            return words(
                "The baseline is {age} old, at most {limit} is allowed; record a new one or take an order.",
                age=duration_words(age, words),
                limit=duration_words(limit, words),
            )
        case _:
            assert_never(reason)


def setup_item(words: Words, item: SetupItem) -> str:
    names = {
        SetupItem.POLICY: words("site policy"),
        SetupItem.STAFF: words("name and role of the nurse"),
        SetupItem.SECOND_PERSON: words("second person"),
        SetupItem.PATIENT: words("patient"),
        SetupItem.PLAN: words("plan"),
        SetupItem.FINDINGS: words("the allergist's acceptance of what is red about the plan"),
        SetupItem.PLAN_VERIFIED: words("independent double check of the plan"),
        SetupItem.ORDER: words("prescriber order"),
        SetupItem.SEVERE: words("severe reactions, ever"),
        SetupItem.HISTORY: words("medical history"),
        SetupItem.QUALIFICATION: words("who qualifies"),
        SetupItem.RISKS: words("physician accepts the risks"),
        SetupItem.READY: words("checklist at the chair"),
        SetupItem.PREMEDICATION: words("premedication"),
        SetupItem.BASELINE: words("baseline check"),
    }
    return names[item]
