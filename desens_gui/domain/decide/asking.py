"""Who asks what of which session at which moment, and the limits of a moment that a person reports."""

from __future__ import annotations

import msgspec

from desens_gui.domain.instants import US, Instant, Utc
from desens_gui.domain.policy import Policy
from desens_gui.domain.prescribing import OrderFor, OrderTaken, Prescription
from desens_gui.domain.proof import Proof
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.refusals.general import (
    AwayNotAnswered,
    OrderNeeded,
    OrderNotReadBack,
    TextMissing,
    TextTooLong,
    TimeInFuture,
    TimeTooEarly,
)
from desens_gui.domain.refusals.people import OrderNotOwn, OrderToOneself
from desens_gui.domain.session import Session

TEXT_LIMIT = 2000
NAME_LIMIT = 120

TextProblem = TextMissing | TextTooLong
OrderProblem = OrderNeeded | OrderNotReadBack | OrderNotOwn | OrderToOneself | TextProblem


class Asking(msgspec.Struct, frozen=True):
    """The circumstances of one command. now_ns is session time."""

    session: Session
    actor: Actor
    proof: Proof | None
    stamp: Instant
    now_ns: int

    @property
    def now(self) -> Utc:
        return Utc(self.stamp.utc_us)

    def moment(self, at: Utc | None) -> Utc:
        return self.now if at is None else at

    def moment_ns(self, at: Utc | None) -> int:
        """Session time of a reported moment."""
        return self.now_ns if at is None else self.session.timeline.place_reported(at, self.stamp)

    def utc_of(self, at_ns: int) -> Utc:
        """Wall time of a past session time, as the clock shows now."""
        return Utc(self.stamp.utc_us - (self.now_ns - at_ns) // US)

    def outside(self, field: str, at: Utc | None, earliest_ns: int) -> TimeInFuture | TimeTooEarly | None:
        """Why a reported moment cannot be: after now, or before what it must follow."""
        if at is None:
            return None
        if at > self.now:
            return TimeInFuture(field=field, at=at, now=self.now)
        if self.moment_ns(at) < earliest_ns - US * 1_000_000:
            return TimeTooEarly(field=field, at=at, earliest=self.utc_of(earliest_ns))
        return None


def policy_of(session: Session) -> Policy:
    """The policy of a session that has one; only called past set-up's own check."""
    assert session.policy is not None
    return session.policy


def away_problem(ask: Asking) -> AwayNotAnswered | None:
    """Nobody has said yet what the pump did while the program was away: what was given is not known."""
    away = ask.session.away
    return None if away is None else AwayNotAnswered(away=Duration.ns(ask.now_ns - away.from_ns))


def text_problem(field: str, text: str, most: int = TEXT_LIMIT) -> TextProblem | None:
    if not text.strip():
        return TextMissing(field=field)
    if len(text) > most:
        return TextTooLong(field=field, length=len(text), most=most)
    return None


def ordered(session: Session, purpose: OrderFor, since_ns: int) -> bool:
    """Whether an order for exactly this was taken at that session time or after."""
    return any(seen.order.purpose is purpose and seen.at_ns >= since_ns for seen in session.orders)


def same_name(one: str, other: str) -> bool:
    """However it was typed: case and spaces aside."""
    return one.split() != [] and one.casefold().split() == other.casefold().split()


def order_problem(ask: Asking, order: Prescription | None, purpose: OrderFor) -> OrderProblem | None:
    """Why this is not an order for that: none, for something else, not read back, a wrong name."""
    if order is None or order.purpose is not purpose:
        return OrderNeeded(purpose=purpose)
    if problem := text_problem("prescriber", order.by, NAME_LIMIT):
        return problem
    member = ask.session.known(ask.actor.id)
    own_name = member is not None and same_name(member.name, order.by)
    if order.taken is OrderTaken.OWN:
        return None if own_name and ask.actor.role is Role.ALLERGIST else OrderNotOwn(by=order.by)
    if own_name:
        return OrderToOneself(by=order.by)
    return None if order.read_back else OrderNotReadBack(by=order.by)
