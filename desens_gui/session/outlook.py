"""What comes next in a session, in order of time, if everything goes on as it is."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from desens_gui.domain.schedule import (
    bag_empty_ns,
    check_is_open,
    check_times,
    iv_site_due_ns,
    observation_over_ns,
    seen_due_ns,
    step_end_ns,
)
from desens_gui.session.moment import Moment


class Coming(StrEnum):
    STEP_ELAPSED = "step_elapsed"
    CHECK = "check"
    SEEN = "seen"
    IV_SITE = "iv_site"
    BAG_EMPTY = "bag_empty"
    OBSERVATION_OVER = "observation_over"


class Due(msgspec.Struct, frozen=True):
    """at_ns is session time; in the past: overdue."""

    kind: Coming
    at_ns: int


def due_list(now: Moment) -> tuple[Due, ...]:
    """Nothing before the policy is set, and nothing once the session is over."""
    session, policy = now.state, now.state.policy
    if policy is None or session.is_over:
        return ()
    times = check_times(session, policy)
    check_ns = times.due_ns if times is not None and check_is_open(session, policy, now.now_ns) else None
    found = (
        (Coming.STEP_ELAPSED, step_end_ns(session)),
        (Coming.CHECK, check_ns),
        (Coming.SEEN, seen_due_ns(session, policy)),
        (Coming.IV_SITE, iv_site_due_ns(session, policy)),
        (Coming.BAG_EMPTY, bag_empty_ns(session, policy)),
        (Coming.OBSERVATION_OVER, observation_over_ns(session, policy)),
    )
    coming = [Due(kind, at_ns) for kind, at_ns in found if at_ns is not None]
    return tuple(sorted(coming, key=lambda due: due.at_ns))
