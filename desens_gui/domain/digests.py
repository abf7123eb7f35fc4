"""Digests of what a person was shown, so that a name stands for that and nothing else. SHA-256, hex."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import get_args

import msgspec

from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.people import CoSign, SignSession
from desens_gui.domain.commands.pump import DoubleCheckBag
from desens_gui.domain.commands.setup import VerifyPlan
from desens_gui.domain.events.ending import SessionEnded
from desens_gui.domain.events.every import AlarmEvent, Event, PartEvent
from desens_gui.domain.events.people import CoSigned, IdentityProved, SessionSigned
from desens_gui.domain.events.restart import ProgramResumed
from desens_gui.domain.events.setup import StaffIdentified
from desens_gui.domain.events.step import ClockStepped, ProgramStalled, PromptRaised
from desens_gui.domain.instants import Utc
from desens_gui.domain.plan.table import table_of
from desens_gui.domain.prescribing import Prescription
from desens_gui.domain.quantities import Amount, Concentration, Quantity
from desens_gui.domain.recorded import Recorded
from desens_gui.domain.session import Session
from desens_gui.domain.signing import Treatment
from desens_gui.domain.stage import ChangingBag

NOT_TREATMENT = (
    PromptRaised,
    ProgramStalled,
    ClockStepped,
    ProgramResumed,
    StaffIdentified,
    IdentityProved,
    CoSigned,
    SessionSigned,
    SessionEnded,
    *get_args(AlarmEvent),
    *get_args(PartEvent),
)
"""Prompts, alarms, the machine, names: what may follow a signature without changing what was signed."""


def shown_digest(session: Session, command: Command) -> str | None:
    """Of what a person answers for with this command; None: nobody's PIN or badge is asked for it."""
    match command, session.stage:
        case VerifyPlan(), _ if session.plan is not None and session.patient is not None:
            return plan_digest(session)
        case DoubleCheckBag(), ChangingBag() as change:
            return bag_digest(session, change)
        case CoSign(of=seq), _:
            return next((waits.digest for waits in session.unsigned if waits.seq == seq), None)
        case SignSession(), _:
            return session.treatment.digest
        case _:
            return None


def plan_digest(session: Session) -> str:
    """Patient and whole plan; only of a session that has both."""
    plan, patient = session.plan, session.patient
    assert plan is not None
    assert patient is not None
    inputs = plan.inputs
    protocol = (inputs.protocol.id, inputs.revision, inputs.drug)
    return _digest(("plan", session.opened.session_id, patient, protocol, inputs.target, table_of(plan)))


def bag_digest(session: Session, change: ChangingBag) -> str:
    """This bag change: rate on the pump, content of the label, bag, step, plan."""
    assert session.plan is not None
    revision = session.plan.inputs.revision
    place = (change.to_bag, change.to_step, change.begun_ns, revision)
    return _digest(("bag", session.opened.session_id, place, change.rate, change.label_ns, change.label))


def order_digest(session: Session, seq: int, order: Prescription) -> str:
    return _digest(("order", session.opened.session_id, seq, order))


def treatment_after(before: Treatment, recorded: Recorded[Event]) -> Treatment:
    """One more fact of the treatment; what is no treatment changes nothing."""
    event = recorded.event
    if isinstance(event, NOT_TREATMENT):
        return before
    fact = (before.digest, recorded.seq, recorded.uuid, recorded.actor, event)
    return Treatment(before.facts + 1, _digest(fact))


def _digest(parts: Iterable[object]) -> str:
    text = msgspec.json.encode(tuple(parts), enc_hook=_written, order="deterministic")
    return hashlib.sha256(text).hexdigest()


def _written(value: object) -> str:
    """Exact, and with the unit of a drug."""
    if isinstance(value, Utc):
        return value.text
    assert isinstance(value, Quantity), f"{type(value).__name__} is shown to nobody"
    unit = f" {value.unit}" if isinstance(value, Amount | Concentration) else ""
    return f"{value.value}{unit}"
