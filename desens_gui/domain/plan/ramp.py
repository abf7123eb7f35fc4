"""The steps of a ramp: start, one increment at each fixed time, at last the maximum or an empty bag."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.domain.plan.problems import (
    PlanProblem,
    RampAndSteps,
    RampIntervalNotAboveZero,
    RampMissing,
    RampNotRising,
    RampTooLong,
    RampUnknownBag,
    RampWithoutVolume,
)
from desens_gui.domain.protocol.protocol import Protocol, ProtocolStep, Ramp
from desens_gui.domain.quantities import Rate, Volume

MOST_STEPS = 100
"""Of one bag: more is a slip of the pen, not a ramp."""


def ramp_problems(protocol: Protocol) -> Iterator[PlanProblem]:
    """Every reason why the ramps make no steps; none for a protocol without ramps."""
    if not protocol.ramps:
        return
    if protocol.steps:
        yield RampAndSteps()
    bags = {bag.number: bag for bag in protocol.bags}
    for ramp in protocol.ramps:
        bag = bags.get(ramp.bag)
        if bag is None:
            yield RampUnknownBag(ramp.bag, len(bags))
        elif bag.volume is None:
            yield RampWithoutVolume(ramp.bag)
        yield from _rate_problems(ramp)
    ramped = [ramp.bag for ramp in protocol.ramps]
    for number in bags:
        if ramped.count(number) != 1:
            yield RampMissing(number)


def _rate_problems(ramp: Ramp) -> Iterator[PlanProblem]:
    if ramp.every.value <= 0:
        yield RampIntervalNotAboveZero(ramp.bag, ramp.every)
    if not (ramp.start.value > 0 and ramp.increment.value > 0 and ramp.maximum >= ramp.start):
        yield RampNotRising(ramp.bag, ramp.start, ramp.increment, ramp.maximum)
    elif (ramp.maximum - ramp.start).ratio(ramp.increment) > MOST_STEPS:
        yield RampTooLong(ramp.bag, MOST_STEPS)


def ramp_steps(protocol: Protocol) -> tuple[ProtocolStep, ...]:
    """Steps numbered from 1 through all bags, in the order of the bags; `ramp_problems` found nothing."""
    by_bag = {ramp.bag: ramp for ramp in protocol.ramps}
    steps: list[ProtocolStep] = []
    for bag in protocol.bags:
        assert bag.volume is not None
        for rate, ends in _rates(by_bag[bag.number], bag.volume):
            ramp = by_bag[bag.number]
            steps.append(
                ProtocolStep(
                    number=len(steps) + 1,
                    bag=bag.number,
                    rate=rate,
                    duration=None if ends else ramp.every,
                    sources=ramp.sources,
                )
            )
    return tuple(steps)


def _rates(ramp: Ramp, volume: Volume) -> Iterator[tuple[Rate, bool]]:
    """Each rate, and whether it empties the bag."""
    rate, left = ramp.start, volume
    while rate < ramp.maximum and rate * ramp.every < left:
        yield rate, False
        left -= rate * ramp.every
        rate = min(rate + ramp.increment, ramp.maximum)
    yield rate, True
