"""A fact as it stands in the record: what, when, by whom."""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

from desens_gui.domain.instants import Instant


class Role(StrEnum):
    """What a person may do here. PROGRAM is the program itself (ticks, restarts)."""

    NURSE = "nurse"
    ALLERGIST = "allergist"
    PHARMACIST = "pharmacist"
    ADMINISTRATOR = "administrator"
    UNIDENTIFIED = "unidentified"
    PROGRAM = "program"


class Actor(msgspec.Struct, frozen=True):
    """Who acts: an id that is unique at the site, and the role it acts in."""

    id: str
    role: Role


PROGRAM = Actor("desens", Role.PROGRAM)

E = TypeVar("E")


class Recorded(msgspec.Struct, Generic[E], frozen=True, kw_only=True):
    """One event with its place and its circumstances; no event repeats them."""

    seq: int
    uuid: str
    stamp: Instant
    zone_offset_min: int
    actor: Actor
    second_person: str | None = None
    workstation: str
    event: E
