"""A session file, a writer on it, and what the writer says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from desens_gui.session.ports import EMPTY, Ack, Head
from desens_gui.storage.ballast import Ballast
from desens_gui.storage.opening import create_session, open_session
from desens_gui.storage.problems import (
    StorageProblem,
)
from desens_gui.storage.session_log import Connect
from desens_gui.storage.writer import SessionWriter
from tests.fake_clock import FakeClock
from tests.session.log_contract import WAIT_S


class Bench:
    """A session file, a writer on it, and what the writer says."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "s.desens"
        self.ballast = Ballast(folder / "ballast", 64 * 1024)
        self.acks: Queue[Ack] = Queue()
        self.problems: Queue[StorageProblem] = Queue()
        create_session(self.path)

    @contextmanager
    def writer(
        self, connect: Connect = open_session, since: Head = EMPTY, *, held: bool = False
    ) -> Iterator[SessionWriter]:
        writer = SessionWriter(
            self.path,
            clock=FakeClock(),
            on_ack=self.acks.put,
            on_problem=self.problems.put,
            ballast=self.ballast,
            since=since,
            connect=connect,
            held=held,
        )
        try:
            yield writer
        finally:
            writer.close(WAIT_S)

    def acknowledged(self, count: int) -> list[int]:
        return [self.acks.get(timeout=WAIT_S).seq for _ in range(count)]


def standing(writer: SessionWriter) -> StorageProblem | None:
    return writer.problem
