"""Why the pump stands still, and what the program did not see, in words."""

from __future__ import annotations

from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.wording.words import Words


def pause_reason(words: Words, reason: PauseReason) -> str:
    names = {
        PauseReason.SYMPTOM: words("Symptom"),
        PauseReason.TOILET: words("Toilet"),
        PauseReason.IV_ACCESS: words("IV access"),
        PauseReason.PUMP_ALARM: words("Pump alarm"),
        PauseReason.FOUND_STOPPED: words("Pump found stopped"),
        PauseReason.PATIENT_REQUEST: words("Patient's request"),
        PauseReason.WAITING_FOR_PRESCRIBER: words("Waiting for the prescriber"),
        PauseReason.OTHER: words("Other reason"),
    }
    return names[reason]


def pump_meanwhile(words: Words, meanwhile: PumpMeanwhile) -> str:
    """What the pump did while the program was away."""
    names = {
        PumpMeanwhile.RAN: words("Ran all the time"),
        PumpMeanwhile.STOPPED_AT: words("Stopped"),
        PumpMeanwhile.KEEP_OPEN: words("Went to keep-open rate"),
        PumpMeanwhile.NOT_SURE: words("Not sure"),
    }
    return names[meanwhile]
