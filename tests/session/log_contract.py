"""What every session log does, whatever it keeps its facts in. One class of tests runs against each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.session.ports import Ack, SessionLog
from tests.fake_clock import FakeClock
from tests.storage.facts import note, recorded, session

WAIT_S = 20


class LogContract(ABC):
    """A log of some kind; `acks` gets what it acknowledges."""

    @abstractmethod
    def make(self, path: Path, clock: FakeClock, acks: Queue[Ack]) -> SessionLog:
        """A new, empty log."""

    @abstractmethod
    def read_back(self, log: SessionLog, path: Path) -> tuple[Recorded[Event], ...]:
        """What the closed log holds."""

    @pytest.fixture
    def clock(self) -> FakeClock:
        return FakeClock()

    @pytest.fixture
    def acks(self) -> Queue[Ack]:
        return Queue()

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "2026-11-22-test0001.desens"

    @pytest.fixture
    def log(self, path: Path, clock: FakeClock, acks: Queue[Ack]) -> Iterator[SessionLog]:
        log = self.make(path, clock, acks)
        yield log
        log.close(WAIT_S)

    def test_every_fact_is_acknowledged_in_order(
        self, log: SessionLog, acks: Queue[Ack], clock: FakeClock
    ) -> None:
        facts = session(5)
        log.append(facts[:1])
        log.append(facts[1:4])
        log.append(facts[4:])
        got = [acks.get(timeout=WAIT_S) for _ in facts]
        assert got == [Ack(fact.seq, fact.uuid, clock.now().utc_us) for fact in facts]

    def test_what_was_appended_is_read_back(self, log: SessionLog, path: Path) -> None:
        facts = session(300)
        log.append(facts[:1])
        log.append(facts[1:])
        assert log.close(WAIT_S)
        assert self.read_back(log, path) == tuple(facts)

    def test_the_head_is_the_last_durable_fact(self, log: SessionLog, acks: Queue[Ack]) -> None:
        assert log.head.seq == 0
        log.append(session(2))
        for _ in range(2):
            acks.get(timeout=WAIT_S)
        assert log.close(WAIT_S)
        assert log.head.seq == 2
        assert log.waiting == 0

    @pytest.mark.parametrize("numbers", [[3], [1], [2, 4], [2, 2], [0]])
    def test_numbers_follow_on(self, log: SessionLog, path: Path, numbers: list[int]) -> None:
        log.append(session(1))
        with pytest.raises(ValueError, match="entry 2 is next"):
            log.append([recorded(seq, note()) for seq in numbers])
        log.append([recorded(2, note())])
        assert log.close(WAIT_S)
        assert [fact.seq for fact in self.read_back(log, path)] == [1, 2]

    def test_no_fact_is_nothing(self, log: SessionLog, acks: Queue[Ack]) -> None:
        log.append([])
        assert log.close(WAIT_S)
        assert acks.empty()

    def test_a_closed_log_takes_nothing(self, log: SessionLog) -> None:
        assert log.close(WAIT_S)
        assert log.close(WAIT_S)
        with pytest.raises(ValueError, match="closed"):
            log.append(session(1))
