"""Going on with a killed run: the scenario is played again against what its file holds, up to where it died.

A run reads no clock but the simulated one, so playing it again makes the same facts; each is held against the
file. Where the file ends, or where a former process died and a next one took over, the program was away.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from desens_gui.domain.events.every import Event
from desens_gui.domain.events.restart import ProgramResumed
from desens_gui.domain.recorded import Recorded
from desens_gui.session.ports import Head, SessionLog
from desens_gui.session.saving import Acks

Records = Sequence[Recorded[Event]]


class Recorder(Protocol):
    """Where a simulated session is kept."""

    @property
    def acks(self) -> Acks:
        """What its logs acknowledge to."""
        ...

    def open(self) -> tuple[SessionLog, Records]:
        """The log and what it holds, at the start and again after the program was away."""
        ...

    @property
    def died_here(self) -> bool:
        """Whether the run that is played again died at this very place."""
        ...


class NotThisRun(Exception):
    """The file holds something else than this scenario makes; seq: the first entry that differs."""

    def __init__(self, seq: int) -> None:
        super().__init__(seq)
        self.seq = seq


class Rehearsal:
    """A recorder and its log over the facts of a file; where they end it hands over to the real recorder."""

    def __init__(self, kept: Records, recorder: Recorder) -> None:
        self._kept = kept
        self._recorder = recorder
        self._place = 0
        self._live = False

    @property
    def acks(self) -> Acks:
        return self._recorder.acks

    def open(self) -> tuple[SessionLog, Records]:
        if self._place == len(self._kept):
            self._live = True
            return self._recorder.open()
        return self, self._kept[: self._place]

    @property
    def died_here(self) -> bool:
        if self._live or self._place == 0:
            return False
        return self._place == len(self._kept) or self._taken_over(self._kept[self._place])

    def _taken_over(self, following: Recorded[Event]) -> bool:
        """A process that resumed a run did so at the very instant of the last fact."""
        before = self._kept[self._place - 1]
        return isinstance(following.event, ProgramResumed) and following.stamp == before.stamp

    def append(self, records: Records) -> None:
        """Hold the facts against the file's; NotThisRun at the first that is another."""
        for record in records:
            kept = self._kept[self._place] if self._place < len(self._kept) else None
            if kept is None or msgspec.structs.replace(record, uuid=kept.uuid) != kept:
                raise NotThisRun(record.seq)
            self._place += 1

    def require_all(self) -> None:
        """At the end of the scenario; NotThisRun if the file goes on."""
        if not self._live and self._place < len(self._kept):
            raise NotThisRun(self._place + 1)

    @property
    def head(self) -> Head:
        return Head(self._place)

    @property
    def waiting(self) -> int:
        return 0

    @property
    def problem(self) -> None:
        """Nothing is written here."""

    def close(self, timeout_s: float = 5.0) -> bool:
        del timeout_s  # nothing ever waits here
        return True
