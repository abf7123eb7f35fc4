"""The red and yellow rules for single doses, as pure functions of the plan and its circumstances."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from desens_gui.domain.plan.dose_plan import DosePlan, PlannedDose
from desens_gui.domain.plan.finding import (
    CannotMeasure,
    Circumstances,
    DoseFalls,
    DoseFinding,
    DoseRises,
    DuplicateStep,
    IntervalUnknown,
    Level,
    UnitChanges,
    VolumeUnknown,
)
from desens_gui.domain.plan.infusion_rules import dose_mismatch
from desens_gui.domain.plan.pump_limits import measurable
from desens_gui.domain.plan.resolve_doses import own_target
from desens_gui.domain.protocol.about import ProtocolKind, Status

DOUBLE = Fraction(2)


def dose_findings(plan: DosePlan, around: Circumstances) -> tuple[DoseFinding, ...]:
    """Red first, then yellow, each in the order of the rules."""
    protocol = plan.inputs.protocol
    own = own_target(protocol)
    found = [
        *(dose_mismatch(own, plan.target, around) if own is not None else ()),
        *_rises(plan),
        *_measuring(plan, around),
        *_unknown(plan),
    ]
    return tuple(sorted(found, key=lambda each: each.level is not Level.RED))


def _rises(plan: DosePlan) -> Iterator[DoseFinding]:
    """In a verified protocol the rises are the published ones and are not reported."""
    published = plan.inputs.protocol.status is Status.VERIFIED
    for before, dose in pairwise(plan.doses):
        times = dose.amount.ratio(before.amount)
        if dose.unit_changes:
            yield UnitChanges(Level.YELLOW, dose.number, before.amount.unit, dose.amount.unit)
        if times > DOUBLE and not published:
            yield DoseRises(Level.YELLOW, dose.number, times)
        elif times < 1:
            yield DoseFalls(Level.RED, dose.number, times)
        elif times == 1:
            yield DuplicateStep(Level.YELLOW, dose.number)


def _measuring(plan: DosePlan, around: Circumstances) -> Iterator[CannotMeasure]:
    syringe = around.syringe
    for dose in plan.doses:
        if syringe is not None and dose.drawn is not None and not measurable(dose.drawn.volume, syringe):
            yield CannotMeasure(
                Level.RED, dose.number, dose.drawn.volume, syringe.smallest, syringe.increment
            )


def _unknown(plan: DosePlan) -> Iterator[DoseFinding]:
    some_drawn = any(dose.drawn is not None for dose in plan.doses)
    for dose in plan.doses:
        if some_drawn and dose.drawn is None:
            yield VolumeUnknown(Level.YELLOW, dose.number)
        if dose.wait is None and _same_day_follows(plan, dose):
            yield IntervalUnknown(Level.YELLOW, dose.number)


def _same_day_follows(plan: DosePlan, dose: PlannedDose) -> bool:
    if plan.inputs.protocol.kind is ProtocolKind.COURSE or dose.number == len(plan.doses):
        return False
    return plan.dose(dose.number + 1).first_day == dose.first_day
