"""The one way to open a session file for writing."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from desens_gui.storage.journal import journal_of, require_own
from desens_gui.storage.problems import Altered, NotASession, UnknownNewer, Why, problems_named
from desens_gui.storage.schema import APPLICATION_ID, STATEMENTS, VERSION

BUSY_WAIT_S = 2.0

# What a session file needs to survive a power cut and to trust nothing in it. Set on every connection and
# read back: synchronous is not stored in the file, and some builds of SQLite ignore a pragma without a word.
# Never locking_mode=EXCLUSIVE: it leaves a journal with the name beside the file and locks readers out.
WRITING: Mapping[str, str | int] = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA: FULL loses the last acknowledged commit at a power cut
    "fullfsync": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "foreign_keys": 1,
    "recursive_triggers": 1,
}


class Layout(NamedTuple):
    """What makes a file one of a kind: the number in its header, the schema's version and its very words."""

    application_id: int
    version: int
    statements: tuple[str, ...]


SESSION = Layout(APPLICATION_ID, VERSION, STATEMENTS)


class NotSafe(Exception):
    """This build of SQLite did not take a pragma: it cannot hold a record."""


class SessionConnection(sqlite3.Connection):
    """A connection that remembers which file this process has open (see `is_open_here`)."""

    file: tuple[int, int] | None = None

    def close(self) -> None:
        super().close()
        if self.file is not None:
            _open_here.remove(self.file)
            self.file = None


_open_here: list[tuple[int, int]] = []


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open for writing.

    POSIX drops every lock a process holds on a file as soon as it closes any descriptor of it: such a file
    must not be opened beside SQLite, not even to read its first bytes.
    """
    status = path.stat()
    return (status.st_dev, status.st_ino) in _open_here


def create_session(path: Path, layout: Layout = SESSION) -> None:
    """Make a new, empty session file that only its owner may read; NameTaken if there is one."""
    with problems_named():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            _lay_out(path, layout)
            sync_folder(path.parent)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _lay_out(path: Path, layout: Layout) -> None:
    connection = _connect(path, SessionConnection)
    try:
        apply(connection, WRITING)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id={layout.application_id}")
        connection.execute(f"PRAGMA user_version={layout.version}")
        for statement in layout.statements:
            connection.execute(statement)
        connection.execute("COMMIT")
    finally:
        connection.close()


def open_session(
    path: Path, factory: type[SessionConnection] = SessionConnection, layout: Layout = SESSION
) -> SessionConnection:
    """Open for writing: recovers what a crash left, checks kind and schema. One thread opens and closes."""
    with problems_named():
        require_file(path)
        if not is_open_here(path):
            require_own(journal_of(path))
        connection = _connect(path, factory)
        try:
            check_kind(connection, layout)
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
                raise Altered(Why.HEADER)
            apply(connection, WRITING)
            check_schema(connection, layout)
        except BaseException:
            connection.close()
            raise
        return connection


def require_file(path: Path) -> None:
    """NotASession for a folder or a device, before anything could hang on it; OSError where nothing is."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise NotASession


def _connect(path: Path, factory: type[SessionConnection]) -> SessionConnection:
    status = path.stat()
    connection = sqlite3.connect(
        path.absolute().as_uri() + "?mode=rw",
        uri=True,
        timeout=BUSY_WAIT_S,
        isolation_level=None,  # every transaction is begun aloud
        factory=factory,
    )
    connection.file = (status.st_dev, status.st_ino)
    _open_here.append(connection.file)
    connection.text_factory = text
    return connection


def text(raw: bytes) -> str:
    """Text as it stands, even where its bytes were damaged: the chain reports it, not the decoder."""
    return raw.decode("utf-8", "surrogateescape")


def apply(connection: sqlite3.Connection, pragmas: Mapping[str, str | int]) -> None:
    """Set each and read it back."""
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name}={value}")
    for name, value in pragmas.items():
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if name == "mmap_size" and row is None:
            continue  # built without memory mapping
        if row is None or str(row[0]) != str(value):
            raise NotSafe(f"PRAGMA {name} is {row and row[0]}, not {value}")


def check_kind(connection: sqlite3.Connection, layout: Layout = SESSION) -> None:
    """NotASession, or UnknownNewer for a schema of a newer program."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != layout.application_id:
        raise NotASession
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > layout.version:
        raise UnknownNewer(f"schema {version}")
    if version != layout.version:
        raise Altered(Why.SCHEMA)


def check_schema(connection: sqlite3.Connection, layout: Layout = SESSION) -> None:
    """Word for word ours, nothing more and nothing less."""
    if _schema_of(connection) != _our_schema(layout.statements):
        raise Altered(Why.SCHEMA)


@cache
def _our_schema(statements: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for statement in statements:
            connection.execute(statement)
        return _schema_of(connection)
    finally:
        connection.close()


def _schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def sync_folder(folder: Path) -> None:
    """Make a new name in the folder durable."""
    if os.name == "nt":
        return  # NTFS journals names; a folder cannot be opened there
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
