"""Who qualifies, what is ready at the chair, and what an emergency left open."""

from __future__ import annotations

from desens_gui.domain.fact import Fact
from desens_gui.domain.qualifying import MedicalHistory, Qualification, ReadyAnswer, Risk, SevereAnswer
from desens_gui.domain.refusals.setup import SetupItem


class HistoryRecorded(Fact, frozen=True, tag="history_recorded/1"):
    history: MedicalHistory


class SevereAnswered(Fact, frozen=True, tag="severe_answered/1"):
    answers: tuple[SevereAnswer, ...]


class Qualified(Fact, frozen=True, tag="qualified/1"):
    """Decided by the person named in it; never by the program."""

    qualification: Qualification


class RisksAccepted(Fact, frozen=True, tag="risks_accepted/1"):
    """By the prescriber of the order recorded with it."""

    risks: tuple[Risk, ...]
    by: str
    reason: str


class ReadyAnswered(Fact, frozen=True, tag="ready_answered/1"):
    answers: tuple[ReadyAnswer, ...]


class PremedicationWithheld(Fact, frozen=True, tag="premedication_withheld/1"):
    reason: str


class EmergencyDeclared(Fact, frozen=True, tag="emergency_declared/1"):
    by: str
    reason: str


class StartedWithout(Fact, frozen=True, tag="started_without/1"):
    """What an emergency start left open: outstanding until it is answered."""

    skipped: tuple[SetupItem, ...]
