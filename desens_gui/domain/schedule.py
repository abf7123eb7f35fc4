"""When the next check, answer or end is due, on the session's own time (SAFETY S6 to S8, S16)."""

from __future__ import annotations

import msgspec

from desens_gui.domain.events.check import CheckOutcome, CheckPurpose
from desens_gui.domain.policy import Policy
from desens_gui.domain.session import CheckSeen, Session, StepRun
from desens_gui.domain.stage import ChangingBag, Flushing, GoingUp, Observing, Reacting, Stepping
from desens_gui.domain.standing import missing_items


class CheckTimes(msgspec.Struct, frozen=True):
    """When a check is due and from when on it is late; stop_ns: the screen then asks to stop the pump."""

    due_ns: int
    late_ns: int
    very_late_ns: int
    stop_ns: int | None = None


def step_end_ns(session: Session) -> int | None:
    """When the running step's minutes are over; None while they do not count or in the last step."""
    if session.plan is None or session.step is None or session.on_last_step:
        return None
    return _reached_ns(session.step, session.plan.step(session.step.number).duration.whole_ns)


def _reached_ns(run: StepRun, elapsed_ns: int) -> int | None:
    if run.running_since_ns is None:
        return None
    return run.running_since_ns + max(0, elapsed_ns - run.ran_ns)


def check_times(session: Session, policy: Policy) -> CheckTimes | None:
    """The times of the next check, whether or not one stands already; None where none is due."""
    match session.stage:
        case Stepping():
            return _in_step(session, policy)
        case Reacting(called_ns=called):
            last = session.check.recorded_ns if session.check else called
            return _times(policy, max(called, last) + policy.reaction_vitals_repeat.whole_ns)
        case Observing(since_ns=since, ending=None):
            over = since + policy.observation.whole_ns
            return None if session.end_check else _times(policy, over - policy.prompt_before.whole_ns)
        case _:
            return None


def _in_step(session: Session, policy: Policy) -> CheckTimes | None:
    if session.on_last_step:
        return _in_last_step(session, policy)
    due = step_end_ns(session)
    if due is None:
        return None
    if session.stay_until_ns is not None:
        due = max(due, session.stay_until_ns)
    again = _repeat_ns(session, policy)
    return _times(policy, due if again is None else max(due, again))


def _repeat_ns(session: Session, policy: Policy) -> int | None:
    """When a check with a finding is to be repeated (SAFETY S11)."""
    check = current_check(session)
    if check is None or check.outcome is not CheckOutcome.DO_NOT_GO_UP:
        return None
    return check.recorded_ns + policy.stay_repeat.whole_ns


def _in_last_step(session: Session, policy: Policy) -> CheckTimes | None:
    span = _last_step_span(session, policy)
    if span is None:
        return None
    due = span[1]
    watched = max(due, session.watch_ns or due)
    return CheckTimes(
        due,
        due + policy.late_low.whole_ns,
        due + policy.last_step_late_medium.whole_ns,
        watched + policy.last_step_stop_ask.whole_ns,
    )


def _times(policy: Policy, due_ns: int) -> CheckTimes:
    return CheckTimes(due_ns, due_ns + policy.late_low.whole_ns, due_ns + policy.late_medium.whole_ns)


def _last_step_span(session: Session, policy: Policy) -> tuple[int, int] | None:
    """From the last full check (at first: 15 min before the first one) to the time of the next (SAFETY S7).

    Only a complete check counts; one with a finding is repeated soon.
    """
    first = None if session.step is None else _reached_ns(session.step, policy.last_step_first_check.whole_ns)
    if first is None:
        return None
    check = current_check(session)
    full = None if check is None else check.full_ns
    begun, due = first - policy.last_step_first_check.whole_ns, first
    if full is not None and full >= first - policy.prompt_before.whole_ns:
        begun, due = full, full + policy.last_step_check_every.whole_ns
    again = _repeat_ns(session, policy)
    return (begun, due) if again is None else (begun, min(due, again))


def current_check(session: Session) -> CheckSeen | None:
    """The check of the running step since the pump was last confirmed running, if it has not been used."""
    check, run = session.check, session.step
    if check is None or run is None or check.used or check.purpose is not CheckPurpose.STEP:
        return None
    if check.step != run.number or check.recorded_ns < session.fresh_from_ns:
        return None
    return check


def check_is_open(session: Session, policy: Policy, at_ns: int) -> bool:
    """Whether the due check still has to be made: none stands that is complete now and when it is due."""
    times = check_times(session, policy)
    if times is None:
        return False
    if not isinstance(session.stage, Stepping) or session.on_last_step:
        return True
    check = current_check(session)
    if check is None:
        return True
    if check.outcome is CheckOutcome.DO_NOT_GO_UP:
        return at_ns >= times.due_ns
    needed_ns = max(at_ns, times.due_ns)
    return bool(missing_items(session, policy, check, needed_ns, session.fresh_from_ns))


def seen_due_ns(session: Session, policy: Policy) -> int | None:
    """Half-way between two checks of the last step: "seen and asked, no change"."""
    if not isinstance(session.stage, Stepping) or not session.on_last_step:
        return None
    span = _last_step_span(session, policy)
    if span is None:
        return None
    begun, due = span
    half_way = begun + (due - begun) // 2
    return None if session.seen_ns is not None and session.seen_ns >= begun else half_way


def observation_over_ns(session: Session, policy: Policy) -> int | None:
    if not isinstance(session.stage, Observing):
        return None
    return session.stage.since_ns + (policy.observation.whole_ns if session.drug_ran else 0)


def bag_empty_ns(session: Session, policy: Policy) -> int | None:
    """When the last bag runs empty if the pump goes on like this: its line is filled from it (SAFETY S12)."""
    flow = session.ledger.flow
    if session.plan is None or flow is None or not session.on_last_step or session.emptied:
        return None
    drawn = session.ledger.of_bag(flow.bag, flow.since_ns)
    left = session.plan.bag(flow.bag).volume - policy.line_volume - drawn
    return flow.since_ns + max(0, (left / flow.rate).whole_ns)


def iv_site_due_ns(session: Session, policy: Policy) -> int | None:
    if session.iv_site_ns is None or not isinstance(
        session.stage, Stepping | GoingUp | Flushing | ChangingBag
    ):
        return None
    return session.iv_site_ns + policy.iv_site_every.whole_ns
