"""The program was away; a person says what the pump did meanwhile."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact
from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import Rate, Volume


class ProgramResumed(Fact, frozen=True, tag="program_resumed/1"):
    """The session goes on after a restart. last_seen: the last moment the program is known to have run."""

    last_seen: Utc
    away_ms: int
    same_boot: bool
    program: str


class PumpMeanwhile(StrEnum):
    RAN = "ran"
    STOPPED_AT = "stopped_at"
    KEEP_OPEN = "keep_open"
    NOT_SURE = "not_sure"


class AwayAnswered(Fact, frozen=True, tag="away_answered/1"):
    """What the pump did while the program was away, and what it shows now.

    at: when it stopped or went to the keep-open rate. total_ml: the pump's own total of this bag, if read.
    running: what the pump shows now, at `rate_ml_h` of step and bag as before.
    """

    meanwhile: PumpMeanwhile
    running: bool
    rate_ml_h: Rate | None = None
    at: Utc | None = None
    keep_open_ml_h: Rate | None = None
    total_ml: Volume | None = None
