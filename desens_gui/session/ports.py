"""What a session needs from outside: time, ids, a display zone, a durable log."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

import msgspec

from desens_gui.course.sounding import Tone
from desens_gui.domain.compare_code import code
from desens_gui.domain.events.every import Event
from desens_gui.domain.instants import Instant
from desens_gui.domain.recorded import Recorded

NO_HASH = "0" * 64


class Clock(Protocol):
    def now(self) -> Instant:
        """Boot clock, monotonic clock, wall time and boot id, read together."""
        ...


class Ids(Protocol):
    def uuid(self) -> str:
        """A new id of an event or a session, unique everywhere."""
        ...

    def short(self) -> str:
        """A short random id for a file name, without letters that are misread."""
        ...


class Zone(Protocol):
    """The zone in which times are shown."""

    @property
    def name(self) -> str: ...

    def offset_min(self, utc_us: int) -> int:
        """Minutes that local time is ahead of UTC at that moment."""
        ...


class Ack(msgspec.Struct, frozen=True):
    """An event is durable; utc_us is when that was known, in microseconds since 1970."""

    seq: int
    uuid: str
    utc_us: int


class Head(msgspec.Struct, frozen=True):
    """The last durable entry of a log: its number and its hash; 0 and NO_HASH while the log is empty."""

    seq: int = 0
    hash: str = NO_HASH

    @property
    def code(self) -> str:
        """What a person compares; "" where nothing has a hash."""
        return code(self.seq, self.hash) if self.hash != NO_HASH else ""


EMPTY = Head()


class SessionLog(Protocol):
    """Takes facts in their order. Each is acknowledged once it is durable, to a callback given at making."""

    def append(self, records: Sequence[Recorded[Event]]) -> None:
        """Take the facts of one decision, durable all or none; ValueError if their numbers do not follow on.

        A log that writes at once raises its storage problem here, and the same facts may be appended again.
        """
        ...

    @property
    def head(self) -> Head:
        """The last durable entry."""
        ...

    @property
    def waiting(self) -> int:
        """How many facts were taken and are not durable yet."""
        ...

    @property
    def problem(self) -> Exception | None:
        """What stands between the facts and their durable place now; None while all is well."""
        ...

    def close(self, timeout_s: float = 5.0) -> bool:
        """Write what waits, for at most so long; whether nothing was left behind."""
        ...


class SoundFault(StrEnum):
    """Why nothing can be heard."""

    NO_DEVICE = "no_device"
    NOT_OPENED = "not_opened"
    MUTED = "muted"
    NO_FILE = "no_file"


class Sound(Protocol):
    """Plays a burst without waiting for it and never fails; what stands in the way is asked for."""

    def play(self, tone: Tone) -> None:
        """Now, in the place of whatever plays."""
        ...

    @property
    def playing(self) -> bool: ...

    @property
    def fault(self) -> SoundFault | None:
        """None while all is well, or before anything is known."""
        ...
