"""Whether another workstation took the session over meanwhile: then this part is closed at once."""

from __future__ import annotations

from pathlib import Path

from desens_gui.domain.commands.parts import ClosePart
from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.recorded import PROGRAM
from desens_gui.session.live_session import LiveSession
from desens_gui.system.taken_over import read_mark

EVERY_NS = 2_000_000_000


class MarkWatch:
    """Looks beside the file at most every two seconds of the boot clock."""

    def __init__(self, live: LiveSession, path: Path) -> None:
        self._live = live
        self._path = path
        self._looked_ns: int | None = None

    def beat(self) -> None:
        now_ns = self._live.moment().stamp.boot_ns
        if self._looked_ns is not None and now_ns - self._looked_ns < EVERY_NS:
            return
        self._looked_ns = now_ns
        if self._live.state.is_over:
            return
        mark = read_mark(self._path)
        if mark is not None:
            why = Leaving.CONTINUED
            self._live.submit(ClosePart(why=why, to=mark.workstation, code=mark.code), PROGRAM)
