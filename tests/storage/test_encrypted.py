"""An encrypted file is written, read, copied and judged as a plain one is, and only with its key."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest
from sqlcipher3 import dbapi2

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.session.ports import Ack, Head, SessionLog
from desens_gui.storage import cipher, opening
from desens_gui.storage import snapshot as snapshots
from desens_gui.storage.ballast import Ballast
from desens_gui.storage.cipher import NotEncrypting
from desens_gui.storage.connecting import connect, header_of, is_open_here
from desens_gui.storage.copying import entries_of
from desens_gui.storage.keys import Kind, kind_of, site_key
from desens_gui.storage.opening import WRITING, NotSafe, create_session, open_session
from desens_gui.storage.part_of import last_entry
from desens_gui.storage.problems import Altered, Asks, Busy, Locked, NotASession, StorageProblem
from desens_gui.storage.reading import read_session
from desens_gui.storage.reading_only import open_read_only
from desens_gui.storage.session_log import SqliteLog
from desens_gui.storage.snapshot import snapshot
from desens_gui.storage.verify import State, verify
from desens_gui.storage.writer import SessionWriter
from tests.fake_clock import FakeClock
from tests.session.log_contract import WAIT_S, LogContract
from tests.storage.facts import note, recorded, session
from tests.storage.files import session_file
from tests.storage.locked_files import PLAIN_TEXT, SECRET, SITE, encrypted_file, encrypting, holding
from tests.storage.test_opening import DEMANDED, WRONG
from tests.storage.test_reading_only import FORBIDDEN


@pytest.fixture(autouse=True)
def held() -> Iterator[None]:
    with holding(SITE):
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return encrypted_file(tmp_path)


class TestEncryptedLog(LogContract):
    def make(self, path: Path, clock: FakeClock, acks: Queue[Ack]) -> SessionLog:
        create_session(path, encrypting=encrypting())
        return SqliteLog(path, clock=clock, on_ack=acks.put)

    def read_back(self, log: SessionLog, path: Path) -> tuple[Recorded[Event], ...]:
        return read_session(path)


@pytest.mark.parametrize("name", [*DEMANDED, "cipher_use_hmac", "cipher_page_size"])
def test_every_pragma_stands_on_every_opening(path: Path, name: str) -> None:
    demanded = {**DEMANDED, "cipher_use_hmac": "1", "cipher_page_size": "4096"}
    for _ in range(2):
        connection = open_session(path)
        try:
            assert connection.execute(f"PRAGMA {name}").fetchone() == (demanded[name],)
        finally:
            connection.close()


@pytest.mark.parametrize("ignored", WRITING)
def test_a_pragma_that_did_not_take_is_a_fault(
    path: Path, ignored: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Deaf(cipher.EncryptedConnection):
        """A build that takes another value for one pragma."""

        def execute(self, sql: str, *rest: object) -> object:
            if sql.startswith(f"PRAGMA {ignored}="):
                sql = f"PRAGMA {ignored}={WRONG[ignored]}"
            return super().execute(sql, *rest)

    monkeypatch.setattr(cipher, "EncryptedConnection", Deaf)
    with pytest.raises(NotSafe, match=ignored):
        open_session(path)
    assert not is_open_here(path)


def test_a_build_that_encrypts_otherwise_is_a_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "_CIPHER", {"cipher_page_size": "1024"})
    with pytest.raises(NotEncrypting):
        open_session(path)


def test_a_key_that_does_not_take_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the pragma ignored, the file would be plain: it is looked at before anything is written to it."""

    class Deaf(cipher.EncryptedConnection):
        def execute(self, sql: str, *rest: object) -> object:
            return super().execute("SELECT 1" if sql.startswith("PRAGMA key=") else sql, *rest)

    monkeypatch.setattr(cipher, "EncryptedConnection", Deaf)
    with pytest.raises((NotSafe, NotEncrypting)):
        create_session(tmp_path / "new.desens", encrypting=encrypting())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.hazard("H-LEAK")
