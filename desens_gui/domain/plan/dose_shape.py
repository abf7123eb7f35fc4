"""Whether a protocol of single doses hangs together, before anything is worked out from it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from desens_gui.domain.plan.dose_plan import DoseInputs
from desens_gui.domain.plan.dose_problems import (
    AmountOrShare,
    DayOutOfOrder,
    DaysOutOfRange,
    DoseNotAboveZero,
    DoseOtherUnit,
    DoseOutOfOrder,
    DoseProblem,
    MadeStockUnknown,
    NoDoses,
    OngoingNotLast,
    ShareOutOfRange,
    StockNotAboveZero,
    StockOutOfOrder,
    StockUnknown,
    WaitNotAboveZero,
    WaitsCrossed,
)
from desens_gui.domain.plan.problems import TargetNotAboveZero
from desens_gui.domain.protocol.about import ProtocolKind
from desens_gui.domain.protocol.doses import DoseProtocol, ProtocolDose
from desens_gui.domain.quantities import Concentration, DoseUnit


def dose_problems(inputs: DoseInputs) -> Iterator[DoseProblem]:
    """Every broken rule, in the order of the recipe."""
    protocol = inputs.protocol
    if inputs.target.value <= 0:
        yield TargetNotAboveZero(inputs.target)
    if not protocol.doses:
        yield NoDoses()
    yield from _stock_problems(inputs)
    for place, dose in enumerate(protocol.doses, start=1):
        yield from _dose_problems(place, dose, inputs)
        yield from _time_problems(dose, protocol)
    for before, after in pairwise(protocol.doses):
        if before.days is None:
            yield OngoingNotLast(before.number)
        if protocol.kind is not ProtocolKind.COURSE and not 0 <= after.day - before.day <= 1:
            yield DayOutOfOrder(after.number, after.day, before.day)
    if protocol.doses and protocol.doses[0].day != 1:
        yield DayOutOfOrder(1, protocol.doses[0].day, 0)


def _stock_problems(inputs: DoseInputs) -> Iterator[DoseProblem]:
    stocks = inputs.protocol.stocks
    for place, stock in enumerate(stocks, start=1):
        if stock.number != place:
            yield StockOutOfOrder(place, stock.number)
        if stock.concentration.value <= 0:
            yield StockNotAboveZero(stock.number, stock.concentration)
    made = [stock.number for stock in inputs.stocks]
    for own in inputs.stocks:
        if not 1 <= own.number <= len(stocks) or made.count(own.number) > 1:
            yield MadeStockUnknown(own.number, len(stocks))
        if own.concentration.value <= 0:
            yield StockNotAboveZero(own.number, own.concentration)


def _dose_problems(place: int, dose: ProtocolDose, inputs: DoseInputs) -> Iterator[DoseProblem]:
    if dose.number != place:
        yield DoseOutOfOrder(place, dose.number)
    if (dose.amount is None) == (dose.share is None):
        yield AmountOrShare(dose.number)
    unit = inputs.target.unit
    if dose.amount is not None:
        if dose.amount.value <= 0:
            yield DoseNotAboveZero(dose.number, dose.amount)
        if not dose.amount.counts_with(unit):
            yield DoseOtherUnit(dose.number, dose.amount.unit, unit)
    if dose.share is not None and not 0 < dose.share.value <= 1:
        yield ShareOutOfRange(dose.number, dose.share)
    if dose.stock is not None:
        yield from _drawing_problems(dose.number, dose.stock, inputs, unit)


def _drawing_problems(number: int, stock: int, inputs: DoseInputs, unit: DoseUnit) -> Iterator[DoseProblem]:
    stocks = inputs.protocol.stocks
    if not 1 <= stock <= len(stocks):
        yield StockUnknown(number, stock, len(stocks))
        return
    for strength in (stocks[stock - 1].concentration, *_made(inputs, stock)):
        if not strength.counts_with(unit):
            yield DoseOtherUnit(number, strength.unit, unit)


def _made(inputs: DoseInputs, stock: int) -> Iterator[Concentration]:
    return (each.concentration for each in inputs.stocks if each.number == stock)


def _time_problems(dose: ProtocolDose, protocol: DoseProtocol) -> Iterator[DoseProblem]:
    for time in (dose.wait, dose.wait_at_most, dose.push):
        if time is not None and time.value <= 0:
            yield WaitNotAboveZero(dose.number, time)
    if dose.wait_at_most is not None and (dose.wait is None or dose.wait_at_most < dose.wait):
        yield WaitsCrossed(dose.number)
    once = protocol.kind is not ProtocolKind.COURSE
    if (once and dose.days != 1) or (dose.days is not None and dose.days < 1):
        yield DaysOutOfRange(dose.number)
