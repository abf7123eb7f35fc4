"""Whether a recipe hangs together, before anything is worked out from it."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.domain.plan.problems import (
    BagOutOfOrder,
    BagSkipped,
    BagTakenBack,
    BagUnknown,
    BagVolumeNotAboveZero,
    DilutionOutOfRange,
    DurationNotAboveZero,
    EmptiedTooSoon,
    LastBagDiluted,
    LastStepEnds,
    NoBags,
    NoSteps,
    PlanProblem,
    RateNotAboveZero,
    StepOutOfOrder,
)
from desens_gui.domain.protocol.protocol import Protocol, ProtocolBag, ProtocolStep


def shape_problems(protocol: Protocol) -> Iterator[PlanProblem]:
    """Every broken rule, in the order of the recipe."""
    if not protocol.bags:
        yield NoBags()
    if not protocol.steps:
        yield NoSteps()
    for place, bag in enumerate(protocol.bags, start=1):
        yield from _bag_problems(place, bag, last=place == len(protocol.bags))
    for place, step in enumerate(protocol.steps, start=1):
        yield from _step_problems(place, step, len(protocol.bags))
    yield from _order_problems(protocol)


def _bag_problems(place: int, bag: ProtocolBag, *, last: bool) -> Iterator[PlanProblem]:
    if bag.number != place:
        yield BagOutOfOrder(place, bag.number)
    if bag.volume.value <= 0:
        yield BagVolumeNotAboveZero(bag.number, bag.volume)
    if last and bag.dilution.value != 1:
        yield LastBagDiluted(bag.number, bag.dilution)
    elif not 0 < bag.dilution.value <= 1:
        yield DilutionOutOfRange(bag.number, bag.dilution)


def _step_problems(place: int, step: ProtocolStep, bags: int) -> Iterator[PlanProblem]:
    if step.number != place:
        yield StepOutOfOrder(place, step.number)
    if bags and not 1 <= step.bag <= bags:
        yield BagUnknown(step.number, step.bag, bags)
    if step.rate.value <= 0:
        yield RateNotAboveZero(step.number, step.rate)
    if step.duration is not None and step.duration.value <= 0:
        yield DurationNotAboveZero(step.number, step.duration)


def _order_problems(protocol: Protocol) -> Iterator[PlanProblem]:
    for earlier, later in zip(protocol.steps, protocol.steps[1:], strict=False):
        if later.bag < earlier.bag:
            yield BagTakenBack(later.number, later.bag, earlier.bag)
        elif later.bag == earlier.bag and earlier.until_empty:
            yield EmptiedTooSoon(earlier.number, earlier.bag)
    in_use = {step.bag for step in protocol.steps}
    if protocol.steps:
        yield from (BagSkipped(bag.number) for bag in protocol.bags if bag.number not in in_use)
        if not protocol.steps[-1].until_empty:
            yield LastStepEnds(protocol.steps[-1].number)
