"""Single doses: amounts, volumes, times and days are exact; what makes no plan is named with its numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from desens_gui.domain.plan.dose_plan import DoseInputs, DosePlan, Drawn, MadeStock, day_sessions
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
from desens_gui.domain.plan.resolve_doses import own_target, resolve_doses
from desens_gui.domain.protocol.about import CitedTime, ProtocolKind, Route
from desens_gui.domain.protocol.doses import Companion, DoseProtocol, FollowOn, TargetMeans
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Number, Volume
from tests.domain.plan.dose_recipes import (
    QUARTER,
    SMALL,
    any_doses,
    dose,
    dose_inputs,
    dose_planned,
    doses,
    sound_doses,
    stock,
)

COURSE = ProtocolKind.COURSE
SLOW = (dose(1, "50 mcg", days=3), dose(2, "1 mg", days=2), dose(3, "5 mg", days=None))
TWO_DAYS = (dose(1, "1 mg", wait=QUARTER), dose(2, "2 mg"), dose(3, "4 mg", day=2))


def test_amounts_volumes_and_times() -> None:
    plan = dose_planned(doses())
    assert plan.dose(2).drawn == Drawn(1, Concentration.of("0.5 mg/mL"), Volume(4))
    assert plan.dose(3).drawn is None
    assert [each.at for each in plan.doses] == [Duration(0), QUARTER, Duration.minutes(30)]
    assert plan.total == plan.at_most == Duration.minutes(30)
    assert plan.total_dose == Amount.of("7 mg")
    assert plan.follow_on is None
    for number in (0, 4):
        with pytest.raises(IndexError):
            plan.dose(number)


def test_the_concentration_really_made_changes_the_volume() -> None:
    made = MadeStock(number=1, concentration=Concentration.of("1000 mcg/mL"))
    plan = dose_planned(doses(), stocks=(made,))
    assert [each.drawn and each.drawn.volume for each in plan.doses[:2]] == [Volume(1), Volume(2)]


def test_shares_of_the_target() -> None:
    plan = dose_planned(
        doses((dose(1, share=Number(Fraction(1, 10)), wait=QUARTER), dose(2, share=Number(1)))), "500 mg"
    )
    assert [each.amount for each in plan.doses] == [Amount.of("50 mg"), Amount.of("500 mg")]
    assert plan.total_dose == Amount.of("550 mg")


def test_a_second_drug_in_the_same_preparation() -> None:
    fifth = Companion(drug="other", per_amount=Number(Fraction(1, 5)), sources=())
    assert dose_planned(doses(companion=fifth)).dose(2).companion == Amount.of("0.4 mg")


def test_an_unstated_interval_leaves_the_later_times_open() -> None:
    plan = dose_planned(doses((dose(1, "1 mg"), dose(2, "2 mg", wait=QUARTER), dose(3, "4 mg"))))
    assert [each.at for each in plan.doses] == [Duration(0), None, None]
    assert plan.total is None
    assert plan.at_most is None


def test_the_longest_waits_are_counted_too() -> None:
    longer = dose(1, "1 mg", wait=QUARTER, wait_at_most=Duration.minutes(30))
    plan = dose_planned(doses((longer, dose(2, "2 mg"))))
    assert (plan.total, plan.at_most) == (QUARTER, Duration.minutes(30))


def test_each_day_has_its_own_clock() -> None:
    plan = dose_planned(doses(TWO_DAYS))
    assert [each.at for each in plan.doses] == [Duration(0), QUARTER, Duration(0)]
    assert [[each.number for each in day.doses] for day in day_sessions(plan)] == [[1, 2], [3]]


@pytest.mark.hazard("H-PLAN")
@pytest.mark.requirement("R-S22-2")
def test_a_course_is_made_of_day_sessions_and_says_where_its_unit_changes() -> None:
    plan = dose_planned(doses(SLOW, COURSE), "5 mg")
    days = day_sessions(plan)
    assert [day.doses[0].number for day in days] == [1, 1, 1, 2, 2, 3]
    assert [day.ongoing for day in days] == [*[False] * 5, True]
    assert [each.unit_changes for each in plan.doses] == [False, True, False]
    assert [(each.first_day, each.last_day) for each in plan.doses] == [(1, 3), (4, 5), (6, None)]
    assert plan.dose(2).cumulative == Amount.of("2.15 mg")
    assert plan.total_dose == Amount.of("5 mg")


@pytest.mark.requirement("R-S22-1")
def test_the_therapeutic_dose_that_follows_is_the_ordered_one() -> None:
    follow = FollowOn(drug="d", route=Route.IV, amount=Amount.of("1 mg"), sources=())
    assert dose_planned(doses(follow_on=follow)).follow_on == Amount.of("1 mg")
    ordered = dose_planned(doses(follow_on=follow), follow_on=Amount.of("2 mg"))
    assert ordered.follow_on == Amount.of("2 mg")
    assert CitedTime(duration=QUARTER, sources=()).duration == QUARTER


@pytest.mark.parametrize(
    ("protocol", "target"),
    [
        (doses(), "7 mg"),
        (doses(target=TargetMeans.LAST_DOSE), "4 mg"),
        (doses(()), None),
        (doses((dose(1, share=Number(1)),)), None),
        (doses((dose(1, "1 mg"), dose(2, "5 units"))), "5 units"),
    ],
)
def test_the_target_that_a_protocol_brings(protocol: DoseProtocol, target: str | None) -> None:
    assert own_target(protocol) == (None if target is None else Amount.of(target))


ZERO = Concentration.of("0 mg/mL")
UNITS = Concentration.of("5 units/mL")
BROKEN: list[tuple[DoseInputs, tuple[DoseProblem, ...]]] = [
    (dose_inputs(doses(()), "0 mg"), (TargetNotAboveZero(Amount.of("0 mg")), NoDoses())),
    (dose_inputs(doses((dose(2, "1 mg"),))), (DoseOutOfOrder(1, 2),)),
    (dose_inputs(doses((dose(1),))), (AmountOrShare(1),)),
    (dose_inputs(doses((dose(1, "1 mg", share=Number(1)),))), (AmountOrShare(1),)),
    (dose_inputs(doses((dose(1, "0 mg"),))), (DoseNotAboveZero(1, Amount.of("0 mg")),)),
    (dose_inputs(doses((dose(1, "1 units"),))), (DoseOtherUnit(1, DoseUnit.UNITS, DoseUnit.MG),)),
    (dose_inputs(doses((dose(1, share=Number(2)),))), (ShareOutOfRange(1, Number(2)),)),
    (dose_inputs(doses((dose(1, "1 mg", stock=2),))), (StockUnknown(1, 2, 1),)),
    (
        dose_inputs(doses(SMALL[:1], stocks=(stock(1, "5 units/mL"),))),
        (DoseOtherUnit(1, DoseUnit.UNITS, DoseUnit.MG),),
    ),
    (dose_inputs(doses(stocks=(stock(2, "1 mg/mL"),))), (StockOutOfOrder(1, 2),)),
    (dose_inputs(doses(stocks=(stock(1, "0 mg/mL"),))), (StockNotAboveZero(1, ZERO),)),
    (
        dose_inputs(doses((dose(1, "1 mg"),)), stocks=(MadeStock(number=2, concentration=UNITS),)),
        (MadeStockUnknown(2, 1),),
    ),
    (dose_inputs(doses(), stocks=(MadeStock(number=1, concentration=ZERO),)), (StockNotAboveZero(1, ZERO),)),
    (
        dose_inputs(doses(SMALL[:1]), stocks=(MadeStock(number=1, concentration=UNITS),)),
        (DoseOtherUnit(1, DoseUnit.UNITS, DoseUnit.MG),),
    ),
    (dose_inputs(doses((dose(1, "1 mg", wait=Duration(0)),))), (WaitNotAboveZero(1, Duration(0)),)),
    (dose_inputs(doses((dose(1, "1 mg", wait_at_most=QUARTER),))), (WaitsCrossed(1),)),
    (dose_inputs(doses((dose(1, "1 mg", days=2),))), (DaysOutOfRange(1),)),
    (dose_inputs(doses((dose(1, "1 mg", days=0),), COURSE)), (DaysOutOfRange(1),)),
    (dose_inputs(doses((dose(1, "1 mg", days=None), dose(2, "2 mg")), COURSE)), (OngoingNotLast(1),)),
    (dose_inputs(doses((dose(1, "1 mg"), dose(2, "2 mg", day=3)))), (DayOutOfOrder(2, 3, 1),)),
    (dose_inputs(doses((dose(1, "1 mg", day=2),))), (DayOutOfOrder(1, 2, 0),)),
]


@pytest.mark.parametrize(("asked", "problems"), BROKEN)
def test_each_broken_rule_is_named_with_its_numbers(
    asked: DoseInputs, problems: tuple[DoseProblem, ...]
) -> None:
    assert resolve_doses(asked) == problems


@settings(max_examples=50)
@given(any_doses)
def test_no_decoded_protocol_makes_it_raise(protocol: DoseProtocol) -> None:
    found = resolve_doses(dose_inputs(protocol))
    assert isinstance(found, DosePlan) or found
    assert own_target(protocol) is None or protocol.doses


@settings(max_examples=50)
@given(sound_doses())
def test_doses_add_up_and_volumes_hold_them(protocol: DoseProtocol) -> None:
    plan = dose_planned(protocol, "100 mg")
    days = {each.number: (each.last_day or each.first_day) - each.first_day + 1 for each in plan.doses}
    total = sum((each.amount.to(plan.unit).value * days[each.number] for each in plan.doses), Fraction(0))
    assert plan.doses[-1].cumulative == Amount(total, plan.unit)
    for each in plan.doses:
        if each.drawn is not None:
            assert each.drawn.volume * each.drawn.concentration == each.amount
    sessions = day_sessions(plan)
    assert sum(len(session.doses) for session in sessions) == sum(days.values())
    assert [session.day for session in sessions] == list(range(1, len(sessions) + 1))
    for session in sessions:
        times = [each.at for each in session.doses if each.at is not None]
        assert times == sorted(times, key=lambda time: time.value)
