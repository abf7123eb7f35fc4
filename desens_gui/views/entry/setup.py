"""The set-up cards as typed, read as the commands they mean; a sentence for each unreadable field."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.qualify import AcceptRisks
from desens_gui.domain.commands.setup import (
    AcceptPlanFindings,
    DeclareNoSecondPerson,
    IdentifyPatient,
    IdentifyStaff,
    RecordOrder,
    SetPlan,
    StartSession,
    VerifyPlan,
)
from desens_gui.domain.events.setup import PlanReading
from desens_gui.domain.plan.finding import HeldAgainst, labelled_for
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.problems import PlanProblem
from desens_gui.domain.plan.resolve import not_prepared, resolve
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.quantities import Amount
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.session import Staff
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.patient import read_patient
from desens_gui.views.entry.plan import changed
from desens_gui.views.entry.qualify import read_qualify, read_ready
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.prescriber import own_order
from desens_gui.views.scene import Scene
from desens_gui.views.second_way import read_reason, read_word
from desens_gui.wording.plan_words import problem_sentence
from desens_gui.wording.second_person import ONE_TAP
from desens_gui.wording.typed import Unreadable, parse_amount, unreadable_sentence

READS = (
    "save:people",
    "save:patient",
    "save:plan",
    "save:verify",
    "save:qualify",
    "save:ready",
    "accept_risks",
    "accept_plan",
    "accept_baseline",
    "start_session",
)
"""Intents that this reads."""


class SetupEntry(msgspec.Struct, frozen=True):
    """Commands in order; none when something could not be read, with a sentence by field code."""

    commands: tuple[Command, ...]
    problems: dict[str, str]


def setup_commands(
    scene: Scene, draft: FormDraft, intent: str, protocols: tuple[Protocol, ...]
) -> SetupEntry:
    """Answers equal to what is recorded are not recorded again."""
    reader = FormReader(scene, draft)
    match intent:
        case "save:people":
            commands = _people(reader)
        case "save:patient":
            patient = read_patient(reader)
            commands = [IdentifyPatient(patient=patient)] if patient is not None else []
        case "save:plan":
            commands = _plan(reader, protocols)
        case "save:verify":
            commands = _verify(reader)
        case "save:qualify":
            commands = read_qualify(reader)
        case "save:ready":
            commands = read_ready(reader)
        case "accept_plan" | "accept_risks" | "accept_baseline":
            commands = _acceptance(reader, intent)
        case "start_session":
            commands = [StartSession()]
        case _:
            raise ValueError(f"{intent} is not read here")
    return SetupEntry(() if reader.problems else tuple(commands), reader.problems)


def signing_in(commands: Iterable[Command]) -> Actor | None:
    """Who acts from these commands on: the person that they identify."""
    for command in commands:
        if isinstance(command, IdentifyStaff):
            return Actor(command.id, command.role)
    return None


def _people(reader: FormReader) -> list[Command]:
    """Where staff are set up who acts was shown by badge or PIN, and a second person later."""
    words, draft, session = reader.scene.words, reader.draft, reader.scene.session
    if reader.scene.staffed:
        return []
    identified = _typed_person(reader)
    reason = draft.choice("people:alone")
    if not reason:
        reader.problems["people:alone"] = words("Second person: choose why nobody else is there.")
    elif reason not in ONE_TAP:
        reason = reader.text("people:reason", words("Reason"))
    if reader.problems:
        return []
    changed = reason != session.second_person_reason
    return [*identified, *([DeclareNoSecondPerson(reason=reason)] if changed else [])]


def _typed_person(reader: FormReader) -> list[Command]:
    words, draft, session = reader.scene.words, reader.draft, reader.scene.session
    name = reader.text("people:name", words("Name"))
    person = reader.text("people:id", words("Staff id or initials"))
    role = draft.choice("people:role")
    if not role:
        reader.problems["people:role"] = words("Role: choose nurse or allergist.")
        return []
    if session.staff[-1:] == (Staff(person, name, Role(role)),):
        return []
    return [IdentifyStaff(id=person, name=name, role=Role(role))]  # also who was here before and is back


def read_inputs(reader: FormReader, protocols: tuple[Protocol, ...]) -> PlanInputs | None:
    """What the plan is worked out from, as typed so far; its revision follows the plan that is set."""
    words, draft, session = reader.scene.words, reader.draft, reader.scene.session
    chosen = next((each for each in protocols if each.id == draft.choice("plan:protocol")), None)
    if chosen is None:
        reader.problems["plan:protocol"] = words("Protocol: choose one.")
    drug = reader.name("plan:drug", words("Drug"))
    dose = _amount(reader, "plan:dose")
    if chosen is None or not drug or dose is None:
        return None
    revision = session.plan.inputs.revision + 1 if session.plan is not None else 1
    own = PlanInputs(protocol=chosen, drug=drug, target=dose, revision=revision)
    return changed(reader, own)


def _amount(reader: FormReader, code: str) -> Amount | None:
    read = parse_amount(reader.draft.text(code))
    if isinstance(read, Unreadable):
        reader.problems[code] = unreadable_sentence(read, reader.scene.words("Dose"), reader.scene.words)
        return None
    return read


def _plan_problems(inputs: PlanInputs) -> tuple[PlanProblem, ...]:
    plan = resolve(inputs)
    return not_prepared(plan) if isinstance(plan, Plan) else plan


def _plan(reader: FormReader, protocols: tuple[Protocol, ...]) -> list[Command]:
    """The plan and the order for it: an order for another plan does not stand for this one."""
    inputs = read_inputs(reader, protocols)
    if inputs is not None and (problems := _plan_problems(inputs)):
        reader.problems["plan:dose"] = problem_sentence(problems[0], reader.scene.words)
    orders = _order(reader, OrderFor.DESENSITIZE)
    if inputs is None or reader.problems:
        return []
    plan = reader.scene.session.plan
    here = reader.scene.held
    held = HeldAgainst(pump=here.pump, labelled=labelled_for(inputs.drug, here.labelled))
    same = plan is not None and msgspec.structs.replace(inputs, revision=plan.inputs.revision) == plan.inputs
    if same and held == reader.scene.session.held:
        return [*orders]
    return [SetPlan(inputs=inputs, held=held), *orders]


def _accepted(reader: FormReader) -> list[Command]:
    """What is red about the plan, by the allergist's order with a reason."""
    reason = reader.text("order:reason", reader.scene.words("Reason"))
    orders = _order(reader, OrderFor.ACCEPT_PLAN)
    return [AcceptPlanFindings(order=each.order, reason=reason) for each in orders]


