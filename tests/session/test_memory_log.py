"""The log in memory keeps the contract of every log."""

from __future__ import annotations

from pathlib import Path
from queue import Queue

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.session.memory_log import MemoryLog
from desens_gui.session.ports import EMPTY, Ack, SessionLog
from tests.fake_clock import FakeClock
from tests.session.log_contract import LogContract
from tests.storage.facts import session


class TestMemoryLog(LogContract):
    def make(self, path: Path, clock: FakeClock, acks: Queue[Ack]) -> SessionLog:
        return MemoryLog(clock=clock, on_ack=acks.put)

    def read_back(self, log: SessionLog, path: Path) -> tuple[Recorded[Event], ...]:
        assert isinstance(log, MemoryLog)
        return log.read_all()


def test_nobody_need_wait_for_acknowledgements() -> None:
    log = MemoryLog(clock=FakeClock())
    assert log.head == EMPTY
    log.append(session(3))
    assert log.head.seq == 3
