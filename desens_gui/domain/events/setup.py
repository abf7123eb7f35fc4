"""What set-up fixed: the session, the policy, the people, the patient, the plan, the order."""

from __future__ import annotations

from desens_gui.domain.fact import Fact
from desens_gui.domain.patient import Patient
from desens_gui.domain.plan.finding import HeldAgainst
from desens_gui.domain.plan.finding_codes import FindingAt
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.table import PlanTable
from desens_gui.domain.policy import Policy
from desens_gui.domain.prescribing import Prescription
from desens_gui.domain.quantities import Amount
from desens_gui.domain.recorded import Role


class SessionOpened(Fact, frozen=True, tag="session_opened/1"):
    """First fact of every file. zone is the display zone's name, whatever the reader's zone."""

    session_id: str
    schema_digest: str
    program: str
    zone: str
    simulated: bool


class PolicySet(Fact, frozen=True, tag="policy_set/2"):
    """The whole site policy, so that the file explains itself."""

    policy: Policy


class StaffIdentified(Fact, frozen=True, tag="staff_identified/1"):
    id: str
    name: str
    role: Role


class SecondPersonUnavailable(Fact, frozen=True, tag="second_person_unavailable/1"):
    """Second person: none, and why (SAFETY S10); checks are repeated blind by the same nurse."""

    reason: str


class PatientIdentified(Fact, frozen=True, tag="patient_identified/1"):
    patient: Patient


class PlanSet(Fact, frozen=True, tag="plan_set/2"):
    """The plan as exact inputs, and the table worked out from them as text for any reader of the file."""

    inputs: PlanInputs
    table: PlanTable
    held: HeldAgainst = HeldAgainst()


class PlanReading(Fact, frozen=True):
    """What a person reads from order and labels to verify the plan, without being shown the plan's values."""

    identifier_last4: str
    drug: str
    dose: Amount
    bags: int


class PlanRead(Fact, frozen=True, tag="plan_read/1"):
    """First reading of the plan; it verifies nothing yet."""

    revision: int
    reading: PlanReading


class PlanVerified(Fact, frozen=True, tag="plan_verified/1"):
    """Second, blind reading that agreed with the plan. Setting the plan again loses it."""

    revision: int
    reading: PlanReading


class PlanFindingsAccepted(Fact, frozen=True, tag="plan_findings_accepted/1"):
    """Every red finding about the plan, by the allergist's order. Another plan or patient loses it."""

    revision: int
    findings: tuple[FindingAt, ...]
    by: str
    reason: str


class OrderRecorded(Fact, frozen=True, tag="order_recorded/1"):
    order: Prescription


class SessionStarted(Fact, frozen=True, tag="session_started/1"):
    """Set-up is over: the first bag is next. No drug runs yet."""
