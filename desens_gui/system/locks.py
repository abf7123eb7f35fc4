"""One chair program for each workstation, one writer for each session file: the locks, and who holds them.

Held by the operating system for this process, so a crash frees them. A note beside it names the holder.
"""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from desens_gui.system.clock import SystemClock
from desens_gui.system.zones import system_zone
from desens_gui.wording.writers import Writer

_PATIENCE_S = 0.2  # another program only looks whether it is free, or gives it up this moment


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who has it: process, machine, since when, there. server: where a chair program is asked (see app)."""

    pid: int
    machine: str
    since_us: int
    zone_offset_min: int
    session: str | None = None
    server: str | None = None


class Taken(Exception):
    """Another program has it; holder None: it has not said who it is."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(holder)
        self.holder = holder


class ChairTaken(Taken):
    """Another program has the chair."""


class SessionTaken(Taken):
    """Another program, or another machine, writes this session."""


class _Held:
    """A lock file and the note beside it."""

    def __init__(self, lock: Path, note: Path, taken: type[Taken]) -> None:
        self._lock = FileLock(lock, thread_local=False)
        self._note = note
        self._taken = taken
        self._since_us = 0

    def acquire(self) -> None:
        """Taken, almost at once, if another program has it; OSError if the folder cannot be written."""
        try:
            self._lock.acquire(timeout=_PATIENCE_S, poll_interval=_PATIENCE_S / 10)
        except Timeout as error:
            raise self._taken(read_holder(self._note)) from error
        self._since_us = SystemClock().now().utc_us

    def tell(self, session: Path | None, server: str | None = None) -> None:
        """Leave word for a second program. A courtesy, never an error."""
        holder = Holder(
            pid=os.getpid(),
            machine=platform.node(),
            since_us=self._since_us,
            zone_offset_min=system_zone().offset_min(self._since_us),
            session=str(session) if session is not None else None,
            server=server,
        )
        half = self._note.with_name(self._note.name + ".part")
        with suppress(OSError):
            half.write_bytes(msgspec.json.encode(holder))
            half.replace(self._note)

    def release(self) -> None:
        """Free for the next; nothing if it was not held."""
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._let_go()

    def _let_go(self) -> None:
        self._lock.release()


class ChairLock(_Held):
    """ChairTaken where another program of this data folder has the chair."""

    def __init__(self, data: Path) -> None:
        super().__init__(data / "chair.lock", data / "chair.json", ChairTaken)

    def acquire(self) -> None:
        super().acquire()
        self.tell(None)


class SessionLock(_Held):
    """One writer for a session file, at this machine and at any other that sees the file.

    Beside the file, so that a second machine finds it on a share. There locks may not work across machines,
    so a note that another machine left counts as taken, whether that machine still runs or not: what was
    begun there goes on there, or is taken over as a new part.
    """

    def __init__(self, session: Path) -> None:
        self._file = session.with_name(f".{session.name}.lock")
        super().__init__(self._file, session.with_name(f".{session.name}.writer"), SessionTaken)
        self.session = session

    def acquire(self, *, over_a_note: bool = False) -> None:
        """over_a_note: a person says that the other machine which left its note is off."""
        super().acquire()
        holder = read_holder(self._note)
        if holder is not None and holder.machine != platform.node() and not over_a_note:
            self._lock.release()
            raise SessionTaken(holder)
        self.tell(self.session)

    def _let_go(self) -> None:
        """The file goes while it is still held: who opened it before finds it without a name."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        super()._let_go()


def writer_of(holder: Holder | None) -> Writer | None:
    """As it is said to a person."""
    if holder is None:
        return None
    return Writer(
        workstation=holder.machine,
        process=holder.pid,
        since_us=holder.since_us,
        zone_offset_min=holder.zone_offset_min,
    )


def read_holder(note: Path) -> Holder | None:
    """None where nothing readable was left."""
    try:
        return msgspec.json.decode(note.read_bytes(), type=Holder)
    except (OSError, msgspec.MsgspecError):
        return None
