"""A full disk: the reserve is spent, nothing is lost, and it is said."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from desens_gui.storage.connecting import SessionConnection
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import (
    Full,
    NearlyFull,
)
from desens_gui.storage.reading import read_session
from desens_gui.storage.session_log import Connect
from desens_gui.storage.verify import State, verify
from tests.session.log_contract import WAIT_S
from tests.storage.facts import session
from tests.storage.writing import Bench, standing


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


class _Usage(NamedTuple):
    free: int


_NO_ROOM = _Usage(0)


def limited(ballast: Path, with_ballast: int, without: int) -> Connect:
    """A disk with so many pages of room, and more once the ballast is gone."""

    def connect(path: Path) -> SessionConnection:
        connection = open_session(path)
        pages = with_ballast if ballast.exists() else without
        connection.execute(f"PRAGMA max_page_count={pages}")
        return connection

    return connect


def test_a_full_disk_goes_on_from_the_reserve(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = session(60)
    reserve = bench.path.with_name("ballast")
    pages = bench.path.stat().st_size // 4096
    bench.ballast.make()
    with bench.writer(limited(reserve, pages + 4, 10_000)) as writer:
        monkeypatch.setattr("shutil.disk_usage", lambda _folder: _NO_ROOM)
        for fact in facts:
            writer.append([fact])
        assert bench.acknowledged(60) == list(range(1, 61))
        assert isinstance(bench.problems.get(timeout=WAIT_S), Full)
        assert isinstance(bench.problems.get(timeout=WAIT_S), NearlyFull)
        assert not reserve.exists()
        assert isinstance(standing(writer), NearlyFull)
        monkeypatch.undo()
        writer.append(session(61)[60:])
        bench.acknowledged(1)
    assert reserve.stat().st_size == 64 * 1024
    assert standing(writer) is None
    assert verify(bench.path).state is State.INTACT


def test_a_full_disk_without_a_reserve_keeps_everything_until_there_is_room(bench: Bench) -> None:
    facts = session(60)
    room = bench.path.with_name("room")
    pages = bench.path.stat().st_size // 4096
    room.touch()
    with bench.writer(limited(room, pages + 4, 10_000)) as writer:
        for fact in facts:
            writer.append([fact])
        assert isinstance(bench.problems.get(timeout=WAIT_S), Full)
        assert writer.waiting > 0
        room.unlink()
        assert bench.acknowledged(60) == list(range(1, 61))
    assert read_session(bench.path) == tuple(facts)
