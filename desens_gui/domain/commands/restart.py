"""Going on after the program was away."""

from __future__ import annotations

from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.fact import Order
from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.prescribing import Prescription
from desens_gui.domain.quantities import Rate, Volume


class ResumeProgram(Order, frozen=True, tag="resume_program"):
    """last_seen: the last instant the program is known to have run."""

    last_seen: Instant
    program: str


class AnswerAway(Order, frozen=True, tag="answer_away"):
    """What the pump did meanwhile and what it shows now (running at rate_ml_h, or stopped)."""

    meanwhile: PumpMeanwhile
    running: bool
    rate_ml_h: Rate | None = None
    at: Utc | None = None
    keep_open_ml_h: Rate | None = None
    total_ml: Volume | None = None
    order: Prescription | None = None
