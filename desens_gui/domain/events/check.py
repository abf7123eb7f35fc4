"""What was measured, asked, seen and given beside the pump."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact
from desens_gui.domain.findings import Symptoms, Vitals
from desens_gui.domain.instants import Utc


class CheckPurpose(StrEnum):
    """Where in the session the check stood; only one for a step can unlock an increase (SAFETY S8)."""

    BASELINE = "baseline"
    STEP = "step"
    RESUME = "resume"
    REACTION = "reaction"
    OBSERVATION = "observation"


class CheckOutcome(StrEnum):
    CLEAR = "clear"
    INCOMPLETE = "incomplete"
    DO_NOT_GO_UP = "do_not_go_up"


class CheckRecorded(Fact, frozen=True, tag="check_recorded/1"):
    """One set of vital signs and symptoms, and what it came to when it was saved."""

    purpose: CheckPurpose
    step: int | None
    vitals: Vitals
    symptoms: Symptoms
    outcome: CheckOutcome


class SeenNoChange(Fact, frozen=True, tag="seen_no_change/1"):
    """Half-way in the last step: seen and asked, no change."""


class WatchConfirmed(Fact, frozen=True, tag="watch_confirmed/1"):
    """A named person answers for going on with a check overdue in the last step (SAFETY S7)."""

    by: str


class EarlySignSeen(Fact, frozen=True, tag="early_sign_seen/1"):
    """A sign that often comes before a reaction, by its code; going on."""

    sign: str


class NoteRecorded(Fact, frozen=True, tag="note_recorded/1"):
    text: str
    at: Utc


class MedicationGiven(Fact, frozen=True, tag="medication_given/1"):
    """Any drug but the one desensitized to, as typed; readings before it unlock nothing."""

    drug: str
    dose: str
    route: str
    at: Utc
