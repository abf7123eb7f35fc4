"""From recipe and target dose to the exact plan.

Construction rule (reproduces the printed tables that the shipped protocols cite): a bag before the last holds
target x dilution x its volume / the last bag's volume, or its own concentration x its volume; a step gives
rate x time x concentration; the last bag holds the target less what the earlier bags give (corrected), the
whole target (uncorrected, whole) or its own concentration x its volume (at target); the last step gives what
is left, never more than the target except where the protocol gives every bag whole. What the pharmacy really
made stands in place of any of these volumes and amounts.
"""

from __future__ import annotations

from desens_gui.domain.plan.adapt import adapted
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Bag, Plan, Step
from desens_gui.domain.plan.problems import (
    BagNotPrepared,
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
    recipe, found = adapted(inputs)
    problems = list(found) or list(shape_problems(recipe))
    if inputs.target.value <= 0:
        problems.insert(0, TargetNotAboveZero(inputs.target))
    if not problems:
        problems.extend(_volume_problems(recipe))
    if problems:
        return tuple(problems)
    return _Builder(inputs, recipe).plan()


def not_prepared(plan: Plan) -> tuple[BagNotPrepared, ...]:
    """Bags whose real volume nobody has said: the plan has just what the steps need.

    No session runs so: a step that takes longer than planned would seem to empty the bag.
    """
    return tuple(BagNotPrepared(bag.number) for bag in plan.recipe.bags if bag.volume is None)


def _volume_problems(protocol: Protocol) -> list[PlanProblem]:
    found: list[PlanProblem] = []
    for bag in protocol.bags:
        if bag.volume is None:
            continue
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

    def __init__(self, inputs: PlanInputs, recipe: Protocol) -> None:
        self._inputs = inputs
        self._recipe = recipe
        self._target = inputs.target
        self._bags: list[Bag] = []
        self._steps: list[Step] = []
        self._given = Amount.zero(inputs.target.unit)
        self._elapsed = NO_TIME

    def plan(self) -> Plan | tuple[PlanProblem, ...]:
        *earlier, last = self._recipe.bags
        for bag in earlier:
            volume = bag.volume or _timed_volume(_steps_of(self._recipe, bag))
            self._add_bag(bag, volume, self._drug(bag, volume))
        volume = last.volume or self._volume_to_target(last)
        if problem := self._too_much_before(last, volume):
            return (problem,)
        self._add_bag(last, volume, self._drug(last, volume))
        return Plan(
            inputs=self._inputs,
            recipe=self._recipe,
            unit=self._target.unit,
            target=self._target,
            bags=tuple(self._bags),
            steps=tuple(self._steps),
            total=self._elapsed,
            total_volume=sum((bag.used for bag in self._bags), NO_VOLUME),
        )

    def _volume_to_target(self, last: ProtocolBag) -> Volume:
        """Of a last bag without a volume: as much is prepared as brings the dose to the target."""
        assert last.concentration is not None
        timed = _timed_volume(_steps_of(self._recipe, last))
        return max(timed, (self._target - self._given) / last.concentration)

    def _too_much_before(self, last: ProtocolBag, volume: Volume) -> TargetReachedBefore | None:
        if self._recipe.last_bag is LastBag.WHOLE:
            return None
        steps = _steps_of(self._recipe, last)
        if self._given >= self._target:
            return TargetReachedBefore(steps[0].number, self._given, self._target)
        before = self._given + _timed_volume(steps) * (self._drug(last, volume) / volume)
        if before >= self._target:
            return TargetReachedBefore(steps[-1].number, before, self._target)
        return None

    def _drug(self, bag: ProtocolBag, volume: Volume) -> Amount:
        made = self._inputs.compounded(bag.number)
        if made is not None and made.drug is not None:
            return made.drug.to(self._target.unit)
        if bag.concentration is not None:
            return (volume * bag.concentration).to(self._target.unit)
        if bag.number == len(self._recipe.bags):
            corrected = self._recipe.last_bag is LastBag.CORRECTED
            return self._target - self._given if corrected else self._target
        standard = self._recipe.bags[-1].volume
        assert bag.dilution is not None
        assert standard is not None
        return self._target.times(bag.dilution.value * volume.ratio(standard))

    def _add_bag(self, bag: ProtocolBag, volume: Volume, drug: Amount) -> None:
        concentration = drug / volume
        used = NO_VOLUME
        for step in _steps_of(self._recipe, bag):
            used += self._add_step(step, concentration, volume - used)
        self._bags.append(
            Bag(
                number=bag.number,
                volume=volume,
                drug=drug,
                concentration=concentration,
                used=used,
                discard=volume - used,
            )
        )

    def _add_step(self, step: ProtocolStep, concentration: Concentration, left: Volume) -> Volume:
        """The volume the step takes, of what is left in its bag."""
        if step.duration is not None:
            volume, duration = step.rate * step.duration, step.duration
        else:
            to_target = step.bag == len(self._recipe.bags) and self._recipe.last_bag is not LastBag.WHOLE
            volume = min(left, (self._target - self._given) / concentration) if to_target else left
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
