"""Refusals about pump, bag, label and line."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.instants import Utc
from desens_gui.domain.policy import Connection
from desens_gui.domain.quantities import Rate
from desens_gui.domain.refusal import Refusal


class PumpRateDiffers(Refusal, frozen=True, tag="pump_rate_differs"):
    """What the pump shows is not what was told."""

    told: Rate
    typed: Rate


class PumpReadOtherwise(Refusal, frozen=True, tag="pump_read_otherwise"):
    """What whoever takes the chair over reads on the pump is not what the record counts."""

    recorded: Rate
    read: Rate


class PumpNotStopped(Refusal, frozen=True, tag="pump_not_stopped"):
    pass


class PumpAlreadyStopped(Refusal, frozen=True, tag="pump_already_stopped"):
    since: Utc


class LabelDiffers(Refusal, frozen=True, tag="label_differs"):
    """One value of the label, by its name, is not that of patient, session, plan or bag."""

    field: str
    expected: str
    read: str


class BagExpired(Refusal, frozen=True, tag="bag_expired"):
    use_before: Utc
    last_minute: Utc


class PrimedWithOtherBag(Refusal, frozen=True, tag="primed_with_other_bag"):
    needed: int
    told: int


class ConnectionNotCounted(Refusal, frozen=True, tag="connection_not_counted"):
    """The dose at the vein can be counted for an own set at the catheter only."""

    connection: Connection


class BagReadingDiffers(Refusal, frozen=True, tag="bag_reading_differs"):
    """The independent double check read something else; which values, never what was expected."""

    fields: tuple[str, ...]


class BagChangeItem(StrEnum):
    """In the order of SAFETY S3."""

    PUMP_STOPPED = "pump_stopped"
    RATE_SET = "rate_set"
    LABEL_READ = "label_read"
    CONNECTED = "connected"
    DOUBLE_CHECKED = "double_checked"
    IV_SITE = "iv_site"


class BagChangeIncomplete(Refusal, frozen=True, tag="bag_change_incomplete"):
    missing: tuple[BagChangeItem, ...]


class BagNotTheLast(Refusal, frozen=True, tag="bag_not_the_last"):
    bag: int
