"""Session files for tests, and what a stranger with an SQLite tool does to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.storage.chain import Link, chained
from desens_gui.storage.opening import create_session
from desens_gui.storage.rows import entry_of
from desens_gui.storage.schema import COLUMNS, TRIGGERS
from desens_gui.storage.session_log import SqliteLog
from tests.fake_clock import FakeClock
from tests.storage.facts import session

INSERT = f"INSERT INTO event ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


def stored(path: Path, facts: Sequence[Recorded[Event]]) -> Path:
    """A session file that holds these facts."""
    create_session(path)
    log = SqliteLog(path, clock=FakeClock())
    log.append(facts)
    log.close()
    return path


def session_file(folder: Path, length: int = 8) -> Path:
    return stored(folder / "s.desens", session(length))


def plain(path: Path) -> sqlite3.Connection:
    """As any SQLite tool would open it; the test closes it."""
    return sqlite3.connect(path, isolation_level=None)


def run(path: Path, *statements: str) -> None:
    connection = plain(path)
    try:
        for statement in statements:
            connection.execute(statement)
    finally:
        connection.close()


def tamper(path: Path, *statements: str) -> None:
    """Take the triggers away, change what they guarded, put them back word for word."""
    names = [trigger.split()[2] for trigger in TRIGGERS]
    run(path, *(f"DROP TRIGGER {name}" for name in names), *statements, *TRIGGERS)


def append_raw(path: Path, kind: str, payload: str, **columns: str) -> None:
    """One more entry with a chain that fits, whatever its content: what only a program can do."""
    connection = plain(path)
    try:
        last = Link(*connection.execute("SELECT max(seq), hash FROM event").fetchone())
        entry = entry_of(session(last.seq + 1)[-1])
        row, _ = chained({**entry.row, "kind": kind, "payload": payload, **columns}, last)
        connection.execute(INSERT, [row[name] for name in COLUMNS])
    finally:
        connection.close()


def rechain(path: Path) -> None:
    """Work out every hash again, as a forger would who knows how."""
    connection = plain(path)
    try:
        rows = [
            dict(zip(COLUMNS, values, strict=True))
            for values in connection.execute("SELECT * FROM event ORDER BY seq")
        ]
        link = Link(0, "0" * 64)
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger.split()[2]}")
        connection.execute("DELETE FROM event")
        for row in rows:
            linked, link = chained({**row, "seq": link.seq + 1}, link)
            connection.execute(INSERT, [linked[name] for name in COLUMNS])
        for trigger in TRIGGERS:
            connection.execute(trigger)
    finally:
        connection.close()
