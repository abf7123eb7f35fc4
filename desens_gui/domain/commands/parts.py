"""Going on at another workstation (SAFETY S21)."""

from __future__ import annotations

from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.fact import Order
from desens_gui.domain.instants import Instant


class ClosePart(Order, frozen=True, tag="close_part"):
    """to: the workstation or place where it goes on; code: its compare code, where it goes on already."""

    why: Leaving
    to: str
    code: str = ""


class TakeOver(Order, frozen=True, tag="take_over"):
    """Begin a new part over the facts of an old one. last_seen: when the old one is known to have run."""

    part_id: str
    from_workstation: str
    head_hash: str
    head_seal: str | None
    by: str
    last_seen: Instant
    program: str
