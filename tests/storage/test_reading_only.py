"""What a connection to somebody else's file may do, and what it may cost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desens_gui.storage import opening, reading_only, verify
from desens_gui.storage.journal import journal_of
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import Altered, TooLarge, Why
from desens_gui.storage.reading import read_session, read_whole
from desens_gui.storage.reading_only import limit, open_read_only
from desens_gui.storage.rows import MAX_PAYLOAD, entry_of
from tests.storage.facts import note, opened, recorded, session
from tests.storage.files import append_raw, run, session_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return session_file(tmp_path)


@pytest.fixture
def reader(path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_read_only(path)
    yield connection
    connection.close()


FORBIDDEN = (
    "ATTACH ':memory:' AS more",
    "PRAGMA writable_schema=1",
    "PRAGMA query_only=0",
    "PRAGMA user_version",
    "DELETE FROM event",
    "CREATE TEMP TABLE t (x)",
    "VACUUM INTO '/tmp/desens-never-made'",
    "SELECT load_extension('x')",
    "SELECT randomblob(9)",
    "SELECT * FROM sqlite_schema",
    "SELECT * FROM vitals",
    "WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM n) SELECT x FROM n",
)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_nothing_but_entries_can_be_read(reader: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.Error):
        reader.execute(statement).fetchall()


def test_entries_can_be_read(reader: sqlite3.Connection) -> None:
    assert reader.execute("SELECT count(*) FROM event").fetchone() == (8,)
    assert len(reader.execute("SELECT * FROM event ORDER BY seq").fetchall()) == 8
    assert reader.execute("PRAGMA query_only").fetchone() == (1,)


def test_work_without_end_is_broken_off() -> None:
    connection = sqlite3.connect(":memory:")
    limit(connection)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(
            "WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM n) SELECT max(x) FROM n"
        ).fetchone()
    connection.close()


def test_a_value_above_the_limit_is_not_made() -> None:
    connection = sqlite3.connect(":memory:")
    limit(connection)
    with pytest.raises(sqlite3.Error, match="too big"):
        connection.execute("SELECT length(zeroblob(100000000))").fetchone()
    connection.close()


def test_the_schema_is_compared_before_anything_in_it_runs(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def compared(connection: sqlite3.Connection) -> None:
        connection.set_trace_callback(asked.append)
        opening.check_schema(connection)

    monkeypatch.setattr(reading_only, "check_schema", compared)
    open_read_only(path).close()
    assert ["sqlite_schema" in asked[0], "integrity_check" in asked[1]] == [True, True]


def test_more_entries_than_a_session_has_are_not_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "MAX_ENTRIES", 8)
    assert len(read_session(path)) == 8
    monkeypatch.setattr(verify, "MAX_ENTRIES", 7)
    with pytest.raises(TooLarge):
        read_session(path)


def test_a_fact_too_long_to_be_read_again_is_not_written() -> None:
    frame = len(entry_of(recorded(1, note("x"))).row["payload"] or "") - 1  # type: ignore[arg-type]
    entry_of(recorded(1, note("x" * (MAX_PAYLOAD - frame))))
    with pytest.raises(ValueError, match="is no fact"):
        entry_of(recorded(1, note("x" * (MAX_PAYLOAD - frame + 1))))


def test_entries_in_an_order_that_no_session_has(path: Path) -> None:
    assert len(read_whole(session_file(folder(path), 3)).records) == 3
    again = session(9)[0].event
    assert again == opened()
    append_raw(path, "session_opened/1", entry_of(recorded(9, again)).row["payload"])  # type: ignore[arg-type]
    assert len(read_session(path)) == 9
    with pytest.raises(Altered) as caught:
        read_whole(path)
    assert (caught.value.why, caught.value.entry) == (Why.STORY, 9)


def folder(path: Path) -> Path:
    made = path.with_name("more")
    made.mkdir()
    return made


NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")


@pytest.mark.parametrize("opener", [open_session, read_session])
def test_a_journal_that_names_another_file_is_not_played_back(path: Path, opener: object) -> None:
    """SQLite deletes the file whose name stands at the end of a journal, once it has played it back."""
    assert callable(opener)
    journal_of(path).write_bytes(b"\0" * 100 + NAMES_ANOTHER)
    if opener is read_session:
        run(path, "PRAGMA user_version")  # what is no hot journal is not even looked at by a reader
        journal_of(path).write_bytes(NAMES_ANOTHER + b"\0" * 600 + NAMES_ANOTHER)
    with pytest.raises(Altered) as caught:
        opener(path)
    assert caught.value.why is Why.JOURNAL
