"""Steps: started by a confirmed pump, prompted by time, left only by a person's decision."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact
from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import Rate


class StepStarted(Fact, frozen=True, tag="step_started/1"):
    """The pump was confirmed running at the step's rate; its minutes count from `at`."""

    step: int
    bag: int
    rate_ml_h: Rate
    at: Utc


class EscalationCommanded(Fact, frozen=True, tag="escalation_commanded/1"):
    """Going up was allowed; the nurse is told the rate. The old one counts until the pump is reported."""

    to_step: int
    rate_ml_h: Rate


class SymptomsAskedAgain(Fact, frozen=True, tag="symptoms_asked_again/1"):
    """Asked at the moment of going up: no new or worse symptom."""


class StayDecided(Fact, frozen=True, tag="stay_decided/1"):
    """Same rate, longer; the check is repeated after the policy's time."""

    step: int


class PauseReason(StrEnum):
    """One-tap reasons (SAFETY S6)."""

    SYMPTOM = "symptom"
    TOILET = "toilet"
    IV_ACCESS = "iv_access"
    PUMP_ALARM = "pump_alarm"
    FOUND_STOPPED = "found_stopped"
    PATIENT_REQUEST = "patient_request"
    WAITING_FOR_PRESCRIBER = "waiting_for_prescriber"
    OTHER = "other"


class PauseCalled(Fact, frozen=True, tag="pause_called/1"):
    """The nurse was told to stop the pump; it counts as running until reported stopped."""

    reason: PauseReason
    words: str = ""


class ResumeCommanded(Fact, frozen=True, tag="resume_commanded/1"):
    """The nurse was told to start the pump again; from_start: the step begins again with all its minutes."""

    step: int
    rate_ml_h: Rate
    from_start: bool


class PromptKind(StrEnum):
    CHECK_SOON = "check_soon"
    CHECK_DUE = "check_due"
    CHECK_LATE = "check_late"
    CHECK_VERY_LATE = "check_very_late"
    STOP_UNTIL_CHECKED = "stop_until_checked"
    SEEN_DUE = "seen_due"
    STEP_ELAPSED = "step_elapsed"
    OBSERVATION_OVER = "observation_over"


class PromptRaised(Fact, frozen=True, tag="prompt_raised/1"):
    """The program asked for something; due_ns places it on the session's own time."""

    prompt: PromptKind
    step: int | None
    due_ns: int


class TimeJump(StrEnum):
    STALL = "stall"
    SLEEP = "sleep"


class ProgramStalled(Fact, frozen=True, tag="program_stalled/1"):
    """No tick for so long: the program hung or the machine slept. Elapsed time is right all the same."""

    jump: TimeJump
    gap_ms: int


class ClockStepped(Fact, frozen=True, tag="clock_stepped/1"):
    """Wall time moved against the boot clock by so much; no elapsed time changes."""

    by_ms: int
