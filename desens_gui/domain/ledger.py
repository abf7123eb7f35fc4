"""The dose ledger: what went through the pump, from reported rate, bag and running time, exactly.

Times are nanoseconds on the session's own time. No bag ever gives more than it held (SAFETY S12).
"""

from __future__ import annotations

import msgspec

from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.quantities import Amount, Duration, Rate, Volume

NOTHING = Volume(0)


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """The pump runs. Past `limit` (the volume it was set to deliver) it runs at `after` instead."""

    step: int
    bag: int
    rate: Rate
    since_ns: int
    limit: Volume | None = None
    after: Rate = Rate(0)

    def volume(self, at_ns: int) -> Volume:
        """What it moved by then; nothing for a moment before it began."""
        time = Duration.ns(max(0, at_ns - self.since_ns))
        moved = self.rate * time
        if self.limit is None or moved <= self.limit:
            return moved
        return self.limit + self.after * (time - self.limit / self.rate)


class Poured(msgspec.Struct, frozen=True):
    """The volume one step took from one bag."""

    step: int
    bag: int
    volume: Volume


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """Closed volumes by step and bag, and the flow that goes on. maybe: volumes that may have run on top."""

    poured: tuple[Poured, ...] = ()
    flow: Flow | None = None
    maybe: tuple[Poured, ...] = ()

    def started(self, flow: Flow) -> Ledger:
        """The pump runs like this from flow.since_ns; what ran before ends there."""
        return msgspec.structs.replace(self.stopped(flow.since_ns), flow=flow)

    def stopped(self, at_ns: int) -> Ledger:
        if self.flow is None:
            return self
        more = Poured(self.flow.step, self.flow.bag, self.flow.volume(at_ns))
        return msgspec.structs.replace(self, poured=_added(self.poured, more), flow=None)

    def poured_more(self, more: Poured) -> Ledger:
        """A correction of a closed volume; may be negative."""
        return msgspec.structs.replace(self, poured=_added(self.poured, more))

    def unsure(self, more: Poured) -> Ledger:
        """This volume may have run as well; nobody knows."""
        return msgspec.structs.replace(self, maybe=_added(self.maybe, more))

    def settled(self, bag: int, volume: Volume, at_ns: int) -> Ledger:
        """From here on the bag has given exactly this much: the bag, or the pump's own total, is the truth.

        The difference goes to the step that ran last from it; nothing about this bag is uncertain any more.
        """
        flow = self.flow
        closed = self.stopped(at_ns)
        steps = [entry.step for entry in closed.poured if entry.bag == bag]
        difference = volume - closed.of_bag(bag, at_ns)
        poured = _added(closed.poured, Poured(max(steps, default=0), bag, difference))
        maybe = tuple(entry for entry in self.maybe if entry.bag != bag)
        going_on = None if flow is None else msgspec.structs.replace(flow, since_ns=at_ns, limit=None)
        return Ledger(poured=poured, flow=going_on, maybe=maybe)

    def entries(self, at_ns: int) -> tuple[Poured, ...]:
        """Every volume by then, the running flow included, in order; not yet held against the bags."""
        return self.stopped(at_ns).poured

    def of_bag(self, bag: int, at_ns: int) -> Volume:
        """What the pump drew on the account of one bag; in the flush that may pass the bag's volume."""
        return sum((entry.volume for entry in self.entries(at_ns) if entry.bag == bag), NOTHING)


def _added(poured: tuple[Poured, ...], more: Poured) -> tuple[Poured, ...]:
    for place, entry in enumerate(poured):
        if (entry.step, entry.bag) == (more.step, more.bag):
            grown = Poured(entry.step, entry.bag, entry.volume + more.volume)
            return (*poured[:place], grown, *poured[place + 1 :])
    return (*poured, more)


class StepGiven(msgspec.Struct, frozen=True):
    """The dose one step gave from one bag."""

    step: int
    bag: int
    volume: Volume
    dose: Amount


def given_by_step(ledger: Ledger, plan: Plan, at_ns: int) -> tuple[StepGiven, ...]:
    """Doses by step and bag up to a moment; beyond what a bag holds nothing counts."""
    left = {bag.number: bag.volume for bag in plan.bags}
    given = []
    for entry in ledger.entries(at_ns):
        volume = min(entry.volume, left[entry.bag])
        left[entry.bag] = left[entry.bag] - volume
        given.append(StepGiven(entry.step, entry.bag, volume, volume * plan.bag(entry.bag).concentration))
    return tuple(given)


def given(ledger: Ledger, plan: Plan, at_ns: int) -> Amount:
    """Everything given up to a moment: the least it can be where somebody was not sure."""
    return Amount.total((part.dose for part in given_by_step(ledger, plan, at_ns)), plan.unit)


def given_at_most(ledger: Ledger, plan: Plan, at_ns: int) -> Amount:
    """As `given`, with all that may have run as well."""
    merged = ledger.stopped(at_ns)
    for entry in ledger.maybe:
        merged = msgspec.structs.replace(merged, poured=_added(merged.poured, entry))
    return given(merged, plan, at_ns)
