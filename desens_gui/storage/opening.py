"""The one way to open a session file for writing."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from desens_gui.storage.connecting import (
    SessionConnection,
    connect_to_write,
    header_of,
    is_open_here,
)
from desens_gui.storage.journal import journal_of, require_own
from desens_gui.storage.keys import Encrypting
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


def create_session(path: Path, layout: Layout = SESSION, *, encrypting: Encrypting | None = None) -> None:
    """Make a new, empty session file that only its owner may read; NameTaken if there is one.

    encrypting: with a key that this process holds; None: a plain file.
    """
    with problems_named():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            _lay_out(path, layout, encrypting.header() if encrypting is not None else b"")
            sync_folder(path.parent)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _lay_out(path: Path, layout: Layout, header: bytes) -> None:
    connection = connect_to_write(path, header, BUSY_WAIT_S)
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
    if header and header_of(path) != header:
        raise NotSafe("the new file does not begin as its key says")


def open_session(
    path: Path, factory: type[SessionConnection] = SessionConnection, layout: Layout = SESSION
) -> SessionConnection:
    """Open for writing: recovers what a crash left, checks kind and schema. One thread opens and closes.

    Locked for an encrypted file without its key. factory: of a plain file.
    """
    with problems_named():
        require_file(path)
        if not is_open_here(path):
            require_own(journal_of(path))
        connection = connect_to_write(path, header_of(path), BUSY_WAIT_S, factory)
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
