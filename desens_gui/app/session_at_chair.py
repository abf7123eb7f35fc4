"""The session of this workstation: the interrupted one goes on, else a new file begins."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from desens_gui import __version__
from desens_gui.app.keys_here import KeysHere, take_keys
from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.setup import SessionOpened
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.policy import Policy
from desens_gui.domain.recorded import Recorded
from desens_gui.session.audit import Audit, RefusalsOf
from desens_gui.session.live_session import LiveSession
from desens_gui.session.opening import begin, interrupted, resume, untouched
from desens_gui.session.ports import EMPTY, Head, Zone
from desens_gui.session.saving import Acks
from desens_gui.storage.ballast import Ballast
from desens_gui.storage.connecting import header_of
from desens_gui.storage.keys import kind_of
from desens_gui.storage.opening import create_session
from desens_gui.storage.problems import OtherWriter, StorageProblem, problem_of_os
from desens_gui.storage.reading import read_session
from desens_gui.storage.schema import schema_digest
from desens_gui.storage.seal import Seal
from desens_gui.storage.session_log import SqliteLog
from desens_gui.storage.writer import SessionWriter
from desens_gui.system.clock import SystemClock
from desens_gui.system.encryption import Standing
from desens_gui.system.heartbeat import last_alive
from desens_gui.system.ids import SystemIds
from desens_gui.system.locks import SessionLock, SessionTaken, writer_of
from desens_gui.system.paths import Folders, session_name, sessions_in
from desens_gui.system.workstation_key import WorkstationKey
from desens_gui.system.zones import DisplayZone, UnknownZone, system_zone
from desens_gui.wording.writers import Writer

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
    go: Callable[[], None]
    """The first window stands: from now on the file is written."""
    encryption: Standing

    @property
    def path(self) -> Path:
        return self.lock.session

    def close(self) -> bool:
        """Write what waits and let another program have the file; whether nothing was left behind."""
        done = self.live.close()
        self.lock.release()
        return done


def workstation() -> str:
    """The name of this machine, as it stands in every entry."""
    return platform.node() or "workstation"


def open_at_chair(folders: Folders, policy: Callable[[], Policy], audit: Audit | None = None) -> AtChair:
    """StorageProblem or OSError where nothing can be written. audit: is told what the session refuses."""
    folders.make()
    clock, zone = SystemClock(), system_zone()
    seal, keys = Seal(WorkstationKey(folders.key)), take_keys(folders)
    found, unreadable = _readable(folders, seal)
    stands = policy()
    kept = [each for each in found if not _outdated(*each, stands, keys)]
    lock, taken = _to_go_on_with(kept, workstation())
    if lock is not None:
        live, go = _live(lock.session, folders, read_session(lock.session, seal), audit)
        resume(live, PROGRAM_NAME, last_alive(folders.heartbeat(lock.session)))
    else:
        path = folders.sessions / session_name(clock.now().utc_us, zone, SystemIds())
        lock = _locked(path)
        create_session(path, encrypting=keys.encrypting)
        live, go = _live(path, folders, audit=audit)
        opening = OpenSession(
            session_id=path.stem,
            schema_digest=schema_digest(),
            program=PROGRAM_NAME,
            zone=zone.name,
            simulated=False,
        )
        begin(live, opening, stands)
    return AtChair(live, lock, (*taken, *unreadable), go, keys.standing)


def _outdated(path: Path, records: Sequence[Recorded[Event]], stands: Policy, keys: KeysHere) -> bool:
    """A draft nobody is in, from before the site's policy or encryption: a new file takes its place."""
    if not untouched(records):
        return False
    state = fold(records)
    in_clear = keys.encrypting is not None and kind_of(header_of(path)) is None
    return in_clear or (state is not None and state.policy != stands)


def _session_id(path: Path, records: Sequence[Recorded[Event]]) -> str:
    """As it was opened: a file may have another name by now."""
    opened = records[0].event if records else None
    return opened.session_id if isinstance(opened, SessionOpened) else path.stem


def reopened(path: Path, folders: Folders) -> AtChair:
    """This session and no other, nothing recorded yet. OtherWriter where it is of another machine."""
    keys = take_keys(folders)
    lock = _locked(path)
    try:
        records = read_session(path, Seal(WorkstationKey(folders.key)))
        last = records[-1]
        if last.workstation != workstation():
            raise OtherWriter(Writer(last.workstation, last.stamp.utc_us, last.zone_offset_min))
        live, go = _live(path, folders, records)
        return AtChair(live, lock, (), go, keys.standing)
    except BaseException:
        lock.release()
        raise


def _live(
    path: Path,
    folders: Folders,
    records: Sequence[Recorded[Event]] = (),
    audit: Audit | None = None,
) -> tuple[LiveSession, Callable[[], None]]:
    """The session, and what lets its writer go. records: what the file holds, read while it was locked."""
    clock, acks = SystemClock(), Acks()
    writer = SessionWriter(
        path,
        clock=clock,
        on_ack=acks,
        on_problem=_told_by_the_log,
        ballast=Ballast(folders.ballast),
        since=_head(path, clock) if records else EMPTY,
        seal=Seal(WorkstationKey(folders.key)),
        held=True,
    )
    live = LiveSession(
        log=writer,
        acks=acks,
        clock=clock,
        ids=SystemIds(),
        zone=zone_of(records),
        workstation=workstation(),
        records=records,
        audit=RefusalsOf(audit, _session_id(path, records)) if audit is not None else None,
    )
    return live, writer.go


def zone_of(records: Sequence[Recorded[Event]]) -> Zone:
    """The display zone that the session was opened with; this machine's for a new one (DESIGN 6)."""
    state = fold(records[:1])
    try:
        return system_zone() if state is None else DisplayZone(state.opened.zone)
    except UnknownZone:
        return system_zone()


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
