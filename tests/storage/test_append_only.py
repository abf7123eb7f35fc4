"""The file itself refuses every change but the next entry, from any SQLite tool."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desens_gui.storage.schema import COLUMNS
from tests.storage.files import INSERT, plain, session_file


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = plain(session_file(tmp_path, 3))
    yield connection
    connection.close()


def rows(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT * FROM event ORDER BY seq").fetchall()


def row(connection: sqlite3.Connection, **changes: object) -> list[object]:
    """The last row, as if it came once more, with changes."""
    last = dict(zip(COLUMNS, rows(connection)[-1], strict=True))
    following = {"seq": 4, "uuid": "new", "prev_hash": last["hash"], "hash": "f" * 64}
    return list({**last, **following, **changes}.values())


SAME = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS)


@pytest.mark.parametrize("triggers", [0, 1])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET payload = '{}' WHERE seq = 2",
        "UPDATE event SET seal = 'x'",
        "UPDATE OR IGNORE event SET actor = 'x'",
        "DELETE FROM event WHERE seq = 3",
        "DELETE FROM event",
    ],
)
def test_no_update_and_no_delete(connection: sqlite3.Connection, statement: str, triggers: int) -> None:
    before = rows(connection)
    connection.execute(f"PRAGMA recursive_triggers={triggers}")
    with pytest.raises(sqlite3.IntegrityError, match="append_only"):
        connection.execute(statement)
    assert rows(connection) == before


@pytest.mark.parametrize("triggers", [0, 1])
@pytest.mark.parametrize("verb", ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE", "UPSERT"])
@pytest.mark.parametrize(
    "changes",
    [
        {"seq": 2},
        {"seq": 3, "prev_hash": "0" * 64},
        {"seq": 5},
        {"seq": None},
        {"seq": 0},
        {"prev_hash": "0" * 64},
        {"uuid": "00000000-0000-4000-8000-000000000002"},
    ],
    ids=repr,
)
def test_only_the_next_entry_goes_in(
    connection: sqlite3.Connection, verb: str, changes: dict[str, object], triggers: int
) -> None:
    before = rows(connection)
    connection.execute(f"PRAGMA recursive_triggers={triggers}")
    statement = INSERT.replace("INSERT", "INSERT" if verb == "UPSERT" else verb, 1)
    if verb == "UPSERT":
        statement += f" ON CONFLICT (seq) DO UPDATE SET {SAME}"
    with pytest.raises(sqlite3.IntegrityError, match="append_only"):
        connection.execute(statement, row(connection, **changes))
    assert rows(connection) == before


def test_the_next_entry_does_go_in(connection: sqlite3.Connection) -> None:
    connection.execute(INSERT, row(connection))
    assert len(rows(connection)) == 4


@pytest.mark.parametrize(
    "changes", [{"boot_ns": "abc"}, {"payload": None}, {"hash": "short"}, {"kind": b"x"}], ids=repr
)
def test_columns_hold_what_they_are_for(connection: sqlite3.Connection, changes: dict[str, object]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(INSERT, row(connection, **changes))
