"""Backs up finished sessions on a thread of its own: a slow or absent folder never holds anybody up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from desens_gui.storage.backup import Missed, back_up_all


class BackupKeeper:
    """Works once whenever it is asked. `missed` is what the last time left without a backup."""

    def __init__(self, sessions: Callable[[], Iterable[Path]], folder: Path) -> None:
        self._sessions = sessions
        self._folder = folder
        self._missed: tuple[Missed, ...] = ()
        self._asked = threading.Event()
        self._rested = threading.Event()
        self._rested.set()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="desens-backup", daemon=True)
        self._thread.start()

    def ask(self) -> None:
        """Soon; it does not wait."""
        self._rested.clear()
        self._asked.set()

    @property
    def missed(self) -> tuple[Missed, ...]:
        return self._missed

    def wait(self, timeout_s: float) -> bool:
        """Until it has nothing to do; whether that came in time."""
        return self._rested.wait(timeout_s)

    def close(self, timeout_s: float = 5.0) -> bool:
        """Finish what was asked, for at most so long; whether it came to an end."""
        self._closing = True
        self._asked.set()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            self._asked.wait()
            self._asked.clear()
            if not self._rested.is_set():
                self._missed = tuple(back_up_all(self._sessions(), self._folder))
                if not self._asked.is_set() or self._closing:
                    self._rested.set()
            if self._closing:
                return
