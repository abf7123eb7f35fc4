"""Who answered for what: identity shown, confirmed by telephone, co-signed, signed."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact
from desens_gui.domain.instants import Utc
from desens_gui.domain.proof import Proof
from desens_gui.domain.quantities import Rate


class IdentityProved(Fact, frozen=True, tag="identity_proved/1"):
    """For the fact that follows, recorded with it; this proof counts for no other."""

    proof: Proof


class TelephoneConfirmed(Fact, frozen=True, tag="telephone_confirmed/1"):
    """For the double check that follows: read to this person by telephone and read back."""

    by: str
    at: Utc
    digest: str


class CoSigned(Fact, frozen=True, tag="co_signed/1"):
    """of: the number of the fact that waited for this name; digest: of what it said."""

    of: int
    name: str
    digest: str


class Meaning(StrEnum):
    """What a signature says."""

    PERFORMED = "performed"
    VERIFIED = "verified"
    REVIEWED = "reviewed"


class SessionSigned(Fact, frozen=True, tag="session_signed/1"):
    """Role, date and time stand beside it. facts, digest: how many facts of the treatment, and which."""

    meaning: Meaning
    name: str
    facts: int
    digest: str


class UnidentifiedNamed(Fact, frozen=True, tag="unidentified_named/1"):
    """Whoever recorded this made these entries, by their numbers, without signing in."""

    entries: tuple[int, ...]


class ChairCovered(Fact, frozen=True, tag="chair_covered/1"):
    """Whoever recorded this relieved this person, and read on the running pump what is recorded of it."""

    relieves: str
    name: str
    rate_ml_h: Rate
