"""What everything that reads a session is given: the state, the instant, and that instant on session time."""

from __future__ import annotations

import msgspec

from desens_gui.domain.instants import Instant
from desens_gui.domain.session import Session


class Moment(msgspec.Struct, frozen=True):
    """now_ns: nanoseconds since the session's first fact."""

    state: Session
    stamp: Instant
    now_ns: int
