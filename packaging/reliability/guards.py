"""One quick check for each protection of the record: what got past it, by name; nothing when it holds.

`protections` takes each protection out and expects its check to find something.
"""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from desens_gui.domain.events.every import Event
from desens_gui.session.simulated_clock import SimulatedClock
from desens_gui.storage import copying, seal
from desens_gui.storage.chain import START, Row, chained
from desens_gui.storage.codec import encode
from desens_gui.storage.connecting import SessionConnection
from desens_gui.storage.opening import create_session, open_session
from desens_gui.storage.problems import OtherWriter, StorageProblem
from desens_gui.storage.schema import COLUMNS, TRIGGERS
from desens_gui.storage.seal import Seal, fingerprint
from desens_gui.storage.session_log import SqliteLog
from desens_gui.storage.verify import State, verify
from desens_gui.system.locks import ChairLock, SessionLock, Taken
from reliability.crafted import INSERT, shortened, sql
from reliability.facts import fact, note, opened

Guard = Callable[[Path], list[str]]
"""Tries in an empty folder what the protection is for."""

LENGTH = 6
KEY = b"workstation key of these checks."
_CLOCK = SimulatedClock(0)


def session(folder: Path, name: str = "s.desens", sealed: Seal | None = None) -> Path:
    """A session of some entries."""
    path = folder / name
    create_session(path)
    log = SqliteLog(path, clock=_CLOCK, seal=sealed)
    events: list[Event] = [opened(path), *(note(f"note {number}") for number in range(2, LENGTH + 1))]
    log.append([fact(seq, f"{name} {seq}", each) for seq, each in enumerate(events, 1)])
    log.close()
    return path


def unguarded(path: Path, *statements: str) -> None:
    """As a stranger does who takes the triggers away for the while."""
    drops = [f"DROP TRIGGER IF EXISTS {trigger.split()[2]}" for trigger in TRIGGERS]
    sql(*drops, *statements, *TRIGGERS)(path)


def rows(path: Path) -> list[Row]:
    connection = sqlite3.connect(path)
    try:
        return [dict(zip(COLUMNS, row, strict=True)) for row in connection.execute("SELECT * FROM event")]
    finally:
        connection.close()


def seen_as_altered(path: Path, what: str, *asked: Any, **named: Any) -> list[str]:
    """verify must say so."""
    state = verify(path, *asked, **named).state
    return [] if state is State.ALTERED else [f"{what}: {state}"]


def content(folder: Path) -> list[str]:
    """A changed value in any column of an entry."""
    got = []
    for column in ("payload", "utc", "boot_ns", "actor", "role", "second_person", "workstation", "uuid"):
        path = session(folder, f"{column}.desens")
        value = "7" if column == "boot_ns" else "'{}'" if column == "payload" else "'other'"
        unguarded(path, f"UPDATE event SET {column} = {value} WHERE seq = 3")
        got += seen_as_altered(path, column)
    return got


def end_missing(folder: Path) -> list[str]:
    """The last entries taken away, by whoever holds the code."""
    path = session(folder)
    code = verify(path).code
    path.write_bytes(shortened(path))
    return seen_as_altered(path, "entries missing at the end", code)


def all_again(folder: Path) -> list[str]:
    """An entry changed and the chain made anew: only the key shows it."""
    path = session(folder, sealed=Seal(lambda: KEY))
    _made_anew(path, _forged)
    got = seen_as_altered(path, "forged seals", key=Seal(lambda: KEY))
    _made_anew(path, lambda _digest: None)
    return got + seen_as_altered(path, "no seals", key=Seal(lambda: KEY), whole=True)


def _made_anew(path: Path, seal_of: Callable[[str], str | None]) -> None:
    link, anew = START, []
    for row in rows(path):
        changed = {**row, "payload": row["payload"] if row["seq"] == 1 else encode(note("other"))}
        plain = {name: value for name, value in changed.items() if name not in ("prev_hash", "hash", "seal")}
        linked, link = chained(plain, link)
        anew.append({**linked, "seal": seal_of(link.hash)})
    unguarded(path, "DELETE FROM event")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executemany(INSERT, [[row[name] for name in COLUMNS] for row in anew])
    connection.close()


def _forged(digest: str) -> str:
    """The name of the key is no secret, and neither are the check digits."""
    body = f"{fingerprint(KEY)}-{'0' * 64}"
    return f"{body}-{seal._check(body, digest)}"


