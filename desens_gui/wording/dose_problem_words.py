"""Sentences about a protocol of single doses that makes no plan."""

from __future__ import annotations

from typing import assert_never

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
from desens_gui.wording.numbers import amount, concentration, minutes, number, unit_name
from desens_gui.wording.plan_words import problem_sentence
from desens_gui.wording.words import Words


def dose_problem_sentence(problem: DoseProblem, words: Words) -> str:
    """One sentence: the field, what was wrong, what is allowed."""
    match problem:
        case TargetNotAboveZero():
            return problem_sentence(problem, words)
        case NoDoses():
            return words("Doses: the protocol has none; at least one is needed.")
        case StockOutOfOrder() | StockUnknown() | StockNotAboveZero() | MadeStockUnknown():
            return _stock_sentence(problem, words)
        case DayOutOfOrder() | WaitNotAboveZero() | WaitsCrossed() | DaysOutOfRange() | OngoingNotLast():
            return _time_sentence(problem, words)
        case _:
            return _amount_sentence(problem, words)


def _stock_sentence(
    problem: StockOutOfOrder | StockUnknown | StockNotAboveZero | MadeStockUnknown, words: Words
) -> str:
    match problem:
        case StockOutOfOrder():
            return words(
                "Concentrations: number {number} stands in place {place}; "
                "they must be numbered 1, 2, 3 in order.",
                number=problem.number,
                place=problem.place,
            )
        case StockUnknown():
            return words(
                "Dose {dose}: it is drawn from concentration {stock}; the protocol has {stocks} of them.",
                dose=problem.dose,
                stock=problem.stock,
                stocks=problem.stocks,
            )
        case StockNotAboveZero():
            return words(
                "Concentration {stock}: {strength} is not allowed; it must be above 0.",
                stock=problem.stock,
                strength=concentration(problem.concentration, words),
            )
        case MadeStockUnknown():
            return words(
                "Concentration {stock}: each of the {stocks} concentrations may be given once, and no other.",
                stock=problem.stock,
                stocks=problem.stocks,
            )
        case _:
            assert_never(problem)


def _amount_sentence(
    problem: DoseOutOfOrder | AmountOrShare | DoseNotAboveZero | ShareOutOfRange | DoseOtherUnit, words: Words
) -> str:
    match problem:
        case DoseOutOfOrder():
            return words(
                "Doses: number {number} stands in place {place}; doses must be numbered 1, 2, 3 in order.",
                number=problem.number,
                place=problem.place,
            )
        case AmountOrShare():
            return words(
                "Dose {dose}: it needs an amount or a share of the target, one of the two.", dose=problem.dose
            )
        case DoseNotAboveZero():
            return words(
                "Dose {dose}: {amount} is not allowed; it must be above 0.",
                dose=problem.dose,
                amount=amount(problem.amount, words),
            )
        case ShareOutOfRange():
            return words(
                "Dose {dose}: a share of {share} is not allowed; it must be above 0 and at most 1.",
                dose=problem.dose,
                share=number(problem.share),
            )
        case DoseOtherUnit():
            return words(
                "Dose {dose}: it is counted in {unit}, the target in {other}; they must be of one kind.",
                dose=problem.dose,
                unit=unit_name(problem.unit, words),
                other=unit_name(problem.other, words),
            )
        case _:
            assert_never(problem)


def _time_sentence(
    problem: DayOutOfOrder | WaitNotAboveZero | WaitsCrossed | DaysOutOfRange | OngoingNotLast, words: Words
) -> str:
    match problem:
        case DayOutOfOrder():
            return words(
                "Dose {dose}: day {day} does not follow day {before}; days count from 1 without a gap.",
                dose=problem.dose,
                day=problem.day,
                before=problem.before,
            )
        case WaitNotAboveZero():
            return words(
                "Dose {dose}: a time of {wait} is not allowed; it must be above 0 min.",
                dose=problem.dose,
                wait=minutes(problem.wait),
            )
        case WaitsCrossed():
            return words(
                "Dose {dose}: the longest wait needs a shortest one, and must not be below it.",
                dose=problem.dose,
            )
        case DaysOutOfRange():
            return words(
                "Dose {dose}: in a course it is given on at least 1 day, in other protocols on exactly 1.",
                dose=problem.dose,
            )
        case OngoingNotLast():
            return words("Dose {dose}: it has no last day, but another dose follows.", dose=problem.dose)
        case _:
            assert_never(problem)
