"""From recipe and target dose to the exact plan.

Construction rule (reproduces the printed tables that the shipped protocol cites): a bag before the last holds
target x dilution x its volume / the last bag's volume; a step gives rate x time x concentration; the last bag
holds the target less what the earlier bags give (corrected) or the whole target (uncorrected); the last step
gives what is left.
"""

from __future__ import annotations

from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Bag, Plan, Step
from desens_gui.domain.plan.problems import (
    BagTooSmall,
    NothingLeft,
    PlanProblem,
    TargetNotAboveZero,
    TargetReachedBefore,
)
from desens_gui.domain.plan.shape import shape_problems
from desens_gui.domain.protocol.protocol import LastBag, Protocol, ProtocolBag, ProtocolStep
from desens_gui.domain.quantities import Amount, Concentration, Duration, Volume

NO_VOLUME = Volume(0)
NO_TIME = Duration(0)


def resolve(inputs: PlanInputs) -> Plan | tuple[PlanProblem, ...]:
    """The plan, or every reason why there is none. Total: no protocol that decodes makes it raise."""
    problems = list(shape_problems(inputs.protocol))
    if inputs.target.value <= 0:
        problems.insert(0, TargetNotAboveZero(inputs.target))
    if not problems:
        problems.extend(_volume_problems(inputs.protocol))
    if problems:
        return tuple(problems)
    return _Builder(inputs).plan()


def _volume_problems(protocol: Protocol) -> list[PlanProblem]:
    found: list[PlanProblem] = []
    for bag in protocol.bags:
        steps = _steps_of(protocol, bag)
        needed = _timed_volume(steps)
        if needed > bag.volume:
            found.append(BagTooSmall(bag.number, bag.volume, needed))
        elif steps[-1].until_empty and needed == bag.volume:
            found.append(NothingLeft(steps[-1].number, bag.number, bag.volume, needed))
    return found


def _steps_of(protocol: Protocol, bag: ProtocolBag) -> list[ProtocolStep]:
    return [step for step in protocol.steps if step.bag == bag.number]


def _timed_volume(steps: list[ProtocolStep]) -> Volume:
    return sum((step.rate * step.duration for step in steps if step.duration is not None), NO_VOLUME)


class _Builder:
    """Works through the bags in order. What reaches it has passed every check on shape and volume."""

    def __init__(self, inputs: PlanInputs) -> None:
        self._inputs = inputs
        self._target = inputs.target
        self._bags: list[Bag] = []
        self._steps: list[Step] = []
        self._given = Amount.zero(inputs.target.unit)
        self._elapsed = NO_TIME

    def plan(self) -> Plan | tuple[PlanProblem, ...]:
        protocol = self._inputs.protocol
        last = protocol.bags[-1]
        for bag in protocol.bags[:-1]:
            share = bag.dilution.value * bag.volume.ratio(last.volume)
            self._add_bag(bag, self._target.times(share))
        steps = _steps_of(protocol, last)
        if self._given >= self._target:
            return (TargetReachedBefore(steps[0].number, self._given, self._target),)
        corrected = protocol.last_bag is LastBag.CORRECTED
        drug = self._target - self._given if corrected else self._target
        before = self._given + _timed_volume(steps) * (drug / last.volume)
        if before >= self._target:
            return (TargetReachedBefore(steps[-1].number, before, self._target),)
        self._add_bag(last, drug)
        return Plan(
            inputs=self._inputs,
            unit=self._target.unit,
            target=self._target,
            bags=tuple(self._bags),
            steps=tuple(self._steps),
            total=self._elapsed,
            total_volume=sum((bag.used for bag in self._bags), NO_VOLUME),
        )

    def _add_bag(self, bag: ProtocolBag, drug: Amount) -> None:
        concentration = drug / bag.volume
        used = NO_VOLUME
        for step in _steps_of(self._inputs.protocol, bag):
            used += self._add_step(step, concentration, bag.volume - used)
        self._bags.append(
            Bag(
                number=bag.number,
                volume=bag.volume,
                drug=drug,
                concentration=concentration,
                used=used,
                discard=bag.volume - used,
            )
        )

    def _add_step(self, step: ProtocolStep, concentration: Concentration, left: Volume) -> Volume:
        """The volume the step takes, of what is left in its bag."""
        if step.duration is not None:
            volume, duration = step.rate * step.duration, step.duration
        else:
            in_last_bag = step.bag == len(self._inputs.protocol.bags)
            volume = (self._target - self._given) / concentration if in_last_bag else left
            duration = volume / step.rate
        dose = volume * concentration
        self._given += dose
        self._elapsed += duration
        self._steps.append(
            Step(
                number=step.number,
                bag=step.bag,
                rate=step.rate,
                duration=duration,
                volume=volume,
                dose=dose,
                cumulative=self._given,
                until_empty=step.until_empty and volume == left,
                elapsed=self._elapsed,
            )
        )
        return volume
