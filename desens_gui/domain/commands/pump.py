"""What a person reports of pump, bag, label, line and IV site."""

from __future__ import annotations

from desens_gui.domain.events.pump import BagReading, IvSite, Label
from desens_gui.domain.fact import Order
from desens_gui.domain.instants import Utc
from desens_gui.domain.policy import Connection
from desens_gui.domain.proof import TelephoneWord
from desens_gui.domain.quantities import Rate


class ReportPumpRunning(Order, frozen=True, tag="report_pump_running"):
    """The rate as typed from the pump."""

    rate_ml_h: Rate
    at: Utc | None = None


class ReportPumpStopped(Order, frozen=True, tag="report_pump_stopped"):
    at: Utc | None = None


class ReportRateSet(Order, frozen=True, tag="report_rate_set"):
    """The rate as typed from the stopped pump, before the new bag is connected."""

    rate_ml_h: Rate


class ReadLabel(Order, frozen=True, tag="read_label"):
    label: Label


class ReportConnected(Order, frozen=True, tag="report_connected"):
    connection: Connection
    primed_with_bag: int


class DoubleCheckBag(Order, frozen=True, tag="double_check_bag"):
    reading: BagReading
    telephone: TelephoneWord | None = None


class ReportIvSite(Order, frozen=True, tag="report_iv_site"):
    site: IvSite
