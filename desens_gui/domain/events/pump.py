"""What a person reported of the pump, and the bag change around it. `at` is the moment they reported."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact
from desens_gui.domain.instants import Utc
from desens_gui.domain.policy import Connection
from desens_gui.domain.quantities import Concentration, Rate


class PumpReportedRunning(Fact, frozen=True, tag="pump_reported_running/1"):
    """The rate was typed from the pump, never ticked (SAFETY S4)."""

    rate_ml_h: Rate
    bag: int
    at: Utc


class PumpReportedStopped(Fact, frozen=True, tag="pump_reported_stopped/1"):
    at: Utc


class BagChangeBegun(Fact, frozen=True, tag="bag_change_begun/1"):
    """From bag None: the first bag of the session."""

    from_bag: int | None
    to_bag: int
    to_step: int


class RateSetReported(Fact, frozen=True, tag="rate_set_reported/1"):
    """The new, lower rate was set on the stopped pump before the new bag is connected (SAFETY S3)."""

    rate_ml_h: Rate


class Label(Fact, frozen=True):
    """A bag label as read or scanned."""

    identifier: str
    session_id: str
    plan_revision: int
    bag: int
    concentration: Concentration
    use_before: Utc


class LabelRead(Fact, frozen=True, tag="label_read/1"):
    """All values of the label matched patient, session, current plan, bag and time."""

    label: Label


class SetConnected(Fact, frozen=True, tag="set_connected/1"):
    """The new bag is at the catheter; the bag whose solution fills its set."""

    connection: Connection
    primed_with_bag: int


class BagReading(Fact, frozen=True):
    """What the independent double check reads from pump and label, without the first answers."""

    rate_ml_h: Rate
    bag: int
    concentration: Concentration
    identifier_last4: str


class BagDoubleChecked(Fact, frozen=True, tag="bag_double_checked/1"):
    reading: BagReading


class IvSite(StrEnum):
    WELL = "well"
    NOT_WELL = "not_well"
    CHANGED = "changed"


class IvSiteSeen(Fact, frozen=True, tag="iv_site_seen/1"):
    site: IvSite
