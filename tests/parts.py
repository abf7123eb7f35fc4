"""A session that changes its workstation, driven by commands."""

from __future__ import annotations

from desens_gui.domain.commands.parts import ClosePart, TakeOver
from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.instants import Instant
from desens_gui.domain.recorded import PROGRAM
from tests.driving import Chair

HASH = "8a3177f0" + "c" * 56
CODE = "312-8A31-77F0"


def closing(to: str = "ward-7", *, why: Leaving = Leaving.HANDED_OVER, code: str = "") -> ClosePart:
    return ClosePart(why=why, to=to, code=code)


def taking(last_seen: Instant, part_id: str = "2026-11-22-b", by: str = "Mara Lindt") -> TakeOver:
    return TakeOver(
        part_id=part_id,
        from_workstation="chair-4",
        head_hash=HASH,
        head_seal=None,
        by=by,
        last_seen=last_seen,
        program="desens 0.1",
    )


def moved(chair: Chair, *, seconds: float = 90, closed: bool = True) -> None:
    """To another machine, on which the session is taken over so much later."""
    if closed:
        chair.do(closing())
    last = chair.clock.now()
    chair.clock.reboot("another machine", seconds)
    chair.do(taking(last), PROGRAM)
