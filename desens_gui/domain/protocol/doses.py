"""A protocol of single doses: swallowed, injected or pushed one by one, within a day or over many.

A protocol that was decoded is well formed, not sensible: `plan.resolve_doses` is the judge of that.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from desens_gui.domain.protocol.about import About, CitedTime, ProtocolKind, Route, Source, Status
from desens_gui.domain.quantities import Amount, Concentration, Duration, Number, Volume


class TargetMeans(StrEnum):
    """What the target dose of the protocol is: all its doses together, or its last dose."""

    CUMULATIVE = "cumulative"
    LAST_DOSE = "last-dose"


class Stock(Struct, frozen=True, kw_only=True):
    """One concentration that doses are drawn from."""

    number: int
    concentration: Concentration
    sources: tuple[str, ...]


class ProtocolDose(Struct, frozen=True, kw_only=True):
    """One dose: an amount, or a share of the target. wait: until the next dose, at least and at most.

    day counts from 1 within the protocol. days: in a course the dose is given once daily for so many days;
    None: from its first day on.
    """

    number: int
    amount: Amount | None = None
    share: Number | None = None
    stock: int | None = None
    day: int = 1
    days: int | None = 1
    wait: Duration | None = field(name="wait_s", default=None)
    wait_at_most: Duration | None = field(name="wait_at_most_s", default=None)
    push: Duration | None = field(name="push_s", default=None)
    flush: Volume | None = field(name="flush_ml", default=None)
    sources: tuple[str, ...]


class Companion(Struct, frozen=True, kw_only=True):
    """A second drug in the same preparation: how much of it goes with one mg of the first."""

    drug: str
    per_amount: Number
    sources: tuple[str, ...]


class FollowOn(Struct, frozen=True, kw_only=True):
    """The therapeutic dose after the protocol. No amount: as ordered. within: from the first dose on."""

    drug: str
    route: Route
    amount: Amount | None = None
    within: CitedTime | None = None
    sources: tuple[str, ...]


class DoseProtocol(Struct, frozen=True, kw_only=True):
    """A whole recipe with its sources. fev1_min_percent: of predicted, below it nothing is given."""

    id: str
    revision: int
    title: str
    kind: ProtocolKind
    route: Route
    status: Status
    drugs: tuple[str, ...]
    target: TargetMeans
    stocks: tuple[Stock, ...] = ()
    doses: tuple[ProtocolDose, ...]
    companion: Companion | None = None
    follow_on: FollowOn | None = None
    fev1_min_percent: Number | None = None
    observation: CitedTime | None = None
    sources: tuple[Source, ...]
    about: About = About()

    @property
    def challenge(self) -> bool:
        """A graded challenge: it tests, and induces no tolerance."""
        return self.kind is ProtocolKind.CHALLENGE