class _ErrorAfterCommit(SessionConnection):
    """The disk reports an error although everything was written."""

    def execute(self, statement: str, *rest: Any) -> sqlite3.Cursor:
        done = super().execute(statement, *rest)
        if statement == "COMMIT":
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return done


def written_twice(folder: Path) -> list[str]:
    """A commit that took place and reported an error is tried again."""
    path = session(folder)
    facts = [fact(LENGTH + 1, "again", note())]
    log = SqliteLog(path, clock=_CLOCK, connect=lambda each: open_session(each, _ErrorAfterCommit))
    head = log.head
    try:
        log.append(facts)
        return ["no error"]
    except StorageProblem:
        log.close()
    log = SqliteLog(path, clock=_CLOCK, since=head)
    try:
        log.append(facts)
        stored = [record.uuid for record in log.read_all()]
    except sqlite3.Error as error:
        return [f"the retry fails: {error}"]
    finally:
        log.close()
    return [] if stored.count("again") == 1 and len(stored) == LENGTH + 1 else [f"stored: {stored}"]


def copy_damaged(folder: Path) -> list[str]:
    """A medium that does not keep what is written to it."""
    real = copying._vacuumed

    def damaged(private: Path, part: Path) -> tuple[str, ...]:
        entries = real(private, part)
        unguarded(part, "UPDATE event SET actor = 'other' WHERE seq = 2")
        return entries

    with instead(copying, "_vacuumed", damaged):
        return _copied(folder)


def copy_damaged_later(folder: Path) -> list[str]:
    """A medium that loses what was verified already."""
    target = _target(folder)

    def damaged(_folder: Path) -> None:
        whole = target.read_bytes()
        target.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))

    with instead(copying, "sync_folder", damaged):
        return _copied(folder)


def _target(folder: Path) -> Path:
    return folder / "backup.desens"


def _copied(folder: Path) -> list[str]:
    path = session(folder)
    try:
        copying.copy_whole(path, _target(folder))
    except StorageProblem:
        return []
    return ["a damaged copy counts as one"]


@contextmanager
def instead(where: object, name: str, new: object) -> Iterator[None]:
    old = getattr(where, name)
    setattr(where, name, new)
    try:
        yield
    finally:
        setattr(where, name, old)


def changed_by(statement: str) -> Guard:
    """What any SQLite tool tries with its own settings: recursive_triggers is off there."""

    def tried(folder: Path) -> list[str]:
        path = session(folder)
        before = rows(path)
        with suppress(sqlite3.Error):
            sql(statement)(path)
        return [statement] * (rows(path) != before)

    return tried


ANOTHER = (
    f"INSERT OR REPLACE INTO event SELECT {', '.join(COLUMNS).replace('payload', chr(39) + '{}' + chr(39))} "
    "FROM event WHERE seq = 3"
)


def two_at_a_chair(folder: Path) -> list[str]:
    return _both(ChairLock(folder), ChairLock(folder))


def two_writers(folder: Path) -> list[str]:
    path = session(folder)
    return _both(SessionLock(path), SessionLock(path))


def _both(first: ChairLock | SessionLock, second: ChairLock | SessionLock) -> list[str]:
    first.acquire()
    try:
        second.acquire()
    except Taken:
        return []
    finally:
        second.release()
        first.release()
    return ["two at once"]


def written_elsewhere(folder: Path) -> list[str]:
    """A share on which the locks of another machine cannot be seen."""
    path = session(folder)
    with instead(platform, "node", lambda: "another machine"):
        SessionLock(path).tell(path)
    return _both(_Nobody(path), SessionLock(path))


class _Nobody(SessionLock):
    """Its lock is not seen here."""

    def acquire(self, *, over_a_note: bool = False) -> None:
        """Nothing is taken."""


def other_file(folder: Path) -> list[str]:
    """Under the name lies another session, as long as the one that was open."""
    path, other = session(folder), session(folder, "other.desens")
    log = SqliteLog(path, clock=_CLOCK)
    head = log.head
    log.close()
    other.replace(path)
    try:
        log = SqliteLog(path, clock=_CLOCK, since=head)
    except OtherWriter:
        return []
    log.append([fact(LENGTH + 1, "mine", note())])
    log.close()
    return ["went on in another session"]
