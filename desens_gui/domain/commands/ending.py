"""From the empty bag to the closed session."""

from __future__ import annotations

from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.fact import Order
from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import Volume


class ReportBagEmpty(Order, frozen=True, tag="report_bag_empty"):
    at: Utc | None = None
    reason: str = ""


class ReportFlushed(Order, frozen=True, tag="report_flushed"):
    volume_ml: Volume
    at: Utc | None = None


class StopToday(Order, frozen=True, tag="stop_today"):
    ending: Ending
    words: str = ""
    transfer: Transfer | None = None


class EndSession(Order, frozen=True, tag="end_session"):
    """Close the session. cut_short_by: who lets the patient leave before the observation is over."""

    ending: Ending
    cut_short_by: str = ""
