"""What a session still waits for, from people who were not there or from the days after."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.quantities import NS_PER_HOUR
from desens_gui.domain.session import Session
from desens_gui.domain.signing import CoSignFor
from desens_gui.domain.stage import Ended

FOLLOW_UP_NS = 24 * NS_PER_HOUR
"""Follow-up at 24 h: SAFETY S19."""


class Waiting(StrEnum):
    NOT_ENDED = "not_ended"
    AWAY_NOT_ANSWERED = "away_not_answered"
    UNIDENTIFIED = "unidentified"
    PLAN_CO_SIGN = "plan_co_sign"
    BAG_CO_SIGN = "bag_co_sign"
    ORDER_CO_SIGN = "order_co_sign"
    FOLLOW_UP = "follow_up"
    LATE_RASH = "late_rash"


_CO_SIGN = {
    CoSignFor.PLAN: Waiting.PLAN_CO_SIGN,
    CoSignFor.BAG: Waiting.BAG_CO_SIGN,
    CoSignFor.ORDER: Waiting.ORDER_CO_SIGN,
}


class Outstanding(msgspec.Struct, frozen=True, kw_only=True):
    """seq: the fact that waits for a name. who: the only one who may sign. at_ns: when it was, or is due."""

    what: Waiting
    seq: int | None = None
    who: str = ""
    at_ns: int | None = None


def outstanding(course: CourseSoFar) -> tuple[Outstanding, ...]:
    """All that is open, the session itself first, then in order of recording, then the days after."""
    state = course.state
    if state is None:
        return ()
    return (*_of_session(state), *_of_signatures(state), *_of_days_after(state))


def _of_session(state: Session) -> list[Outstanding]:
    found = []
    if state.ending is None:
        found.append(Outstanding(what=Waiting.NOT_ENDED))
    if state.away is not None:
        found.append(Outstanding(what=Waiting.AWAY_NOT_ANSWERED, at_ns=state.away.from_ns))
    found += [Outstanding(what=Waiting.UNIDENTIFIED, seq=recorded.seq) for recorded in state.unnamed]
    return found


def _of_signatures(state: Session) -> list[Outstanding]:
    """Checks without a second person at the chair, and orders given by telephone (SAFETY S10)."""
    return [
        Outstanding(what=_CO_SIGN[waits.what], seq=waits.seq, who=waits.by, at_ns=waits.at_ns)
        for waits in state.unsigned
    ]


def _of_days_after(state: Session) -> list[Outstanding]:
    if not isinstance(state.stage, Ended) or not state.drug_ran or state.ending is Ending.DIED:
        return []
    return [
        Outstanding(what=Waiting.FOLLOW_UP, at_ns=state.stage.at_ns + FOLLOW_UP_NS),
        Outstanding(what=Waiting.LATE_RASH),
    ]
