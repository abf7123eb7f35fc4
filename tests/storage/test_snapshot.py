"""A reader gets one whole, private copy; the file of the writer is let go and nothing is left beside it."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import tempfile
from pathlib import Path
from queue import Queue

import pytest

from desens_gui.session.ports import Ack, Head
from desens_gui.storage import journal
from desens_gui.storage import snapshot as snapshots
from desens_gui.storage.ballast import Ballast
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import (
    Altered,
    Busy,
    Missing,
    NotASession,
    StorageProblem,
    TooLarge,
    Why,
)
from desens_gui.storage.reading import read_session
from desens_gui.storage.snapshot import snapshot
from desens_gui.storage.writer import SessionWriter
from tests.fake_clock import FakeClock
from tests.session.log_contract import WAIT_S
from tests.storage.facts import session
from tests.storage.files import plain, run, session_file


@pytest.fixture(autouse=True)
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the copies of one test go; empty again after it."""
    folder = tmp_path / "copies"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_copy_is_private_read_only_and_gone_afterwards(tmp_path: Path, copies: Path) -> None:
    path = session_file(tmp_path)
    before = path.read_bytes()
    with snapshot(path) as connection:
        (folder,) = (each for each in copies.iterdir() if each.is_dir())
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (8,)
        for name, value in {
            "query_only": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "mmap_size": 0,
        }.items():
            assert connection.execute(f"PRAGMA {name}").fetchone() == (value,)
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute("CREATE TABLE t (x)")
    assert not list(copies.iterdir())
    assert path.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {"copies", "s.desens"}


def test_a_medium_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    path = session_file(tmp_path)
    path.chmod(0o400)
    assert read_session(path) == tuple(session(8))


def test_names_that_a_uri_would_misread(tmp_path: Path) -> None:
    path = tmp_path / "100 % ?mode=rw#ü.desens"
    session_file(tmp_path).rename(path)
    assert len(read_session(path)) == 8
    open_session(path).close()


def _crash_in_the_middle(path: Path) -> None:
    """A child writes half a transaction into the file itself and dies of SIGKILL: a hot journal is left."""
    child = os.fork()
    if child == 0:  # pragma: no cover  the child dies
        connection = plain(path)
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DROP TRIGGER event_never_changed")
        connection.execute("UPDATE event SET workstation = hex(zeroblob(9000))")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def test_what_a_crash_left_is_recovered_in_the_copy_only(tmp_path: Path, copies: Path) -> None:
    path = session_file(tmp_path)
    whole = path.read_bytes()
    _crash_in_the_middle(path)
    journal = path.with_name("s.desens-journal")
    damaged, left = path.read_bytes(), journal.read_bytes()
    assert damaged != whole  # else this test would show nothing
    assert read_session(path) == tuple(session(8))
    assert (path.read_bytes(), journal.read_bytes()) == (damaged, left)
    assert not list(copies.iterdir())


def test_opening_for_writing_recovers_the_file_itself(tmp_path: Path) -> None:
    path = session_file(tmp_path)
    _crash_in_the_middle(path)
    open_session(path).close()
    assert not path.with_name("s.desens-journal").exists()
    assert read_session(path) == tuple(session(8))


def test_a_file_that_changes_under_the_copy_is_copied_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = session_file(tmp_path)
    _crash_in_the_middle(path)
    copyfile = shutil.copyfile
    times = []

    def recovered_meanwhile(source: Path, target: Path) -> None:
        copyfile(source, target)
        times.append(source)
        if len(times) == 1:
            open_session(path).close()  # another program opens it and plays the journal back

    monkeypatch.setattr(shutil, "copyfile", recovered_meanwhile)
    assert read_session(path) == tuple(session(8))
    assert len(times) > 1


def test_a_reader_does_not_disturb_the_writer(tmp_path: Path) -> None:
    path = session_file(tmp_path, 1)
    facts = session(150)
    head = open_session(path)
    last = head.execute("SELECT seq, hash FROM event").fetchone()
    head.close()
    acks: Queue[Ack] = Queue()
    problems: list[StorageProblem] = []
    writer = SessionWriter(
        path,
        clock=FakeClock(),
        on_ack=acks.put,
        on_problem=problems.append,
        ballast=Ballast(tmp_path / "ballast"),
        since=Head(*last),
    )
    try:
        for fact in facts[1:]:
            writer.append([fact])
        seen = [len(read_session(path)) for _ in range(15)]
    finally:
        assert writer.close(WAIT_S)
    assert seen == sorted(seen)
    assert problems == []
    assert read_session(path) == tuple(facts)


def test_a_file_that_stays_locked_is_busy_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = session_file(tmp_path)
    holder = plain(path)
    holder.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(snapshots, "_PAUSE_S", 0.001)
    with pytest.raises(Busy):
        read_session(path)
    holder.close()
    assert len(read_session(path)) == 8


def test_our_own_open_file_is_not_opened_beside_sqlite(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing a second descriptor would drop the locks that the writer holds on it."""
    path = session_file(tmp_path)
    writer = open_session(path)
    monkeypatch.setattr(snapshots, "check_header", lambda _path: pytest.fail("opened beside SQLite"))
    assert len(read_session(path)) == 8
    writer.close()


def test_what_is_too_large_is_not_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = session_file(tmp_path)
    monkeypatch.setattr(snapshots, "MAX_BYTES", path.stat().st_size - 1)
    with pytest.raises(TooLarge):
        read_session(path)


def test_without_room_for_a_private_copy_the_problem_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bare error of the system here ended the thread that makes the backups."""
    path = session_file(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(Missing):
        read_session(path)


def test_a_journal_that_is_too_large_is_not_played_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = session_file(tmp_path)
    monkeypatch.setattr(journal, "MAX_BYTES", 1000)
    journal.journal_of(path).write_bytes(bytes(1001))
    with pytest.raises(TooLarge):
        open_session(path)
    with pytest.raises(TooLarge):
        snapshots._recover(path)


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        read_session(tmp_path / "none.desens")


def test_the_header_is_looked_at_before_sqlite_sees_the_file(tmp_path: Path) -> None:
    path = session_file(tmp_path)
    raw = bytearray(path.read_bytes())
    raw[18:20] = b"\x02\x02"
    path.write_bytes(raw)
    with pytest.raises(Altered) as caught:
        read_session(path)
    assert caught.value.why is Why.HEADER
    assert {each.name for each in tmp_path.iterdir()} == {"copies", "s.desens"}  # no -shm, no -wal

    other = tmp_path / "other.sqlite"
    run(other, "CREATE TABLE t (x)")
    with pytest.raises(NotASession):
        read_session(other)


def test_a_database_that_is_not_whole_is_damaged(tmp_path: Path) -> None:
    path = session_file(tmp_path, 60)
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    with pytest.raises(Altered) as caught:
        read_session(path)
    assert caught.value.why is Why.DAMAGED
