"""One chair program for each workstation: the lock in the data folder, and who holds it."""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout


class Holder(msgspec.Struct, frozen=True):
    """Who has the chair: the process, the machine, the session file if one is open."""

    pid: int
    machine: str
    session: str | None = None


class ChairTaken(Exception):
    """Another program has the chair; holder None: it has not said who it is."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(holder)
        self.holder = holder


class ChairLock:
    """Held by the operating system for this process, so a crash frees it."""

    def __init__(self, data: Path) -> None:
        self._lock = FileLock(data / "chair.lock", thread_local=False)
        self._note = data / "chair.json"

    def acquire(self) -> None:
        """ChairTaken, at once, if another program has it; OSError if the folder cannot be written."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise ChairTaken(read_holder(self._note)) from error
        self.tell(None)

    def tell(self, session: Path | None) -> None:
        """Leave word for a second program: which session is at the chair. A courtesy, never an error."""
        holder = Holder(os.getpid(), platform.node(), str(session) if session is not None else None)
        half = self._note.with_suffix(".part")
        with suppress(OSError):
            half.write_bytes(msgspec.json.encode(holder))
            half.replace(self._note)

    def release(self) -> None:
        """Free for the next; nothing if it was not held."""
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release()


def read_holder(note: Path) -> Holder | None:
    """None where nothing readable was left."""
    try:
        return msgspec.json.decode(note.read_bytes(), type=Holder)
    except (OSError, msgspec.MsgspecError):
        return None
