"""From the empty bag to the closed session."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact
from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import Amount, Volume


class Ending(StrEnum):
    """The closed list of SAFETY S5."""

    COMPLETED = "completed"
    STOPPED_REACTION = "stopped_reaction"
    STOPPED_PATIENT_WISH = "stopped_patient_wish"
    STOPPED_AGAINST_ADVICE = "stopped_against_advice"
    STOPPED_IV_ACCESS_LOST = "stopped_iv_access_lost"
    STOPPED_DRUG_BAG_OR_PUMP_ERROR = "stopped_drug_bag_or_pump_error"
    STOPPED_ORDER_CHANGED = "stopped_order_changed"
    TRANSFERRED = "transferred"
    DIED = "died"
    EVACUATED = "evacuated"


class Transfer(Fact, frozen=True):
    """Where to, to whom, whether the pump runs, and what the line still holds."""

    where: str
    to_whom: str
    pump_running: bool
    line_content: str


class BagReportedEmpty(Fact, frozen=True, tag="bag_reported_empty/1"):
    """reason is asked when the bag ran empty more than the policy's tolerance early or late."""

    bag: int
    at: Utc
    reason: str = ""


class LineFlushed(Fact, frozen=True, tag="line_flushed/1"):
    """The line was flushed at the same rate; with the empty bag this completes the dose (SAFETY S12)."""

    volume_ml: Volume
    at: Utc


class ObservationStarted(Fact, frozen=True, tag="observation_started/1"):
    """The drug is over and the pump reported stopped."""

    ending: Ending | None


class StopCalled(Fact, frozen=True, tag="stop_called/1"):
    """Desensitization stops today; the pump counts as running until reported stopped."""

    ending: Ending
    words: str = ""
    transfer: Transfer | None = None


class SessionEnded(Fact, frozen=True, tag="session_ended/1"):
    """tolerance is true only for a full target without an unresolved reaction (SAFETY S5)."""

    ending: Ending
    given: Amount | None
    tolerance: bool
    observation_cut_short_by: str = ""
