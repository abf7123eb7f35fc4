"""Facts of set-up, one line each."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import SetupEvent
from desens_gui.domain.events.setup import (
    OrderRecorded,
    PatientIdentified,
    PlanFindingsAccepted,
    PlanRead,
    PlanSet,
    PlanVerified,
    PolicySet,
    SecondPersonUnavailable,
    SessionOpened,
    SessionStarted,
    StaffIdentified,
)
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.wording.finding_names import finding_name
from desens_gui.wording.numbers import amount
from desens_gui.wording.orders import order_line
from desens_gui.wording.plain import plain
from desens_gui.wording.plan_changed_words import changed_lines
from desens_gui.wording.roles import role_name
from desens_gui.wording.second_person import second_person_reason
from desens_gui.wording.sentences import lowered
from desens_gui.wording.words import Words

_Planned = PlanSet | PlanFindingsAccepted | PlanRead | PlanVerified | OrderRecorded | SessionStarted


def setup_event(words: Words, event: SetupEvent, *, alone: bool) -> str:
    """alone: nobody else took part."""
    match event:
        case SessionOpened(simulated=True, program=program):
            return words("SIMULATION opened, program {program}", program=plain(program))
        case SessionOpened(program=program):
            return words("Session opened, program {program}", program=plain(program))
        case PolicySet(policy=policy):
            return words(
                "Site policy: {title}, revision {revision}",
                title=plain(policy.title),
                revision=policy.revision,
            )
        case StaffIdentified(name=name, role=role):
            return words(
                "{name} signed in as {role}", name=plain(name), role=lowered(words, role_name(words, role))
            )
        case SecondPersonUnavailable(reason=reason):
            return words("No second person available: {reason}", reason=second_person_reason(words, reason))
        case PatientIdentified(patient=patient):
            return words(
                "Patient identified: {family}, {given}, record number {identifier}",
                family=plain(patient.family_name),
                given=plain(patient.given_name),
                identifier=plain(patient.identifier),
            )
        case _:
            return _planned(words, event, alone=alone)


def _planned(words: Words, event: _Planned, *, alone: bool) -> str:
    match event:
        case PlanSet(inputs=inputs):
            return _set(words, inputs)
        case PlanFindingsAccepted(findings=findings, by=by, reason=reason):
            return words(
                "Red findings about the plan accepted by {by}: {findings}. Reason: {reason}",
                by=plain(by),
                findings="; ".join(finding_name(words, each) for each in findings),
                reason=plain(reason),
            )
        case PlanRead(revision=revision):
            return words("Plan read from order and labels, plan revision {revision}", revision=revision)
        case PlanVerified(revision=revision) if alone:
            return words(
                "Plan read again blind, no second person, plan revision {revision}", revision=revision
            )
        case PlanVerified(revision=revision):
            return words(
                "Plan verified by an independent reading, plan revision {revision}", revision=revision
            )
        case OrderRecorded(order=order):
            return order_line(words, order)
        case SessionStarted():
            return words("Set-up finished, no drug runs yet")
        case _:
            assert_never(event)


def _set(words: Words, inputs: PlanInputs) -> str:
    """With every change of the protocol: whoever reads the record sees what was really planned."""
    said = words(
        "Plan set: {drug} {dose}, {protocol}, plan revision {revision}",
        drug=plain(inputs.drug),
        dose=amount(inputs.target, words),
        protocol=plain(inputs.protocol.title),
        revision=inputs.revision,
    )
    changes = changed_lines(inputs, words)
    return f"{said}. {' '.join(changes)}" if changes else said
