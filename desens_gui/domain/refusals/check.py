"""Refusals about measured values, and why a check does not unlock going up."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.findings import Item, Sign
from desens_gui.domain.policy import Bound, Direction
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusal import Refusal


class NothingMeasured(Refusal, frozen=True, tag="nothing_measured"):
    pass


class ValueOutOfRange(Refusal, frozen=True, tag="value_out_of_range"):
    field: str
    value: str
    least: str
    most: str
    unit: str


class PressureReversed(Refusal, frozen=True, tag="pressure_reversed"):
    systolic: int
    diastolic: int


class SystemUnknown(Refusal, frozen=True, tag="system_unknown"):
    system: str


class SystemAnsweredTwice(Refusal, frozen=True, tag="system_answered_twice"):
    system: str


class AnswerContradicted(Refusal, frozen=True, tag="answer_contradicted"):
    """The signs do not fit the answer: none with a sign, new or worse without one."""

    system: str


class MissingWhy(StrEnum):
    NOT_MEASURED = "not_measured"
    BEFORE_PUMP_RAN = "before_pump_ran"
    TOO_OLD = "too_old"


class MissingItem(Refusal, frozen=True):
    """One item of a check that does not count. age and limit are given for too old."""

    item: Item
    why: MissingWhy
    systems: tuple[str, ...] = ()
    age: Duration | None = None
    limit: Duration | None = None


class CheckMissing(Refusal, frozen=True, tag="check_missing"):
    """No check since the pump was confirmed running."""


class CheckIncomplete(Refusal, frozen=True, tag="check_incomplete"):
    missing: tuple[MissingItem, ...]


class CheckAlreadyUsed(Refusal, frozen=True, tag="check_already_used"):
    """One check unlocks one increase, once."""


class NewSymptoms(Refusal, frozen=True, tag="new_symptoms"):
    signs: tuple[Sign, ...]


class LimitBroken(Refusal, frozen=True, tag="limit_broken"):
    """A stop limit of the policy."""

    item: str
    value: str
    bound: Bound
    limit: str


class RuleBroken(Refusal, frozen=True, tag="rule_broken"):
    """A monitor rule that the policy lets block: change from the baseline."""

    item: str
    direction: Direction
    value: str
    baseline: str
    by: str


class NotAlert(Refusal, frozen=True, tag="not_alert"):
    level: str
