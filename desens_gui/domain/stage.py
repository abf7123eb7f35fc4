"""Where a session stands. One of these at a time; a combination that makes no sense cannot be written."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.pump import Label
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.quantities import Rate


class SettingUp(msgspec.Struct, frozen=True, tag="set_up"):
    """Nothing runs, nothing counts as given."""


class ChangingBag(msgspec.Struct, frozen=True, kw_only=True, tag="bag_change"):
    """The next bag is hung, in the order of SAFETY S3; ends when the pump is confirmed running."""

    from_bag: int | None
    to_bag: int
    to_step: int
    begun_ns: int
    rate: Rate | None = None
    label_ns: int | None = None
    label: Label | None = None
    label_by: str = ""
    connected: bool = False
    double_checked: bool = False
    iv_site_seen: bool = False


class Stepping(msgspec.Struct, frozen=True, tag="step"):
    """A step runs, as reported."""


class GoingUp(msgspec.Struct, frozen=True, kw_only=True, tag="going_up"):
    """The nurse was told the next rate; the old one counts until the pump is reported."""

    to_step: int
    rate: Rate
    commanded_ns: int


class Paused(msgspec.Struct, frozen=True, kw_only=True, tag="paused"):
    """Stopping was asked at called_ns; whether the pump stopped is what was reported of it."""

    reason: PauseReason
    called_ns: int


class Resuming(msgspec.Struct, frozen=True, kw_only=True, tag="resuming"):
    """The nurse was told to start the pump again."""

    step: int
    rate: Rate
    from_start: bool
    commanded_ns: int


class Flushing(msgspec.Struct, frozen=True, kw_only=True, tag="flush"):
    """The last bag is empty since since_ns; the line still holds drug until it is flushed."""

    since_ns: int
    flushed: bool = False
    flushed_ns: int | None = None


class Stopping(msgspec.Struct, frozen=True, kw_only=True, tag="stopping"):
    """Desensitization ends today with this ending, once the pump is reported stopped."""

    ending: Ending
    called_ns: int
    transfer: Transfer | None = None


class Observing(msgspec.Struct, frozen=True, kw_only=True, tag="observation"):
    """The drug is over. ending None: nothing has been decided against "completed"."""

    since_ns: int
    ending: Ending | None = None


class Ended(msgspec.Struct, frozen=True, kw_only=True, tag="ended"):
    ending: Ending
    at_ns: int


Calm: TypeAlias = (
    SettingUp | ChangingBag | Stepping | GoingUp | Paused | Resuming | Flushing | Stopping | Observing | Ended
)


class Reacting(msgspec.Struct, frozen=True, kw_only=True, tag="reaction"):
    """A reaction is open; before: where the session goes back to if it was entered in error."""

    called_ns: int
    before: Calm
    pump_stopped: bool
    """The pump was reported stopped after the call."""


Stage: TypeAlias = Calm | Reacting
