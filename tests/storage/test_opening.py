"""Opening sets and reads back every pragma, makes private files, and takes nothing but our own schema."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest

from desens_gui.storage import opening
from desens_gui.storage.connecting import SessionConnection, is_open_here
from desens_gui.storage.opening import WRITING, NotSafe, create_session, open_session
from desens_gui.storage.problems import (
    Altered,
    Busy,
    Missing,
    NameTaken,
    NotASession,
    StorageProblem,
    UnknownNewer,
    Why,
)
from desens_gui.storage.schema import APPLICATION_ID, STATEMENTS, TRIGGERS, schema_digest
from tests.storage.files import plain, run, session_file, tamper

DEMANDED = {
    "journal_mode": "delete",
    "synchronous": 3,
    "fullfsync": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "locking_mode": "normal",
}


@pytest.mark.parametrize("name", DEMANDED)
def test_every_pragma_stands_on_every_opening(tmp_path: Path, name: str) -> None:
    path = session_file(tmp_path)
    for _ in range(2):
        connection = open_session(path)
        try:
            assert connection.execute(f"PRAGMA {name}").fetchone() == (DEMANDED[name],)
        finally:
            connection.close()


WRONG = {**dict.fromkeys(DEMANDED, 0), "journal_mode": "truncate", "trusted_schema": 1, "mmap_size": 4096}


class Deaf(SessionConnection):
    """A build of SQLite that takes another value for one pragma."""

    ignored = ""

    def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        if sql.startswith(f"PRAGMA {self.ignored}="):
            sql = f"PRAGMA {self.ignored}={WRONG[self.ignored]}"
        return super().execute(sql, *rest)


@pytest.mark.parametrize("ignored", WRITING)
def test_a_pragma_that_did_not_take_is_a_fault(
    tmp_path: Path, ignored: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = session_file(tmp_path)
    monkeypatch.setattr(Deaf, "ignored", ignored)
    with pytest.raises(NotSafe, match=ignored):
        open_session(path, Deaf)
    assert not is_open_here(path)


def test_a_new_file_is_private_and_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "s.desens"
    create_session(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]
    before = path.read_bytes()
    with pytest.raises(NameTaken):
        create_session(path)
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_laid_out_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WRITING", {"journal_mode": "nonsense"})
    with pytest.raises(NotSafe):
        create_session(tmp_path / "s.desens")
    assert list(tmp_path.iterdir()) == []


def test_no_folder_no_file(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        create_session(tmp_path / "none" / "s.desens")


def test_the_names_of_the_file(tmp_path: Path) -> None:
    connection = plain(session_file(tmp_path))
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")}
    connection.close()
    assert names == {"vitals", "checks", "steps", "reactions", "treatments", "staff", "corrections", "audit"}


def test_the_digest_is_of_every_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    before = schema_digest()
    assert len(before) == 64
    monkeypatch.setattr("desens_gui.storage.schema.STATEMENTS", (*STATEMENTS[:-1], STATEMENTS[-1] + " "))
    assert schema_digest() != before


FOREIGN_SCHEMAS = {
    "an extra trigger": ("CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END",),
    "an extra view": ("CREATE VIEW v AS SELECT 1",),
    "an extra table": ("CREATE TABLE t (x)",),
    "an extra index": ("CREATE INDEX i ON event (kind)",),
    "statistics": ("ANALYZE",),
    "a trigger gone": ("DROP TRIGGER event_only_appended",),
    "a view gone": ("DROP VIEW audit",),
    "a view changed": ("DROP VIEW audit", "CREATE VIEW audit AS SELECT seq FROM event"),
    "a trigger weakened": (
        "DROP TRIGGER event_never_changed",
        TRIGGERS[1].replace("ON event", "ON event WHEN 0"),
    ),
    "a column more": ("ALTER TABLE event ADD COLUMN more TEXT",),
    "an older version": ("PRAGMA user_version=0",),
}


@pytest.mark.parametrize("statements", FOREIGN_SCHEMAS.values(), ids=FOREIGN_SCHEMAS.keys())
def test_another_schema_is_refused(tmp_path: Path, statements: tuple[str, ...]) -> None:
    path = session_file(tmp_path)
    run(path, *statements)
    with pytest.raises(Altered) as caught:
        open_session(path)
    assert caught.value.why is Why.SCHEMA
    assert not is_open_here(path)


def test_triggers_put_back_word_for_word_are_ours_again(tmp_path: Path) -> None:
    path = session_file(tmp_path)
    tamper(path)
    open_session(path).close()
    assert len(TRIGGERS) == 3


def test_a_newer_schema_is_refused_by_its_number(tmp_path: Path) -> None:
    path = session_file(tmp_path)
    run(path, "PRAGMA user_version=2")
    with pytest.raises(UnknownNewer) as caught:
        open_session(path)
    assert caught.value.names == ("schema 2",)


def test_a_write_ahead_log_is_refused(tmp_path: Path) -> None:
    path = session_file(tmp_path)
    run(path, "PRAGMA journal_mode=WAL")
    with pytest.raises(Altered) as caught:
        open_session(path)
    assert caught.value.why is Why.HEADER


def _other_database(path: Path) -> None:
    run(path, "CREATE TABLE t (x)")


NO_SESSIONS = {
    "empty": lambda path: path.touch(),
    "text": lambda path: path.write_text("<html>" * 1000),
    "another program's": _other_database,
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("make", NO_SESSIONS.values(), ids=NO_SESSIONS.keys())
def test_what_is_no_session_is_not_opened(tmp_path: Path, make: Any) -> None:
    path = tmp_path / "s.desens"
    make(path)
    with pytest.raises(NotASession):
        open_session(path)


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        open_session(tmp_path / "s.desens")


def test_a_file_kept_locked_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = session_file(tmp_path)
    monkeypatch.setattr(opening, "BUSY_WAIT_S", 0.01)
    holder = plain(path)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Busy):
        open_session(path)
    holder.close()


def test_an_open_file_is_known_by_what_it_is_not_by_its_name(tmp_path: Path) -> None:
    path = session_file(tmp_path)
    other = tmp_path / "other.desens"
    other.hardlink_to(path)
    first, second = open_session(path), open_session(path)
    assert is_open_here(other)
    first.close()
    assert is_open_here(other)
    second.close()
    second.close()
    assert not is_open_here(other)


def test_problems_have_a_common_name() -> None:
    assert issubclass(NotASession, StorageProblem)
