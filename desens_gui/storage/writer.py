"""The one thread that owns the session file: facts go in in order, an acknowledgement comes out for each."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.session.ports import EMPTY, Ack, Clock, Head
from desens_gui.storage.ballast import Ballast
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import Full, NearlyFull, StorageProblem
from desens_gui.storage.rows import Entry, entry_of, require_following
from desens_gui.storage.seal import Seal
from desens_gui.storage.session_log import Connect, SqliteLog

_FIRST_PAUSE_S = 0.05
_LONGEST_PAUSE_S = 1.0
_LAST_MOMENT_S = 0.5
_LONGEST_HOLD_S = 0.5
"""Well within the second after which the screen says that nothing is being recorded."""


class SessionWriter:
    """Appends to an existing session file from a thread of its own; append never waits for the disk.

    A failed append stays first in the queue and is tried again until it is stored. Both callbacks run on the
    writer's thread; on_problem is called when the problem changes, and `problem` is what stands now.
    since: the last entry in the file, from the log that was read to resume; a new file has none.
    held: neither the file nor the library that writes it is touched before `go`, for half a second at most:
    both would take their time from the first window.
    """

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock,
        on_ack: Callable[[Ack], None],
        on_problem: Callable[[StorageProblem], None],
        ballast: Ballast,
        since: Head = EMPTY,
        connect: Connect = open_session,
        seal: Seal | None = None,
        held: bool = False,
    ) -> None:
        self._path = path
        self._clock = clock
        self._on_ack = on_ack
        self._on_problem = on_problem
        self._ballast = ballast
        self._connect = connect
        self._seal = seal
        self._head = since
        self._taken = since.seq
        self._queue: deque[list[Entry]] = deque()
        self._work = threading.Condition()
        self._closing = False
        self._give_up = threading.Event()
        self._free = threading.Event()
        if not held:
            self._free.set()
        self._log: SqliteLog | None = None
        self._problem: StorageProblem | None = None
        self._thread = threading.Thread(target=self._run, name="desens-writer", daemon=True)
        self._thread.start()

    def append(self, records: Sequence[Recorded[Event]]) -> None:
        """Encoded here, so that a fact that cannot be written is refused to whoever made it."""
        entries = [entry_of(record) for record in records]
        with self._work:
            if self._closing:
                raise ValueError("the log is closed")
            require_following(entries, self._taken)
            if entries:
                self._taken = entries[-1].seq
                self._queue.append(entries)
                self._work.notify()

    def go(self) -> None:
        """Begin to write, if that was held."""
        self._free.set()

    @property
    def head(self) -> Head:
        return self._head

    @property
    def waiting(self) -> int:
        return self._taken - self._head.seq

    @property
    def problem(self) -> StorageProblem | None:
        """What stands between the facts and the disk now; NearlyFull: they are stored all the same."""
        return self._problem

    def close(self, timeout_s: float = 5.0) -> bool:
        self._free.set()
        with self._work:
            self._closing = True
            self._work.notify()
        self._thread.join(timeout_s)
        self._give_up.set()
        self._thread.join(_LAST_MOMENT_S)
        return self.waiting == 0

    def _run(self) -> None:
        self._free.wait(_LONGEST_HOLD_S)
        try:
            self._make_ready()
            while entries := self._next():
                if not self._store(entries):
                    return
        finally:
            self._let_go()

    def _make_ready(self) -> None:
        """Open and import before the first fact comes."""
        try:
            self._open().warm_up()
        except StorageProblem as problem:
            self._failed(problem)
        else:
            self._stored()

    def _next(self) -> list[Entry] | None:
        """The facts that are first in the queue, left there; None when all is done and the log closes."""
        with self._work:
            self._work.wait_for(lambda: self._queue or self._closing)
            return self._queue[0] if self._queue else None

    def _store(self, entries: list[Entry]) -> bool:
        """Until they are stored; False when told to give up."""
        for pause_s in _pauses():
            try:
                log = self._open()
                log.store(entries)
            except StorageProblem as problem:
                self._failed(problem)
                if isinstance(problem, Full) and self._ballast.free():
                    continue
                if self._give_up.wait(pause_s):
                    return False
            else:
                with self._work:
                    self._queue.popleft()
                self._head = log.head
                self._acknowledge(entries)
                self._stored()
                return True
        raise AssertionError("pauses never end")

    def _acknowledge(self, entries: list[Entry]) -> None:
        utc_us = self._clock.now().utc_us
        for entry in entries:
            self._on_ack(Ack(entry.seq, entry.uuid, utc_us))

    def _open(self) -> SqliteLog:
        """The log, opened again after every problem: the file may have gone and come back."""
        if self._log is None:
            self._log = SqliteLog(
                self._path, clock=self._clock, since=self._head, connect=self._connect, seal=self._seal
            )
        return self._log

    def _let_go(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None

    def _failed(self, problem: StorageProblem) -> None:
        self._let_go()
        self._say(problem)

    def _stored(self) -> None:
        if self._ballast.make():
            self._problem = None
        else:
            self._say(NearlyFull())

    def _say(self, problem: StorageProblem) -> None:
        new = type(problem) is not type(self._problem)
        self._problem = problem
        if new:
            self._on_problem(problem)


def _pauses() -> Iterator[float]:
    """Seconds before each retry: twice as long each time, up to a limit, without end."""
    pause_s = _FIRST_PAUSE_S
    while True:
        yield pause_s
        pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)
