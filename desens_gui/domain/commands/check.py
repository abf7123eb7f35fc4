"""Checks and what is written down beside them."""

from __future__ import annotations

from desens_gui.domain.fact import Order
from desens_gui.domain.findings import Symptoms, Vitals
from desens_gui.domain.instants import Utc


class RecordCheck(Order, frozen=True, tag="record_check"):
    vitals: Vitals
    symptoms: Symptoms = ()


class RecordSeen(Order, frozen=True, tag="record_seen"):
    """Seen and asked, no change."""


class AnswerForWatch(Order, frozen=True, tag="answer_for_watch"):
    """ "Patient watched, go on", by a named person."""

    by: str


class RecordEarlySign(Order, frozen=True, tag="record_early_sign"):
    sign: str


class RecordNote(Order, frozen=True, tag="record_note"):
    text: str
    at: Utc | None = None


class RecordMedication(Order, frozen=True, tag="record_medication"):
    drug: str
    dose: str
    route: str
    at: Utc | None = None
