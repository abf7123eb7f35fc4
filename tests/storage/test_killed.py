"""kill -9 in the middle of appends: what was acknowledged is there, once, and the session goes on."""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
from pathlib import Path

import msgspec
import pytest

from desens_gui.session.ports import Ack
from desens_gui.storage.opening import create_session
from desens_gui.storage.reading import read_session
from desens_gui.storage.session_log import SqliteLog
from desens_gui.storage.verify import State, verify
from tests.fake_clock import FakeClock
from tests.storage.facts import note, opened, recorded

KILLS = 40

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


def _append_for_ever(path: Path, acknowledge: int, life: int) -> None:  # pragma: no cover  the child dies
    """Resume and append until killed; every acknowledgement goes into the pipe at once."""

    def tell(ack: Ack) -> None:
        os.write(acknowledge, f"{ack.seq} {ack.uuid}\n".encode())

    log = SqliteLog(path, clock=FakeClock(), on_ack=tell)
    while True:
        first = log.head.seq + 1
        facts = [
            recorded(seq, opened() if seq == 1 else note("x" * 900))
            for seq in range(first, first + 1 + first % 3)
        ]
        log.append([msgspec.structs.replace(fact, uuid=f"{life}-{fact.seq}") for fact in facts])


def _one_life(path: Path, life: int, last_ms: float) -> list[tuple[int, str]]:
    """Start, let it live for a moment after its first acknowledgement, kill; what it had acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  the child dies
        try:
            os.close(reading)
            _append_for_ever(path, writing, life)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as pipe:
        lines = [pipe.readline()]
        threading.Event().wait(last_ms / 1000)
        os.kill(child, signal.SIGKILL)
        lines += pipe.readlines()
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    return [(int(seq), uuid) for seq, uuid in (line.split() for line in lines)]


def test_nothing_acknowledged_is_lost_and_nothing_is_there_twice(tmp_path: Path) -> None:
    path = tmp_path / "s.desens"
    create_session(path)
    chance = random.Random(9)
    SqliteLog(path, clock=FakeClock()).close()
    acknowledged: list[tuple[int, str]] = []
    left = 0
    for life in range(KILLS):
        acknowledged += _one_life(path, life, chance.uniform(0, 12))
        left += path.with_name("s.desens-journal").exists()
    facts = read_session(path)
    held = [(fact.seq, fact.uuid) for fact in facts]
    assert left, "no kill came in the middle of a commit: this test showed nothing"
    assert [seq for seq, _ in held] == list(range(1, len(held) + 1))
    assert len({uuid for _, uuid in held}) == len(held)
    assert set(acknowledged) <= set(held)
    assert len(acknowledged) == len(set(acknowledged))
    assert verify(path).state is State.INTACT
