"""The writer thread: append never waits, order holds, nothing the disk refuses is lost, problems are said."""

from __future__ import annotations

import resource
import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.session.ports import EMPTY, Ack, Head, SessionLog
from desens_gui.storage import writer as writer_module
from desens_gui.storage.ballast import Ballast
from desens_gui.storage.connecting import SessionConnection
from desens_gui.storage.opening import create_session, open_session
from desens_gui.storage.problems import (
    DeviceFailed,
    Missing,
    OtherWriter,
    StorageProblem,
)
from desens_gui.storage.reading import read_session
from desens_gui.storage.session_log import Connect, SqliteLog
from desens_gui.storage.writer import SessionWriter
from tests.fake_clock import FakeClock
from tests.session.log_contract import WAIT_S, LogContract
from tests.storage.facts import note, recorded, session
from tests.storage.writing import Bench, standing


class TestSessionWriter(LogContract):
    def make(self, path: Path, clock: FakeClock, acks: Queue[Ack]) -> SessionLog:
        create_session(path)
        return SessionWriter(
            path,
            clock=clock,
            on_ack=acks.put,
            on_problem=Queue[StorageProblem]().put,
            ballast=Ballast(path.with_name("ballast")),
        )

    def read_back(self, log: SessionLog, path: Path) -> tuple[Recorded[Event], ...]:
        return read_session(path)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_it_goes_on_after_what_the_file_holds(bench: Bench) -> None:
    facts = session(4)
    log = SqliteLog(bench.path, clock=FakeClock())
    log.append(facts[:2])
    log.close()
    with bench.writer(since=log.head) as writer:
        assert writer.head == log.head
        writer.append(facts[2:])
        assert bench.acknowledged(2) == [3, 4]
    assert read_session(bench.path) == tuple(facts)


@pytest.mark.parametrize("told", [True, False])
def test_a_held_writer_touches_nothing_before_it_is_told_or_closed(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    monkeypatch.setattr(writer_module, "_LONGEST_HOLD_S", WAIT_S)
    opened: list[Path] = []

    def connect(path: Path) -> SessionConnection:
        opened.append(path)
        return open_session(path)

    facts = session(3)
    with bench.writer(connect, held=True) as writer:
        writer.append(facts)
        assert (opened, writer.waiting) == ([], 3)
        if told:
            writer.go()
            assert bench.acknowledged(3) == [1, 2, 3]
    assert read_session(bench.path) == tuple(facts)


def test_a_hold_that_nobody_ends_ends_by_itself(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_module, "_LONGEST_HOLD_S", 0.01)
    with bench.writer(held=True) as writer:
        writer.append(session(2))
        assert bench.acknowledged(2) == [1, 2]


class Held(SessionConnection):
    """Every commit waits until the test lets it go."""

    let_go: threading.Event
    reached: threading.Event

    def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        if sql == "COMMIT":
            self.reached.set()
            self.let_go.wait(WAIT_S)
        return super().execute(sql, *rest)


@pytest.fixture
def held() -> Callable[[Path], SessionConnection]:
    Held.let_go, Held.reached = threading.Event(), threading.Event()
    return partial(open_session, factory=Held)


def test_append_never_waits_for_the_disk(bench: Bench, held: Connect) -> None:
    facts = session(50)
    with bench.writer(held) as writer:
        for fact in facts:
            writer.append([fact])
        assert Held.reached.wait(WAIT_S)
        assert writer.waiting == 50
        assert writer.head == EMPTY
        assert bench.acks.empty()
        Held.let_go.set()
        assert bench.acknowledged(50) == list(range(1, 51))
    assert writer.waiting == 0


def test_closing_gives_up_after_its_time_and_says_so(bench: Bench, held: Connect) -> None:
    with bench.writer(held) as writer:
        writer.append(session(1))
        assert Held.reached.wait(WAIT_S)
        assert not writer.close(0.01)
        assert writer.waiting == 1
        Held.let_go.set()


def test_a_file_that_went_and_came_back_holds_everything_in_order(bench: Bench) -> None:
    facts = session(30)
    away = bench.path.with_name("away")
    with bench.writer() as writer:
        writer.append(facts[:1])
        assert bench.acknowledged(1) == [1]
        bench.path.rename(away)
        for fact in facts[1:]:
            writer.append([fact])
        assert isinstance(bench.problems.get(timeout=WAIT_S), Missing)
        assert isinstance(standing(writer), Missing)
        assert writer.waiting == 29
        away.rename(bench.path)
        assert bench.acknowledged(29) == list(range(2, 31))
        assert bench.problems.empty()
    assert standing(writer) is None
    assert read_session(bench.path) == tuple(facts)


def test_a_file_that_is_not_there_at_the_start_is_waited_for(bench: Bench) -> None:
    away = bench.path.with_name("away")
    bench.path.rename(away)
    with bench.writer() as writer:
        assert isinstance(bench.problems.get(timeout=WAIT_S), Missing)
        writer.append(session(2))
        away.rename(bench.path)
        assert bench.acknowledged(2) == [1, 2]


def test_what_cannot_be_stored_is_given_up_at_the_end_only(bench: Bench) -> None:
    with bench.writer() as writer:
        writer.append(session(1))
        bench.acknowledged(1)
        bench.path.unlink()
        writer.append(session(2)[1:])
        assert isinstance(bench.problems.get(timeout=WAIT_S), Missing)
        assert not writer.close(0.01)
        assert writer.waiting == 1


def test_a_write_error_loses_nothing(bench: Bench) -> None:
    """RLIMIT_FSIZE: the file may not grow, as on a broken disk (Python ignores the signal SIGXFSZ)."""
    facts = session(120)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    bench.ballast.make()
    with bench.writer() as writer:
        writer.append(facts[:1])
        assert bench.acknowledged(1) == [1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (bench.path.stat().st_size + 8192, before[1]))
        try:
            for fact in facts[1:]:
                writer.append([fact])
            problem = bench.problems.get(timeout=WAIT_S)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert isinstance(problem, DeviceFailed)
        assert bench.acknowledged(119) == list(range(2, 121))
    assert read_session(bench.path) == tuple(facts)


def test_entries_of_another_writer_stop_it(bench: Bench) -> None:
    with bench.writer(since=Head(7, "b" * 64)) as writer:
        assert isinstance(bench.problems.get(timeout=WAIT_S), OtherWriter)
        assert isinstance(standing(writer), OtherWriter)
        assert writer.head.seq == 7


def test_a_fact_that_cannot_be_written_is_refused_to_its_maker(bench: Bench) -> None:
    with bench.writer() as writer:
        with pytest.raises(ValueError, match="surrogates"):
            writer.append([recorded(1, note("\ud83d"))])
        writer.append(session(1))
        assert bench.acknowledged(1) == [1]
