"""Facts to store where it does not matter what they say, and what a session file holds."""

from __future__ import annotations

from pathlib import Path

from desens_gui.domain.events.check import NoteRecorded
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.setup import SessionOpened
from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.recorded import PROGRAM, Recorded
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import Altered, Why
from desens_gui.storage.schema import schema_digest
from desens_gui.storage.verify import checked

_MEMORY = Path("/dev/shm")
STAMP = Instant(1, 1, 1_700_000_000_000_000, "boot")


def memory() -> Path | None:
    """A folder whose syncs cost nothing, for what is thrown away; None: the system's own."""
    return _MEMORY if _MEMORY.is_dir() else None


def fact(seq: int, uuid: str, event: Event) -> Recorded[Event]:
    return Recorded(
        seq=seq,
        uuid=uuid,
        stamp=STAMP,
        zone_offset_min=0,
        actor=PROGRAM,
        second_person=None,
        workstation="reliability",
        event=event,
    )


def note(text: str = "as ordered") -> NoteRecorded:
    return NoteRecorded(text=text, at=Utc(STAMP.utc_us))


def opened(session: Path) -> SessionOpened:
    return SessionOpened(
        session_id=session.stem,
        schema_digest=schema_digest(),
        program="reliability",
        zone="UTC",
        simulated=True,
    )


def hashes(path: Path) -> list[str]:
    """Of every entry in its order, checked by the program; what a crash left is recovered on the way."""
    connection = open_session(path)
    try:
        return [link.hash for _, link in checked(connection)]
    except Altered as problem:
        if problem.why is not Why.NO_ENTRIES:
            raise
        return []
    finally:
        connection.close()
