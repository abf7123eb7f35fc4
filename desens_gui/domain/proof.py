"""That a person showed who they are, for one thing that was shown at one moment (SAFETY S10)."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact
from desens_gui.domain.instants import Utc
from desens_gui.domain.recorded import Role


class Means(StrEnum):
    """How a person showed who they are."""

    PIN = "pin"
    BADGE = "badge"


class Proof(Fact, frozen=True):
    """Made outside the rules, where PIN or badge is checked. digest: of what was shown then."""

    person: str
    role: Role
    how: Means
    digest: str
    at: Utc


class TelephoneWord(Fact, frozen=True):
    """What somebody confirmed by telephone, as the person at the chair tells it; at None: now."""

    by: str
    read_back: bool
    at: Utc | None = None