@pytest.mark.requirement("R-CRYPT-1")
def test_nothing_of_it_stands_in_clear_on_the_disk(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in the file, nor in its journal, nor in a private copy; a plain file shows those words."""
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    connection = open_session(path)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DROP TRIGGER event_never_changed")
    connection.execute("UPDATE event SET workstation = workstation || '.'")
    connection.execute("PRAGMA cache_size=1")
    with snapshot(encrypted_file(copies)):
        found = [each for each in tmp_path.rglob("*") if each.is_file() and each.stat().st_size]
        clear = {each.name: word for each in found for word in PLAIN_TEXT if word in each.read_bytes()}
    connection.execute("ROLLBACK")
    connection.close()
    assert {each.name for each in found} >= {"s.desens", "s.desens-journal", "session.desens"}
    assert clear == {}
    (tmp_path / "plain").mkdir()
    in_clear = session_file(tmp_path / "plain").read_bytes()
    assert all(word in in_clear for word in PLAIN_TEXT)


def test_it_is_read_and_goes_on(path: Path) -> None:
    assert read_session(path) == tuple(session(8))
    assert verify(path).state is State.INTACT
    assert kind_of(header_of(path)) is Kind.SITE
    log = SqliteLog(path, clock=FakeClock())
    log.append(session(9)[-1:])
    assert read_session(path) == tuple(session(9)), "read while it is written"
    log.close()


def test_two_files_of_a_site_share_no_key(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for path in (first, second):
        create_session(path, encrypting=encrypting())
    keys = [SITE.of_file(header_of(path)) for path in (first, second)]
    assert keys[0] != keys[1]
    assert SECRET not in first.read_bytes()


@pytest.mark.requirement("R-CRYPT-2")
@pytest.mark.parametrize("held_then", [[], [site_key(b"another site's key..")]], ids=["none", "another"])
def test_without_its_key_it_is_locked_not_damaged(path: Path, held_then: list[object]) -> None:
    with holding(*held_then):  # type: ignore[arg-type]
        for attempt in (read_session, open_session, entries_of):
            with pytest.raises(Locked) as caught:
                attempt(path)
            assert (caught.value.asks, caught.value.tried) == (Asks.SITE_KEY, bool(held_then))
            assert not is_open_here(path)
        assert verify(path).state is State.LOCKED
    assert read_session(path) == tuple(session(8)), "and nothing was done to it"


@pytest.mark.parametrize("place", [20, 2000, -5])
def test_with_its_key_a_changed_byte_is_damage(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    assert verify(path).state is State.ALTERED
    with pytest.raises(Altered):
        read_session(path)


def test_a_changed_header_is_told_and_never_read_as_whole(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(16):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert verify(path).state in (State.LOCKED, State.NOT_A_SESSION)


def test_a_file_cut_short_is_never_whole(path: Path) -> None:
    whole = path.read_bytes()
    for length in (0, 3, 16, 99, 4096, len(whole) - 4096, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert verify(path).state in (State.ALTERED, State.NOT_A_SESSION)


def test_another_database_under_the_same_key_is_no_session(tmp_path: Path) -> None:
    path = tmp_path / "s.desens"
    connection = connect(path, "rwc", encrypting().header())
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    for attempt in (read_session, open_session):
        with pytest.raises(NotASession):
            attempt(path)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_nothing_but_entries_can_be_read(path: Path, statement: str) -> None:
    reader = open_read_only(path)
    try:
        with pytest.raises(dbapi2.Error):
            reader.execute(statement).fetchall()
        assert reader.execute("SELECT count(*) FROM event").fetchone() == (8,)
    finally:
        reader.close()


_CRASH = """
import os, signal, sys
from pathlib import Path
from desens_gui.storage.connecting import connect, header_of
from desens_gui.storage.keys import hold, site_key
hold(site_key(bytes.fromhex(sys.argv[2])))
path = Path(sys.argv[1])
connection = connect(path, "rw", header_of(path))
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("DROP TRIGGER event_never_changed")
connection.execute("UPDATE event SET workstation = hex(zeroblob(9000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_a_crash_left_is_recovered(path: Path) -> None:
    whole = path.read_bytes()
    died = subprocess.run([sys.executable, "-c", _CRASH, str(path), SECRET.hex()], check=False)
    assert died.returncode == -signal.SIGKILL
    damaged, journal = path.read_bytes(), path.with_name("s.desens-journal")
    assert damaged != whole  # else this test would show nothing
    assert read_session(path) == tuple(session(8)), "a reader recovers its copy"
    assert (path.read_bytes(), journal.exists()) == (damaged, True), "and leaves the file"
    open_session(path).close()
    assert not journal.exists()
    assert read_session(path) == tuple(session(8))


def test_a_file_kept_locked_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_WAIT_S", 0.01)
    monkeypatch.setattr(snapshots, "_PAUSE_S", 0.001)
    holder = connect(path, "rw", header_of(path))
    holder.execute("BEGIN EXCLUSIVE")
    for attempt in (read_session, open_session):
        with pytest.raises(Busy):
            attempt(path)
    holder.close()


def test_a_key_that_is_lost_stops_no_session(path: Path) -> None:
    """The writer opens the file again after a problem: the key it needs was never only in a file."""
    acks: Queue[Ack] = Queue()
    problems: Queue[StorageProblem] = Queue()
    writer = SessionWriter(
        path,
        clock=FakeClock(),
        on_ack=acks.put,
        on_problem=problems.put,
        ballast=Ballast(path.with_name("ballast")),
        since=Head(*last_entry(path).link),
    )
    writer.append(session(9)[-1:])
    assert acks.get(timeout=WAIT_S).seq == 9
    moved = path.with_name("away")
    path.rename(moved)
    writer.append([recorded(10, note())])
    assert problems.get(timeout=WAIT_S) is not None
    moved.rename(path)
    assert acks.get(timeout=WAIT_S).seq == 10
    assert writer.close(WAIT_S)
    assert len(read_session(path)) == 10
