"""Where `simulate` keeps its session: the same file and the same log as at the chair, without a thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.session.ports import Ack, Clock
from desens_gui.session.saving import Acks
from desens_gui.storage.seal import Seal
from desens_gui.storage.session_log import SqliteLog


class SimulatedFile:
    """The recorder of a run; each fact is on the disk before the next command. StorageProblem from any call.

    on_saved is called with the number of each fact once it is durable.
    """

    def __init__(
        self, path: Path, *, clock: Clock, on_saved: Callable[[int], None], seal: Seal | None = None
    ) -> None:
        self._path = path
        self._clock = clock
        self._on_saved = on_saved
        self._seal = seal
        self._log: SqliteLog | None = None
        self.acks = Acks()

    @property
    def died_here(self) -> bool:
        """A run that is played for the first time died nowhere."""
        return False

    def open(self) -> tuple[SqliteLog, Sequence[Recorded[Event]]]:
        self.close()
        self._log = SqliteLog(self._path, clock=self._clock, on_ack=self._saved, seal=self._seal)
        return self._log, self._log.read_all() if self._log.head.seq else ()

    def close(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None

    def _saved(self, ack: Ack) -> None:
        self.acks(ack)
        self._on_saved(ack.seq)
