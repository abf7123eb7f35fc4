"""Setting a session up, from opening the file to the first bag."""

from __future__ import annotations

from desens_gui.domain.events.setup import PlanReading
from desens_gui.domain.fact import Order
from desens_gui.domain.patient import Patient
from desens_gui.domain.plan.finding import HeldAgainst
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.policy import Policy
from desens_gui.domain.prescribing import Prescription
from desens_gui.domain.proof import TelephoneWord
from desens_gui.domain.recorded import Role


class OpenSession(Order, frozen=True, tag="open_session"):
    session_id: str
    schema_digest: str
    program: str
    zone: str
    simulated: bool


class SetPolicy(Order, frozen=True, tag="set_policy"):
    policy: Policy


class IdentifyStaff(Order, frozen=True, tag="identify_staff"):
    id: str
    name: str
    role: Role


class DeclareNoSecondPerson(Order, frozen=True, tag="declare_no_second_person"):
    reason: str


class IdentifyPatient(Order, frozen=True, tag="identify_patient"):
    patient: Patient


class SetPlan(Order, frozen=True, tag="set_plan"):
    inputs: PlanInputs
    held: HeldAgainst = HeldAgainst()


class AcceptPlanFindings(Order, frozen=True, tag="accept_plan_findings"):
    """Every red finding that stands about the plan, by the allergist's order."""

    order: Prescription
    reason: str


class VerifyPlan(Order, frozen=True, tag="verify_plan"):
    """What was read from order and labels: first once, then again blind, or as confirmed by telephone."""

    reading: PlanReading
    telephone: TelephoneWord | None = None


class RecordOrder(Order, frozen=True, tag="record_order"):
    order: Prescription


class StartSession(Order, frozen=True, tag="start_session"):
    """Leave set-up: the first bag is hung next."""
