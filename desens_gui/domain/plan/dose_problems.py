"""Why no plan of single doses can be made: one struct for each broken rule. Words: dose_problem_words."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.domain.plan.problems import TargetNotAboveZero
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Number


class NoDoses(Struct, frozen=True):
    pass


class DoseOutOfOrder(Struct, frozen=True):
    """The dose at a place in the list must bear that place's number."""

    place: int
    number: int


class StockOutOfOrder(Struct, frozen=True):
    """The concentration at a place in the list must bear that place's number."""

    place: int
    number: int


class StockUnknown(Struct, frozen=True):
    """A dose is drawn from a concentration that the protocol does not have."""

    dose: int
    stock: int
    stocks: int


class StockNotAboveZero(Struct, frozen=True):
    stock: int
    concentration: Concentration


class MadeStockUnknown(Struct, frozen=True):
    """Something was made for a concentration that the protocol does not have, or twice."""

    stock: int
    stocks: int


class AmountOrShare(Struct, frozen=True):
    """A dose needs an amount or a share of the target, one of the two."""

    dose: int


class DoseNotAboveZero(Struct, frozen=True):
    dose: int
    amount: Amount


class ShareOutOfRange(Struct, frozen=True):
    """Above 0, at most 1."""

    dose: int
    share: Number


class DoseOtherUnit(Struct, frozen=True):
    """A dose counted in units and another in mg, or its concentration."""

    dose: int
    unit: DoseUnit
    other: DoseUnit


class DayOutOfOrder(Struct, frozen=True):
    """A dose on an earlier day than the one before, or a day left out."""

    dose: int
    day: int
    before: int


class WaitNotAboveZero(Struct, frozen=True):
    dose: int
    wait: Duration


class WaitsCrossed(Struct, frozen=True):
    """The longest wait is below the shortest, or stands alone."""

    dose: int


class DaysOutOfRange(Struct, frozen=True):
    """In a course a dose is given on at least one day; elsewhere on exactly one."""

    dose: int


class OngoingNotLast(Struct, frozen=True):
    """A dose without an end is followed by another."""

    dose: int


DoseProblem = (
    TargetNotAboveZero
    | NoDoses
    | DoseOutOfOrder
    | StockOutOfOrder
    | StockUnknown
    | StockNotAboveZero
    | MadeStockUnknown
    | AmountOrShare
    | DoseNotAboveZero
    | ShareOutOfRange
    | DoseOtherUnit
    | DayOutOfOrder
    | WaitNotAboveZero
    | WaitsCrossed
    | DaysOutOfRange
    | OngoingNotLast
)
