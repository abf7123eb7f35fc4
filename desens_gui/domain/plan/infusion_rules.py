"""The red and yellow rules for an infusion, as pure functions of the plan and its circumstances."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from desens_gui.domain.plan.finding import (
    AboveLabelledRate,
    Circumstances,
    DoseMismatch,
    DuplicateStep,
    InfusionFinding,
    LastBagTooMuch,
    Level,
    NotAscending,
    PumpCannotRun,
    PumpVolumeTooSmall,
    RisesAtVein,
    RisesTooFar,
    StrengthOverLast,
    labelled_for,
)
from desens_gui.domain.plan.jumps import dose_rate, own_largest, rises, unchanged
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.pump_limits import Pump, rounded_steps, volumes_too_small
from desens_gui.domain.plan.vein import Line, at_vein
from desens_gui.domain.quantities import Amount

DOUBLE = Fraction(2)
LARGEST_SHIPPED = Fraction(5, 2)
"""SAFETY S2: the largest rise of the dose rate within the shipped infusions."""


def infusion_findings(plan: Plan, around: Circumstances) -> tuple[InfusionFinding, ...]:
    """Red first, then yellow, each in the order of the rules."""
    found = [
        *dose_mismatch(plan.total_dose, plan.target, around),
        *_last_bag(plan, around),
        *_strengths(plan),
        *_steps(plan, around),
        *(_vein(plan, around.line) if around.line is not None else ()),
        *(_pump(plan, around.pump) if around.pump is not None else ()),
        *_labelled(plan, around),
    ]
    return tuple(sorted(found, key=lambda each: each.level is not Level.RED))


def dose_mismatch(gives: Amount, ordered: Amount, around: Circumstances) -> Iterator[DoseMismatch]:
    """Within the policy's tolerance nothing is said (SAFETY S12)."""
    off = abs(gives.ratio(ordered) - 1) * 100
    if off > around.tolerance_percent.value:
        yield DoseMismatch(Level.RED, gives, ordered)


def _last_bag(plan: Plan, around: Circumstances) -> Iterator[LastBagTooMuch]:
    last = plan.bags[-1]
    excess = last.discard * last.concentration
    if excess:
        beyond = excess.ratio(plan.target) * 100 > around.tolerance_percent.value
        yield LastBagTooMuch(Level.RED if beyond else Level.YELLOW, last.number, excess, last.discard)


def _strengths(plan: Plan) -> Iterator[StrengthOverLast]:
    for bag, after in pairwise(plan.bags):
        if bag.concentration >= after.concentration:
            yield StrengthOverLast(Level.RED, bag.number, bag.concentration, after.concentration)


def _steps(plan: Plan, around: Circumstances) -> Iterator[InfusionFinding]:
    own = unchanged(plan)
    largest, own_rises = own_largest(plan), rises(own) if own is not None else ()
    slack = 1 + around.tolerance_percent.value / 100
    for place, (before, step) in enumerate(pairwise(plan.steps)):
        times = dose_rate(plan, step) / dose_rate(plan, before)
        same = place < len(own_rises) and times <= own_rises[place] * slack
        if times > largest:
            yield RisesTooFar(Level.RED, step.number, times, largest)
        elif times > LARGEST_SHIPPED or (times > DOUBLE and not same):
            yield RisesTooFar(Level.YELLOW, step.number, times, largest)
        elif times < 1:
            yield NotAscending(Level.RED, step.number, times)
        elif times == 1:
            yield DuplicateStep(Level.YELLOW, step.number)


def _vein(plan: Plan, line: Line) -> Iterator[RisesAtVein]:
    largest = own_largest(plan)
    for jump in at_vein(plan, line).jumps:
        if jump.times > largest:
            yield RisesAtVein(
                Level.RED,
                jump.step,
                jump.after,
                jump.before,
                jump.now,
                plan.unit,
                jump.times,
                largest,
            )


def _pump(plan: Plan, pump: Pump) -> Iterator[PumpCannotRun | PumpVolumeTooSmall]:
    for step in rounded_steps(plan, pump):
        yield PumpCannotRun(
            Level.RED, step.step, step.rate, step.nearest, step.percent, step.dose, step.at_nearest
        )
    for small in volumes_too_small(plan, pump):
        yield PumpVolumeTooSmall(Level.YELLOW, small.number, small.volume, pump.smallest_volume)


def _labelled(plan: Plan, around: Circumstances) -> Iterator[AboveLabelledRate]:
    for label in labelled_for(plan.inputs.drug, around.labelled):
        if not label.per_minute.counts_with(plan.unit):
            continue
        for step in plan.steps:
            per_minute = Amount(dose_rate(plan, step) / 60, plan.unit)
            if per_minute > label.per_minute:
                yield AboveLabelledRate(Level.RED, step.number, per_minute, label.per_minute, label.source)
