"""The dose given against time, as the corners of a line of straight parts; and the dose as it was planned."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction

import msgspec

from desens_gui.course.placed import Placed, placed_ns
from desens_gui.course.steps import counted_until
from desens_gui.domain.events.restart import AwayAnswered, PumpMeanwhile
from desens_gui.domain.ledger import NOTHING, Flow, Ledger, given
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.quantities import Amount, Volume
from desens_gui.domain.session import Away, Session


class Corner(msgspec.Struct, frozen=True):
    """The dose given by a moment; two corners at one moment are a step of the line."""

    at_ns: int
    given: Amount


class DoseCurve:
    """Follows the facts of a session. Between two corners the dose grows evenly."""

    def __init__(self) -> None:
        self._corners: list[Corner] = []

    def add(self, placed: Placed) -> None:
        before, after = placed.before, placed.after
        if after.plan is None or before.ledger == after.ledger:
            return
        known_ns = placed.at_ns
        if isinstance(placed.event, AwayAnswered) and before.away is not None:
            known_ns = _ran_until(placed, placed.event, before.away)
        self._corners = self._until(before.ledger, after.plan, known_ns)
        _put(self._corners, Corner(placed.at_ns, given(after.ledger, after.plan, placed.at_ns)))

    def corners(self, state: Session, at_ns: int) -> tuple[Corner, ...]:
        """The whole line up to a moment; `state` is the newest. Empty until the pump was reported running."""
        if state.plan is None:
            return ()
        return tuple(self._until(state.ledger, state.plan, counted_until(state, at_ns)))

    def _until(self, ledger: Ledger, plan: Plan, at_ns: int) -> list[Corner]:
        """The line up to a moment, with a corner at it: those so far, then those of the running flow."""
        corners = [corner for corner in self._corners if corner.at_ns <= at_ns]
        if not corners:
            return corners
        if ledger.flow is None or corners != self._corners:
            return _put(corners, Corner(at_ns, _between(self._corners, at_ns)))
        bends = [ns for ns in _bends(ledger, ledger.flow, plan) if corners[-1].at_ns < ns < at_ns]
        for ns in (*bends, at_ns):
            _put(corners, Corner(ns, given(ledger, plan, ns)))
        return corners


def planned_corners(plan: Plan, started_ns: int) -> tuple[Corner, ...]:
    """As planned from the start of step 1: without checks, bag changes and pauses."""
    corners = [Corner(started_ns, Amount.zero(plan.unit))]
    corners.extend(Corner(started_ns + step.elapsed.whole_ns, step.cumulative) for step in plan.steps)
    return tuple(corners)


def _put(corners: list[Corner], corner: Corner) -> list[Corner]:
    """Append a corner, once."""
    if corners[-1:] != [corner]:
        corners.append(corner)
    return corners


def _ran_until(placed: Placed, event: AwayAnswered, away: Away) -> int:
    """Up to when the pump is known to have run on while the program was away."""
    if event.meanwhile is PumpMeanwhile.NOT_SURE:
        return away.from_ns
    ended_ns = placed.recorded_ns if away.ended_ns is None else away.ended_ns
    if event.meanwhile is PumpMeanwhile.RAN or event.at is None:
        return ended_ns
    return min(max(placed_ns(placed.after, placed.recorded, event.at), away.from_ns), ended_ns)


def _bends(ledger: Ledger, flow: Flow, plan: Plan) -> list[int]:
    """Where the running line turns by itself: the set volume is through, the bag is empty."""
    left = plan.bag(flow.bag).volume - ledger.of_bag(flow.bag, flow.since_ns)
    moments = (_moved_ns(flow, volume) for volume in (flow.limit, left) if volume is not None)
    return sorted(ns for ns in moments if ns is not None)


def _moved_ns(flow: Flow, volume: Volume) -> int | None:
    """When the flow has moved a volume; None if it never does."""
    if flow.limit is None or volume <= flow.limit:
        return flow.since_ns + (max(NOTHING, volume) / flow.rate).whole_ns
    if not flow.after:
        return None
    return flow.since_ns + (flow.limit / flow.rate + (volume - flow.limit) / flow.after).whole_ns


def _between(corners: list[Corner], at_ns: int) -> Amount:
    """The dose on the line at a moment that is not before its first corner; after the last one it stays."""
    after = bisect_right(corners, at_ns, key=lambda corner: corner.at_ns)
    left = corners[after - 1]
    if after == len(corners):
        return left.given
    right = corners[after]
    share = Fraction(at_ns - left.at_ns, right.at_ns - left.at_ns)
    return left.given + (right.given - left.given).times(share)