def _acceptance(reader: FormReader, intent: str) -> list[Command]:
    match intent:
        case "accept_plan":
            return _accepted(reader)
        case "accept_risks":
            return _risks(reader)
        case _:
            return [*_order(reader, OrderFor.ACCEPT_BASELINE)]


def _risks(reader: FormReader) -> list[Command]:
    reason = reader.text("risks:reason", reader.scene.words("Reason"))
    orders = _order(reader, OrderFor.ACCEPT_RISKS)
    return [AcceptRisks(order=each.order, reason=reason) for each in orders]


def _order(reader: FormReader, purpose: OrderFor) -> list[RecordOrder]:
    words, draft = reader.scene.words, reader.draft
    if own_order(reader.scene, draft):
        own = reader.order(purpose)
        return [RecordOrder(order=own)] if own is not None and not reader.problems else []
    reader.text("order:by", words("Prescriber"))
    if not draft.choice("order:taken"):
        reader.problems["order:taken"] = words("Order: choose how it was given.")
    if draft.choice("order:read_back") != "yes":
        reader.problems["order:read_back"] = words("Order: read it back to the prescriber before it counts.")
    order = reader.order(purpose)
    return [RecordOrder(order=order)] if order is not None and not reader.problems else []


def _verify(reader: FormReader) -> list[Command]:
    words = reader.scene.words
    last4 = reader.text("verify:identifier_last4", words("Record number, last 4"))
    drug = reader.text("verify:drug", words("Drug"))
    dose = _amount(reader, "verify:dose")
    bags = reader.whole("verify:bags", words("Number of bags"))
    again = reader.scene.session.plan_read_ns is not None
    word, reason = (read_word(reader), read_reason(reader)) if again else (None, None)
    if dose is None or bags is None or reader.problems:
        return []
    reading = PlanReading(identifier_last4=last4, drug=drug, dose=dose, bags=bags)
    return [*([reason] if reason is not None else []), VerifyPlan(reading=reading, telephone=word)]
