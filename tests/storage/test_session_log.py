"""The durable log keeps the contract, stores nothing twice and lets no other writer in between."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from queue import Queue
from typing import Any

import msgspec
import pytest

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.session.ports import Ack, Head, SessionLog
from desens_gui.storage.codec import kinds
from desens_gui.storage.connecting import SessionConnection, is_open_here
from desens_gui.storage.opening import WRITING, create_session, open_session
from desens_gui.storage.problems import Altered, DeviceFailed, OtherWriter, Why
from desens_gui.storage.reading import read_session
from desens_gui.storage.session_log import SqliteLog
from tests.fake_clock import FakeClock
from tests.session.log_contract import LogContract
from tests.storage.facts import filled, note, opened, recorded, session


class TestSqliteLog(LogContract):
    def make(self, path: Path, clock: FakeClock, acks: Queue[Ack]) -> SessionLog:
        create_session(path)
        return SqliteLog(path, clock=clock, on_ack=acks.put)

    def read_back(self, log: SessionLog, path: Path) -> tuple[Recorded[Event], ...]:
        return read_session(path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "s.desens"
    create_session(path)
    return path


def test_one_of_every_kind_is_read_back(path: Path) -> None:
    facts = session(1)
    facts += [recorded(seq, filled(kind)) for seq, kind in enumerate(kinds().values(), start=2)]
    log = SqliteLog(path, clock=FakeClock())
    log.append(facts)
    assert log.read_all() == tuple(facts)
    log.close()
    assert read_session(path) == tuple(facts)


def test_a_resumed_log_goes_on_after_the_last_entry(path: Path) -> None:
    facts = session(5)
    first = SqliteLog(path, clock=FakeClock())
    first.append(facts[:3])
    first.close()
    second = SqliteLog(path, clock=FakeClock(), since=first.head)
    assert second.head == first.head
    second.append(facts[3:])
    second.close()
    assert read_session(path) == tuple(facts)


class FailsAfterCommit(SessionConnection):
    """The next commit takes place and is reported as failed, as when the sync after the write fails."""

    failures = 1

    def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        cursor = super().execute(sql, *rest)
        if sql == "COMMIT" and self.failures:
            self.failures -= 1
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
            raise error
        return cursor


fails_after_commit = partial(open_session, factory=FailsAfterCommit)


def test_a_commit_that_took_place_all_the_same_is_not_repeated(path: Path) -> None:
    acks: list[Ack] = []
    facts = session(4)
    log = SqliteLog(path, clock=FakeClock(), on_ack=acks.append, connect=fails_after_commit)
    with pytest.raises(DeviceFailed):
        log.append(facts[:2])
    assert acks == []
    log.append(facts)  # the two that were stored, and two more in the same go
    assert [ack.seq for ack in acks] == [1, 2, 3, 4]
    log.close()
    assert read_session(path) == tuple(facts)


def test_it_is_not_repeated_by_a_log_opened_again_either(path: Path) -> None:
    facts = session(3)
    log = SqliteLog(path, clock=FakeClock(), connect=fails_after_commit)
    with pytest.raises(DeviceFailed):
        log.append(facts)
    log.close()
    again = SqliteLog(path, clock=FakeClock(), since=log.head)
    again.append(facts)
    again.close()
    assert read_session(path) == tuple(facts)


@pytest.mark.hazard("H-15")
def test_two_writers_do_not_mix(path: Path) -> None:
    first, second = SqliteLog(path, clock=FakeClock()), SqliteLog(path, clock=FakeClock())
    first.append(session(1))
    with pytest.raises(OtherWriter) as caught:
        second.append([msgspec.structs.replace(recorded(1, opened()), uuid="another")])
    written = session(1)[0]
    writer = caught.value.writer
    assert writer is not None
    assert (writer.workstation, writer.since_us) == (written.workstation, written.stamp.utc_us)
    first.close()
    second.close()
    assert read_session(path) == tuple(session(1))


def test_a_log_that_is_not_where_it_was_left_is_refused(path: Path) -> None:
    with pytest.raises(OtherWriter) as caught:
        SqliteLog(path, clock=FakeClock(), since=Head(3, "a" * 64))
    assert caught.value.writer is None, "nothing is there"
    assert not is_open_here(path)


def test_a_fact_that_cannot_be_written_stores_none_of_its_decision(path: Path) -> None:
    log = SqliteLog(path, clock=FakeClock())
    with pytest.raises(ValueError, match="surrogates"):
        log.append([*session(1), recorded(2, note("\ud83d"))])
    log.append(session(1))
    log.close()
    assert read_session(path) == tuple(session(1))


def test_reading_needs_a_first_entry_that_opens(path: Path) -> None:
    log = SqliteLog(path, clock=FakeClock())
    with pytest.raises(Altered) as caught:
        log.read_all()
    assert caught.value.why is Why.NO_ENTRIES
    log.append([recorded(1, note())])
    with pytest.raises(Altered) as caught:
        log.read_all()
    assert caught.value.why is Why.FIRST_ENTRY
    log.close()


def test_every_pragma_still_stands_after_sqlite_utils_took_the_connection(path: Path) -> None:
    log = SqliteLog(path, clock=FakeClock())
    log.append(session(2))
    for name, value in WRITING.items():
        assert log._connection.execute(f"PRAGMA {name}").fetchone() == (value,)
    log.close()


def test_no_plugin_runs_on_the_record(path: Path) -> None:
    log = SqliteLog(path, clock=FakeClock())
    functions = {name for (name, *_) in log._connection.execute("PRAGMA function_list")}
    log.warm_up()
    assert {name for (name, *_) in log._connection.execute("PRAGMA function_list")} == functions
    log.close()
