"""The session of this workstation: the interrupted one goes on, else a new file begins."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from desens_gui import __version__
from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.setup import SessionOpened
from desens_gui.domain.policy import Policy
from desens_gui.domain.recorded import Recorded
from desens_gui.session.audit import Audit, RefusalsOf
from desens_gui.session.live_session import LiveSession
from desens_gui.session.opening import begin, interrupted, resume
from desens_gui.session.ports import EMPTY, Head
from desens_gui.session.saving import Acks
from desens_gui.storage.ballast import Ballast
from desens_gui.storage.opening import create_session
from desens_gui.storage.problems import OtherWriter, StorageProblem, problem_of_os
from desens_gui.storage.reading import read_session
from desens_gui.storage.schema import schema_digest
from desens_gui.storage.seal import Seal
from desens_gui.storage.session_log import SqliteLog
from desens_gui.storage.writer import SessionWriter
from desens_gui.system.clock import SystemClock
from desens_gui.system.heartbeat import last_alive
from desens_gui.system.ids import SystemIds
from desens_gui.system.locks import SessionLock, SessionTaken, writer_of
from desens_gui.system.paths import Folders, session_name, sessions_in
from desens_gui.system.workstation_key import WorkstationKey
from desens_gui.system.zones import system_zone

Found = list[tuple[Path, Sequence[Recorded[Event]]]]
Unreadable = tuple[tuple[Path, StorageProblem], ...]

PROGRAM_NAME = f"desens {__version__}"
NEWEST = 3
"""So many of the newest files are looked into even where no heartbeat was left."""


class AtChair(msgspec.Struct, frozen=True):
    """The running session, its file, and what could not be read on the way."""

    live: LiveSession
    lock: SessionLock
    unreadable: Unreadable

    @property
    def path(self) -> Path:
        return self.lock.session

    def close(self) -> bool:
        """Write what waits and let another program have the file; whether nothing was left behind."""
        done = self.live.close()
        self.lock.release()
        return done


def open_at_chair(folders: Folders, policy: Callable[[], Policy], audit: Audit | None = None) -> AtChair:
    """StorageProblem or OSError where nothing can be written. audit: is told what the session refuses."""
    folders.make()
    clock, ids, zone = SystemClock(), SystemIds(), system_zone()
    seal = Seal(WorkstationKey(folders.key))
    workstation = platform.node() or "workstation"
    found, unreadable = _readable(folders, seal)
    lock, taken = _to_go_on_with(found, workstation)
    if lock is None:
        path = folders.sessions / session_name(clock.now().utc_us, zone, ids)
        lock = _locked(path)
        create_session(path)
    path = lock.session
    records = dict(found).get(path, ())
    acks = Acks()
    writer = SessionWriter(
        path,
        clock=clock,
        on_ack=acks,
        on_problem=_told_by_the_log,
        ballast=Ballast(folders.ballast),
        since=_head(path, clock) if records else EMPTY,
        seal=seal,
    )
    live = LiveSession(
        log=writer,
        acks=acks,
        clock=clock,
        ids=ids,
        zone=zone,
        workstation=workstation,
        records=records,
        audit=RefusalsOf(audit, _session_id(path, records)) if audit is not None else None,
    )
    if records:
        resume(live, PROGRAM_NAME, last_alive(folders.heartbeat(path)))
    else:
        opening = OpenSession(
            session_id=path.stem,
            schema_digest=schema_digest(),
            program=PROGRAM_NAME,
            zone=zone.name,
            simulated=False,
        )
        begin(live, opening, policy())
    return AtChair(live, lock, (*taken, *unreadable))


def _session_id(path: Path, records: Sequence[Recorded[Event]]) -> str:
    """As it was opened: a file may have another name by now."""
    opened = records[0].event if records else None
    return opened.session_id if isinstance(opened, SessionOpened) else path.stem


def _to_go_on_with(found: Found, workstation: str) -> tuple[SessionLock | None, Unreadable]:
    """The interrupted session, locked; those that another program writes are left to it, by name."""
    left: dict[Path, Sequence[Recorded[Event]]] = dict(found)
    taken: list[tuple[Path, StorageProblem]] = []
    while (path := interrupted(left.items(), workstation)) is not None:
        try:
            return _locked(path), tuple(taken)
        except OtherWriter as problem:
            taken.append((path, problem))
            del left[path]
    return None, tuple(taken)


def _locked(path: Path) -> SessionLock:
    lock = SessionLock(path)
    try:
        lock.acquire()
    except SessionTaken as taken:
        raise OtherWriter(writer_of(taken.holder)) from taken
    except OSError as error:
        raise problem_of_os(error) from error
    return lock


def _readable(folders: Folders, seal: Seal) -> tuple[Found, Unreadable]:
    """Those that may have been interrupted: a session that is over leaves no heartbeat.

    A file that cannot be read never stands in the way of a new session; it is named.
    """
    found: Found = []
    unreadable: list[tuple[Path, StorageProblem]] = []
    every = sessions_in(folders.sessions)
    for path in (path for path in every if path in every[:NEWEST] or folders.heartbeat(path).exists()):
        try:
            found.append((path, read_session(path, seal)))
        except StorageProblem as problem:
            unreadable.append((path, problem))
    return found, tuple(unreadable)


def _head(path: Path, clock: SystemClock) -> Head:
    log = SqliteLog(path, clock=clock)
    try:
        return log.head
    finally:
        log.close()


def _told_by_the_log(_problem: StorageProblem) -> None:
    """The screen asks the log itself what stands in the way."""
