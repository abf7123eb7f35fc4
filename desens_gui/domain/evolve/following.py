"""The fact being followed, with its moments placed on session time."""

from __future__ import annotations

from typing import Any

import msgspec

from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.session import Session


class Following(msgspec.Struct, frozen=True):
    """The state before the fact, the stamp it was recorded at, and that stamp on session time."""

    session: Session
    stamp: Instant
    now_ns: int

    def place(self, at: Utc) -> int:
        """Session time of a reported moment; never before the session began."""
        return max(0, self.session.timeline.place_reported(at, self.stamp))

    def place_at_pump(self, at: Utc) -> int:
        """As `place`, and never before what was last reported of the pump: typed times are whole seconds."""
        pump = self.session.pump
        return self.place(at) if pump is None else max(self.place(at), pump.since_ns)


def changed(session: Session, **fields: Any) -> Session:
    return msgspec.structs.replace(session, **fields)
