"""Whether a recipe hangs together, before anything is worked out from it."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.domain.plan.problems import (
    BagOutOfOrder,
    BagSkipped,
    BagStrength,
    BagTakenBack,
    BagUnknown,
    BagVolumeNotAboveZero,
    BagWithoutVolume,
    ConcentrationNotAboveZero,
    DilutionOutOfRange,
    DurationNotAboveZero,
    EmptiedTooSoon,
    LastBagDiluted,
    LastBagRule,
    LastStepEnds,
    NoBags,
    NoSteps,
    PlanProblem,
    RateNotAboveZero,
    StepOutOfOrder,
)
from desens_gui.domain.protocol.protocol import LastBag, Protocol, ProtocolBag, ProtocolStep
from desens_gui.domain.quantities import Number


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
    yield from _strength_problems(protocol)
    yield from _order_problems(protocol)


def _bag_problems(place: int, bag: ProtocolBag, *, last: bool) -> Iterator[PlanProblem]:
    if bag.number != place:
        yield BagOutOfOrder(place, bag.number)
    if bag.volume is not None and bag.volume.value <= 0:
        yield BagVolumeNotAboveZero(bag.number, bag.volume)
    if (bag.dilution is None) == (bag.concentration is None):
        yield BagStrength(bag.number)
    elif bag.concentration is not None and bag.concentration.value <= 0:
        yield ConcentrationNotAboveZero(bag.number, bag.concentration)
    elif bag.dilution is not None:
        yield from _dilution_problems(bag, bag.dilution, last=last)


def _dilution_problems(bag: ProtocolBag, dilution: Number, *, last: bool) -> Iterator[PlanProblem]:
    if bag.volume is None:
        yield BagWithoutVolume(bag.number)
    if last and dilution.value != 1:
        yield LastBagDiluted(bag.number, dilution)
    elif not 0 < dilution.value <= 1:
        yield DilutionOutOfRange(bag.number, dilution)


def _strength_problems(protocol: Protocol) -> Iterator[PlanProblem]:
    """The bags are all diluted or all of a concentration of their own, and the last bag's rule fits them."""
    diluted = [bag.dilution is not None for bag in protocol.bags]
    if len(set(diluted)) > 1:
        yield BagStrength(next(bag.number for bag in protocol.bags if bag.dilution is None))
    elif diluted and (protocol.last_bag is LastBag.AT_TARGET) == diluted[0]:
        yield LastBagRule(protocol.last_bag)
    in_middle = [bag for bag in protocol.bags[:-1] if bag.volume is None and bag.dilution is None]
    for bag in in_middle:
        if any(step.bag == bag.number and step.until_empty for step in protocol.steps):
            yield BagWithoutVolume(bag.number)


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
