"""The recipe as it will be run: the protocol with what this plan's inputs change of it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from desens_gui.domain.plan.inputs import FinalRate, PlanInputs, RateScale
from desens_gui.domain.plan.problems import (
    CompoundedDrugNotAboveZero,
    CompoundedTwice,
    CompoundedUnknown,
    FinalRateNotAboveZero,
    LastBagFixed,
    OtherDoseUnit,
    PlanProblem,
    RateNotAboveZero,
    RateOfUnknownStep,
)
from desens_gui.domain.plan.ramp import ramp_problems, ramp_steps
from desens_gui.domain.protocol.protocol import LastBag, Protocol, ProtocolBag, ProtocolStep, Ramp
from desens_gui.domain.quantities import Rate

CHOSEN_BY_SITE = (LastBag.CORRECTED, LastBag.UNCORRECTED)
"""Rules that sources disagree on; the others belong to their protocol."""


def adapted(inputs: PlanInputs) -> tuple[Protocol, tuple[PlanProblem, ...]]:
    """The recipe, and every reason why the changes do not fit; with a reason the recipe is of no use."""
    problems = list(_compounding_problems(inputs))
    if inputs.final_rate is not None and inputs.final_rate.rate.value <= 0:
        problems.append(FinalRateNotAboveZero(inputs.final_rate.rate))
    protocol = replace(
        inputs.protocol,
        bags=tuple(_bag(bag, inputs) for bag in inputs.protocol.bags),
        ramps=_ramps_to_final(inputs.final_rate, inputs.protocol.ramps),
    )
    problems.extend(ramp_problems(protocol))
    if problems:
        return protocol, tuple(problems)
    if protocol.ramps:
        protocol = replace(protocol, steps=ramp_steps(protocol))
    problems.extend(_rate_problems(inputs, protocol))
    if inputs.last_bag not in (None, protocol.last_bag):
        if protocol.last_bag not in CHOSEN_BY_SITE or inputs.last_bag not in CHOSEN_BY_SITE:
            problems.append(LastBagFixed(protocol.last_bag))
        else:
            protocol = replace(protocol, last_bag=inputs.last_bag, last_bag_sources=())
    if problems:
        return protocol, tuple(problems)
    return replace(protocol, steps=_with_rates(inputs, protocol.steps)), ()


def _bag(bag: ProtocolBag, inputs: PlanInputs) -> ProtocolBag:
    made = inputs.compounded(bag.number)
    return bag if made is None else replace(bag, volume=made.volume)


def _compounding_problems(inputs: PlanInputs) -> Iterator[PlanProblem]:
    known = [bag.number for bag in inputs.protocol.bags]
    seen: set[int] = set()
    for made in inputs.bags:
        if made.number not in known:
            yield CompoundedUnknown(made.number, len(known))
        if made.number in seen:
            yield CompoundedTwice(made.number)
        seen.add(made.number)
        if made.drug is not None and made.drug.value <= 0:
            yield CompoundedDrugNotAboveZero(made.number, made.drug)
        if made.drug is not None and not made.drug.counts_with(inputs.target.unit):
            yield OtherDoseUnit(made.number, made.drug.unit, inputs.target.unit)
    for bag in inputs.protocol.bags:
        strength = bag.concentration
        if strength is not None and not strength.counts_with(inputs.target.unit):
            yield OtherDoseUnit(bag.number, strength.unit, inputs.target.unit)


def _rate_problems(inputs: PlanInputs, protocol: Protocol) -> Iterator[PlanProblem]:
    last = len(protocol.steps)
    for changed in inputs.rates:
        if changed.rate.value <= 0:
            yield RateNotAboveZero(changed.step, changed.rate)
        if not 1 <= changed.step <= last:
            yield RateOfUnknownStep(changed.step, last)


def _with_rates(inputs: PlanInputs, steps: tuple[ProtocolStep, ...]) -> tuple[ProtocolStep, ...]:
    if inputs.final_rate is not None and steps and not inputs.protocol.ramps:
        steps = _to_final(inputs.final_rate, steps)
    own = {changed.step: changed.rate for changed in inputs.rates}
    return tuple(
        replace(step, rate=own[place], sources=()) if place in own else step
        for place, step in enumerate(steps, start=1)
    )


def _to_final(final: FinalRate, steps: tuple[ProtocolStep, ...]) -> tuple[ProtocolStep, ...]:
    """Without its sources where a rate becomes another: no source gives it."""
    if final.scale is RateScale.LAST_STEP or steps[-1].rate.value <= 0:
        return (*steps[:-1], _at(steps[-1], final.rate))
    factor = final.rate.ratio(steps[-1].rate)
    return tuple(_at(step, step.rate.times(factor)) for step in steps)


def _ramps_to_final(final: FinalRate | None, ramps: tuple[Ramp, ...]) -> tuple[Ramp, ...]:
    """Every step: all ramps in proportion. Last step: the last bag's maximum alone."""
    if final is None or not ramps or ramps[-1].maximum.value <= 0:
        return ramps
    if final.scale is RateScale.LAST_STEP:
        return (*ramps[:-1], replace(ramps[-1], maximum=final.rate, sources=()))
    factor = final.rate.ratio(ramps[-1].maximum)
    return tuple(
        replace(
            ramp,
            start=ramp.start.times(factor),
            increment=ramp.increment.times(factor),
            maximum=ramp.maximum.times(factor),
            sources=(),
        )
        for ramp in ramps
    )


def _at(step: ProtocolStep, rate: Rate) -> ProtocolStep:
    return step if step.rate == rate else replace(step, rate=rate, sources=())
