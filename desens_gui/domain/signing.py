"""What waits for a name, what was signed, and the running digest of the treatment that a signature binds."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from desens_gui.domain.events.people import Meaning
from desens_gui.domain.recorded import Role


class CoSignFor(StrEnum):
    PLAN = "plan"
    BAG = "bag"
    ORDER = "order"


class Unsigned(msgspec.Struct, frozen=True, kw_only=True):
    """One fact that waits for a co-signature.

    by: the only name that may give it, "": anybody but `done_by`, who did it alone. to: who took it.
    """

    seq: int
    what: CoSignFor
    by: str = ""
    done_by: tuple[str, ...] = ()
    digest: str
    at_ns: int


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """As printed: name, role, meaning, moment. facts: how many facts of the treatment it stands for."""

    meaning: Meaning
    person: str
    name: str
    role: Role
    at_ns: int
    facts: int
    digest: str


class Treatment(msgspec.Struct, frozen=True):
    """The facts of the treatment so far: how many, and a digest that binds each of them in its place."""

    facts: int = 0
    digest: str = ""
