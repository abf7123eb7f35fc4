"""Opening a private copy for reading, as if its maker meant harm: limits, exact schema, only reading."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from desens_gui.storage.connecting import connect, header_of
from desens_gui.storage.opening import apply, check_kind, check_schema
from desens_gui.storage.problems import Altered, Why, damage_named
from desens_gui.storage.schema import COLUMNS

READING: Mapping[str, str | int] = {
    "query_only": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "mmap_size": 0,
}
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 50_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 10,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_HEAP_BYTES = 128 * 1024 * 1024  # of all connections of this process; ours take a few megabytes
_EACH, _MOST = 10_000, 3_000
"""Steps of SQLite between two looks, and how many looks: fifty times what a long session takes."""


def open_read_only(copy: Path) -> sqlite3.Connection:
    """A copy that nobody writes to; checks kind, schema and every page. Then only entries can be read."""
    with damage_named():
        connection = connect(copy, "ro&immutable=1", header_of(copy))
        try:
            limit(connection)
            check_kind(connection)
            apply(connection, READING)
            check_schema(connection)  # before anything in it could run: CHECKs are code too
            if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                raise Altered(Why.DAMAGED)
            connection.set_authorizer(_may)
        except BaseException:
            connection.close()
            raise
        return connection


def limit(connection: sqlite3.Connection) -> None:
    """What the connection may cost, whatever the file asks of it.

    The driver of encrypted files cannot set single limits: the size of the file bounds them, and nobody makes
    such a file who does not hold its key.
    """
    if isinstance(connection, sqlite3.Connection):
        for name, value in _LIMITS.items():
            connection.setlimit(name, value)
    connection.execute(f"PRAGMA hard_heap_limit={_HEAP_BYTES}")
    defend = getattr(connection, "setconfig", None)  # from Python 3.12 on
    if defend is not None:
        defend(1010, True)  # SQLITE_DBCONFIG_DEFENSIVE
    looks = 0

    def enough() -> int:
        nonlocal looks
        looks += 1
        return looks > _MOST

    connection.set_progress_handler(enough, _EACH)


def _may(action: int, first: str | None, second: str | None, _db: str | None, _from: str | None) -> int:
    """Reading entries, and asking how the connection is set."""
    match action:
        case sqlite3.SQLITE_SELECT:
            allowed = True
        case sqlite3.SQLITE_READ:
            allowed = first == "event" and (second in COLUMNS or second == "")  # "": count(*)
        case sqlite3.SQLITE_FUNCTION:
            allowed = second == "count"
        case sqlite3.SQLITE_PRAGMA:
            allowed = first in READING and second is None
        case _:
            allowed = False
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
