"""A sync of five seconds: the timer goes on, the screen tells the truth. Figures: `dev.py reliability`."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from desens_gui.domain.commands.setup import OpenSession
from desens_gui.session.live_session import LiveSession
from desens_gui.session.opening import begin
from desens_gui.session.ports import Ack
from desens_gui.session.saving import Acks, SavingState
from desens_gui.storage.ballast import Ballast
from desens_gui.storage.connecting import SessionConnection
from desens_gui.storage.opening import create_session, open_session
from desens_gui.storage.schema import schema_digest
from desens_gui.storage.writer import SessionWriter
from desens_gui.system.policies import load_policy
from desens_gui.system.zones import DisplayZone
from tests.fake_clock import FakeClock, FakeIds
from tests.session.log_contract import WAIT_S

OPENING = OpenSession(
    session_id="s", schema_digest=schema_digest(), program="test", zone="UTC", simulated=True
)


class SlowDisk(SessionConnection):
    """A commit that comes to an end when the test says so."""

    reached = threading.Event()
    over = threading.Event()

    def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        if sql == "COMMIT":
            self.reached.set()
            self.over.wait(WAIT_S)
        return super().execute(sql, *rest)


class Desk:
    """A session whose disk is slow, on a clock that only the test moves."""

    def __init__(self, path: Path) -> None:
        create_session(path)
        self.clock, self.acks, self.saved = FakeClock(), Acks(), Queue[Ack]()
        self.live = LiveSession(
            log=SessionWriter(
                path,
                clock=self.clock,
                on_ack=self._acknowledged,
                on_problem=lambda _problem: None,
                ballast=Ballast(path.with_name("ballast"), 1024),
                connect=partial(open_session, factory=SlowDisk),
            ),
            acks=self.acks,
            clock=self.clock,
            ids=FakeIds(),
            zone=DisplayZone("UTC"),
            workstation="chair-1",
        )

    def _acknowledged(self, ack: Ack) -> None:
        self.acks(ack)
        self.saved.put(ack)

    def saving(self) -> SavingState:
        return self.live.saving().state(self.clock.now())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "s.desens")
    yield made
    SlowDisk.over.set()
    made.live.close()


def test_saving_then_not_recorded_then_saved_and_the_timer_never_waits(desk: Desk) -> None:
    begin(desk.live, OPENING, load_policy())
    assert SlowDisk.reached.wait(WAIT_S)
    assert desk.saving() is SavingState.SAVING
    for second in range(5):
        desk.clock.advance(1)
        desk.live.tick()
        assert desk.live.moment().now_ns == (second + 1) * 1_000_000_000
    assert desk.saving() is SavingState.NOT_RECORDED
    assert desk.live.waiting == 2
    SlowDisk.over.set()
    assert [desk.saved.get(timeout=WAIT_S).seq for _ in range(2)] == [1, 2]
    assert desk.saving() is SavingState.SAVED
