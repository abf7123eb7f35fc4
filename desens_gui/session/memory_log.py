"""A session log that keeps everything in memory: for trials at full speed and for tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.session.ports import Ack, Clock, Head


def _nobody(_ack: Ack) -> None:
    """Nobody waits for the acknowledgement."""


class MemoryLog:
    """Durable as long as the program runs; its entries carry no hash."""

    def __init__(self, *, clock: Clock, on_ack: Callable[[Ack], None] = _nobody) -> None:
        self._clock = clock
        self._on_ack = on_ack
        self._records: list[Recorded[Event]] = []
        self._closed = False

    def append(self, records: Sequence[Recorded[Event]]) -> None:
        if self._closed:
            raise ValueError("the log is closed")
        first = len(self._records) + 1
        numbers = [record.seq for record in records]
        if numbers != list(range(first, first + len(numbers))):
            raise ValueError(f"entry {first} is next, not {numbers}")
        self._records.extend(records)
        utc_us = self._clock.now().utc_us
        for record in records:
            self._on_ack(Ack(record.seq, record.uuid, utc_us))

    def read_all(self) -> tuple[Recorded[Event], ...]:
        return tuple(self._records)

    @property
    def head(self) -> Head:
        return Head(len(self._records))

    @property
    def waiting(self) -> int:
        return 0

    @property
    def problem(self) -> None:
        """Memory never fails."""

    def close(self, timeout_s: float = 5.0) -> bool:
        del timeout_s  # nothing ever waits here
        self._closed = True
        return True
