"""Findings as the record names them: a code and the step or bag it is about. Words: finding_names."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desens_gui.domain.plan.finding import (
    AboveLabelledRate,
    DoseMismatch,
    DuplicateStep,
    InfusionFinding,
    LastBagTooMuch,
    NotAscending,
    PumpCannotRun,
    PumpVolumeTooSmall,
    RisesAtVein,
    RisesTooFar,
    StrengthOverLast,
)


class FindingCode(StrEnum):
    DOSE_MISMATCH = "dose_mismatch"
    LAST_BAG_TOO_MUCH = "last_bag_too_much"
    STRENGTH_OVER_LAST = "strength_over_last"
    RISES_TOO_FAR = "rises_too_far"
    NOT_ASCENDING = "not_ascending"
    DUPLICATE_STEP = "duplicate_step"
    RISES_AT_VEIN = "rises_at_vein"
    PUMP_CANNOT_RUN = "pump_cannot_run"
    PUMP_VOLUME_TOO_SMALL = "pump_volume_too_small"
    ABOVE_LABELLED_RATE = "above_labelled_rate"


class FindingAt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """at: number of the step or bag, 0 for the whole plan."""

    code: FindingCode
    at: int


CODES: dict[type[InfusionFinding], FindingCode] = {
    DoseMismatch: FindingCode.DOSE_MISMATCH,
    LastBagTooMuch: FindingCode.LAST_BAG_TOO_MUCH,
    StrengthOverLast: FindingCode.STRENGTH_OVER_LAST,
    RisesTooFar: FindingCode.RISES_TOO_FAR,
    NotAscending: FindingCode.NOT_ASCENDING,
    DuplicateStep: FindingCode.DUPLICATE_STEP,
    RisesAtVein: FindingCode.RISES_AT_VEIN,
    PumpCannotRun: FindingCode.PUMP_CANNOT_RUN,
    PumpVolumeTooSmall: FindingCode.PUMP_VOLUME_TOO_SMALL,
    AboveLabelledRate: FindingCode.ABOVE_LABELLED_RATE,
}

ABOUT_BAGS = frozenset({FindingCode.LAST_BAG_TOO_MUCH, FindingCode.STRENGTH_OVER_LAST})


def finding_at(finding: InfusionFinding) -> FindingAt:
    match finding:
        case DoseMismatch():
            at = 0
        case LastBagTooMuch() | StrengthOverLast():
            at = finding.bag
        case _:
            at = finding.step
    return FindingAt(code=CODES[type(finding)], at=at)
