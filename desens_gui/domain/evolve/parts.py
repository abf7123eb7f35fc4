"""What a change of the workstation changes: only where the session is recorded."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import PartEvent
from desens_gui.domain.events.parts import PartClosed, PartTakenOver
from desens_gui.domain.evolve.following import Following, changed
from desens_gui.domain.session import Left, Part, Session


def after_part(follow: Following, event: PartEvent) -> Session:
    match event:
        case PartClosed():
            left = Left(why=event.why, to=event.to, code=event.code, at_ns=follow.now_ns)
            return changed(follow.session, left=left)
        case PartTakenOver():
            return changed(follow.session, left=None, part=Part(taken=event, at_ns=follow.now_ns))
        case _:
            assert_never(event)
