"""Refusals while a session is set up."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.plan.finding import InfusionFinding
from desens_gui.domain.plan.problems import PlanProblem
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusal import Refusal


class SetupItem(StrEnum):
    POLICY = "policy"
    STAFF = "staff"
    SECOND_PERSON = "second_person"
    PATIENT = "patient"
    PLAN = "plan"
    SEVERE = "severe"
    HISTORY = "history"
    QUALIFICATION = "qualification"
    RISKS = "risks"
    FINDINGS = "findings"
    PLAN_VERIFIED = "plan_verified"
    ORDER = "order"
    READY = "ready"
    PREMEDICATION = "premedication"
    BASELINE = "baseline"


class SetupIncomplete(Refusal, frozen=True, tag="setup_incomplete"):
    missing: tuple[SetupItem, ...]


class PlanImpossible(Refusal, frozen=True, tag="plan_impossible"):
    problems: tuple[PlanProblem, ...]


class PlanFindingsOpen(Refusal, frozen=True, tag="plan_findings_open"):
    """Red findings about the plan that the allergist has not accepted by name."""

    findings: tuple[InfusionFinding, ...]


class NoRedFinding(Refusal, frozen=True, tag="no_red_finding"):
    """Nothing about the plan needs to be accepted."""


class ProtocolNotApproved(Refusal, frozen=True, tag="protocol_not_approved"):
    """A recalled protocol can be planned, not started."""

    protocol: str
    status: str


class PlanReadingDiffers(Refusal, frozen=True, tag="plan_reading_differs"):
    """A typed value is not the plan's; which one, never what the plan says."""

    fields: tuple[str, ...]


class RepeatTooSoon(Refusal, frozen=True, tag="repeat_too_soon"):
    """The same person repeats a check blind only after some time (SAFETY S10)."""

    left: Duration


class BirthDateImpossible(Refusal, frozen=True, tag="birth_date_impossible"):
    born: str


class IdentifierTooShort(Refusal, frozen=True, tag="identifier_too_short"):
    least: int


class WeightImpossible(Refusal, frozen=True, tag="weight_impossible"):
    kg: str
    least: str
    most: str


class PlanInUse(Refusal, frozen=True, tag="plan_in_use"):
    """The session has started: this plan cannot be replaced any more."""


class BaselineTooOld(Refusal, frozen=True, tag="baseline_too_old"):
    age: Duration
    limit: Duration
