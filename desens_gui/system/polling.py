"""Asks the machine something now and then on a thread of its own, so that no answer keeps anybody waiting."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Polling(Generic[T]):
    """`newest` is the last answer, None before there is one. Close it: the thread ends."""

    def __init__(self, name: str, ask: Callable[[], T], every_s: float) -> None:
        self._ask = ask
        self._every_s = every_s
        self._over = Event()
        self.newest: T | None = None
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def _work(self) -> None:
        while not self._over.is_set():
            self.newest = self._ask()
            self._over.wait(self._every_s)

    def close(self, timeout_s: float = 3.0) -> None:
        self._over.set()
        self._thread.join(timeout_s)
