"""Refusals about the end of the drug and of the session."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.events.ending import Ending
from desens_gui.domain.quantities import Amount, Duration, Volume
from desens_gui.domain.refusal import Refusal


class EmptyNeedsReason(Refusal, frozen=True, tag="empty_needs_reason"):
    """Empty more than the policy's tolerance early or late by the volume pumped."""

    pumped: Volume
    expected: Volume
    tolerance_percent: str


class FlushTooSmall(Refusal, frozen=True, tag="flush_too_small"):
    told: Volume
    needed: Volume


class EndItem(StrEnum):
    BAG_EMPTY = "bag_empty"
    FLUSHED = "flushed"
    PUMP_STOPPED = "pump_stopped"
    END_CHECK = "end_check"
    FULL_TARGET = "full_target"
    NO_OPEN_REACTION = "no_open_reaction"


class EndIncomplete(Refusal, frozen=True, tag="end_incomplete"):
    ending: Ending
    missing: tuple[EndItem, ...]
    given: Amount | None = None


class ObservationNotOver(Refusal, frozen=True, tag="observation_not_over"):
    """Earlier is against advice and needs a name."""

    left: Duration


class EndingDiffers(Refusal, frozen=True, tag="ending_differs"):
    """Stopping was called with another ending."""

    called: Ending
    told: Ending


class TransferMissing(Refusal, frozen=True, tag="transfer_missing"):
    """A transfer says where, to whom, running or stopped, and what the line holds."""


class CompletedIsNotAStop(Refusal, frozen=True, tag="completed_is_not_a_stop"):
    pass
