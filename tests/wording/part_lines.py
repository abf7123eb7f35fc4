"""The facts of a session that changes its workstation, and the line each reads as."""

from __future__ import annotations

import msgspec

from desens_gui.domain.events import parts
from desens_gui.domain.events.every import Event

TAKEN = parts.PartTakenOver(
    part_id="2026-11-22-b",
    number=2,
    continues="2026-11-22-a",
    from_workstation="chair-4",
    head_seq=312,
    head_hash="8a3177f0" + "c" * 56,
    head_seal=None,
    closed_there=True,
    by="M. Lindt",
)

PART_LINES: tuple[tuple[Event, str], ...] = (
    (
        parts.PartClosed(why=parts.Leaving.HANDED_OVER, to="ward-7"),
        "Handed over to another workstation: ward-7. This part is closed",
    ),
    (
        parts.PartClosed(why=parts.Leaving.CONTINUED, to="ward-7", code="312-8A31-77F0"),
        "Goes on at another workstation: ward-7, compare code 312-8A31-77F0. This part is closed",
    ),
    (TAKEN, "Taken over here as part 2 by M. Lindt, from chair-4; that part was closed"),
    (
        msgspec.structs.replace(TAKEN, closed_there=False),
        "Taken over here as part 2 by M. Lindt, from chair-4; that part was not closed first",
    ),
)
