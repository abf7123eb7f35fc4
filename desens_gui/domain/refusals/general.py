"""Refusals that any command may meet."""

from __future__ import annotations

from desens_gui.domain.instants import Utc
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Role
from desens_gui.domain.refusal import Refusal


class NoSession(Refusal, tag="no_session"):
    pass


class SessionAlreadyOpen(Refusal, tag="session_already_open"):
    pass


class SessionIsOver(Refusal, tag="session_is_over"):
    pass


class NotForRole(Refusal, tag="not_for_role"):
    command: str
    role: Role


class NotIdentified(Refusal, tag="not_identified"):
    """The acting person is not among the staff of this session."""

    person: str


class NotNow(Refusal, tag="not_now"):
    """The session stands where this makes no sense."""

    command: str
    stage: str


class TimeInFuture(Refusal, tag="time_in_future"):
    field: str
    at: Utc
    now: Utc


class TimeTooEarly(Refusal, tag="time_too_early"):
    """Before the moment that it must follow."""

    field: str
    at: Utc
    earliest: Utc


class TextMissing(Refusal, tag="text_missing"):
    field: str


class TextTooLong(Refusal, tag="text_too_long"):
    field: str
    length: int
    most: int


class OrderNeeded(Refusal, tag="order_needed"):
    """Only on a prescriber's order for exactly this."""

    purpose: OrderFor


class OrderNotReadBack(Refusal, tag="order_not_read_back"):
    by: str


class AwayNotAnswered(Refusal, tag="away_not_answered"):
    """Nobody has said yet what the pump did while the program was away."""

    away: Duration
