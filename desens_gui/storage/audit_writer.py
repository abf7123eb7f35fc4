"""Writes audit entries off the thread that acts: what was noted waits in order until it is on disk."""

from __future__ import annotations

import threading
from collections import deque

from desens_gui.session.audit import AuditEntry
from desens_gui.session.ports import Ids
from desens_gui.storage.audit_file import AuditFile, ToNote
from desens_gui.storage.problems import StorageProblem

MOST_WAITING = 10_000
"""Entries kept while the file cannot be written; beyond that the oldest are lost and counted."""
_LONGEST_PAUSE_S = 30.0
_FIRST_PAUSE_S = 0.5


class AuditWriter:
    """The port Audit. A file that cannot be written stops nobody: `problem` says so."""

    def __init__(self, file: AuditFile, ids: Ids) -> None:
        self._file = file
        self._ids = ids
        self._queue: deque[ToNote] = deque()
        self._work = threading.Condition()
        self._closing = False
        self._give_up = threading.Event()
        self._problem: StorageProblem | None = None
        self.lost = 0
        self._thread = threading.Thread(target=self._run, name="desens-audit", daemon=True)
        self._thread.start()

    def note(self, entry: AuditEntry) -> None:
        new = ToNote(self._ids.uuid(), entry)
        with self._work:
            if len(self._queue) == MOST_WAITING:
                self._queue.popleft()
                self.lost += 1
            self._queue.append(new)
            self._work.notify()

    @property
    def problem(self) -> StorageProblem | None:
        """What stands between the entries and the disk now."""
        return self._problem

    def close(self, timeout_s: float = 2.0) -> bool:
        """Write what waits, for at most so long; whether all of it was."""
        with self._work:
            self._closing = True
            self._work.notify()
        self._thread.join(timeout_s)
        self._give_up.set()
        self._thread.join(timeout_s)
        return not self._queue

    def _run(self) -> None:
        pause_s = _FIRST_PAUSE_S
        while entries := self._next():
            try:
                self._file.append(entries)
            except StorageProblem as problem:
                self._problem = problem
                if self._give_up.wait(pause_s):
                    return
                pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)
            else:
                self._problem, pause_s = None, _FIRST_PAUSE_S
                self._stored({each.uuid for each in entries})

    def _next(self) -> list[ToNote]:
        """What waits, left there; nothing when all is done and the file closes."""
        with self._work:
            self._work.wait_for(lambda: self._queue or self._closing)
            return list(self._queue)

    def _stored(self, done: set[str]) -> None:
        with self._work:
            while self._queue and self._queue[0].uuid in done:
                self._queue.popleft()
