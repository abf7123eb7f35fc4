"""Refusals that any command may meet."""

from __future__ import annotations

from desens_gui.domain.instants import Utc
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Role
from desens_gui.domain.refusal import Refusal


class NoSession(Refusal, frozen=True, tag="no_session"):
    pass


class SessionAlreadyOpen(Refusal, frozen=True, tag="session_already_open"):
    pass


class SessionIsOver(Refusal, frozen=True, tag="session_is_over"):
    pass


class NotForRole(Refusal, frozen=True, tag="not_for_role"):
    command: str
    role: Role


class NotIdentified(Refusal, frozen=True, tag="not_identified"):
    """The acting person is not among the staff of this session."""

    person: str


class NotNow(Refusal, frozen=True, tag="not_now"):
    """The session stands where this makes no sense."""

    command: str
    stage: str


class TimeInFuture(Refusal, frozen=True, tag="time_in_future"):
    field: str
    at: Utc
    now: Utc


class TimeTooEarly(Refusal, frozen=True, tag="time_too_early"):
    """Before the moment that it must follow."""

    field: str
    at: Utc
    earliest: Utc


class TextMissing(Refusal, frozen=True, tag="text_missing"):
    field: str


class TextTooLong(Refusal, frozen=True, tag="text_too_long"):
    field: str
    length: int
    most: int


class OrderNeeded(Refusal, frozen=True, tag="order_needed"):
    """Only on a prescriber's order for exactly this."""

    purpose: OrderFor


class OrderNotReadBack(Refusal, frozen=True, tag="order_not_read_back"):
    by: str


class AwayNotAnswered(Refusal, frozen=True, tag="away_not_answered"):
    """Nobody has said yet what the pump did while the program was away."""

    away: Duration


class NothingToName(Refusal, frozen=True, tag="nothing_to_name"):
    """No such entry was made without signing in, or it was answered for already."""
