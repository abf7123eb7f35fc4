"""Refusals about who qualifies and what is ready."""

from __future__ import annotations

from desens_gui.domain.protocol.about import ReactionType
from desens_gui.domain.qualifying import ReadyItem, Risk, Severe
from desens_gui.domain.refusal import Refusal


class HardStop(Refusal, frozen=True, tag="hard_stop"):
    """A severe reaction to this drug in the past: no protocol may start."""

    had: tuple[Severe, ...]


class SevereDelayed(Refusal, frozen=True, tag="severe_delayed"):
    """The reaction type itself is a hard stop."""


class ReactionNotForProtocol(Refusal, frozen=True, tag="reaction_not_for_protocol"):
    reaction: ReactionType
    protocol: str
    fits: tuple[ReactionType, ...]


class RisksNotAccepted(Refusal, frozen=True, tag="risks_not_accepted"):
    risks: tuple[Risk, ...]


class NoRiskStands(Refusal, frozen=True, tag="no_risk_stands"):
    """There is nothing to accept."""


class SevereNotAnswered(Refusal, frozen=True, tag="severe_not_answered"):
    """Some question has no answer yet, or more than one."""

    missing: tuple[Severe, ...]


class ReasonNeeded(Refusal, frozen=True, tag="reason_needed"):
    """What is not done on the checklist needs a reason."""

    items: tuple[ReadyItem, ...]


class WeightChanged(Refusal, frozen=True, tag="weight_changed"):
    """More than the policy allows without a second look since the last session."""

    kg: str
    last_kg: str
    percent: str
    most_percent: str


class HistoryImpossible(Refusal, frozen=True, tag="history_impossible"):
    """A value outside what may be typed; field is a policy's item."""

    field: str
    value: str
    least: str
    most: str


class DayImpossible(Refusal, frozen=True, tag="day_impossible"):
    """A day of a test that is no day, or to come."""

    field: str
    day: str
