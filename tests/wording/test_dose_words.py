"""Single doses and protocols in words: every reason, every total, where the unit changes, what it is for."""

from __future__ import annotations

from typing import get_args

import pytest

from desens_gui.domain.plan.dose_plan import DosePlan
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
from desens_gui.domain.plan.printed import CellDiffers, Difference, LengthDiffers, NotComputed, PrintedColumn
from desens_gui.domain.plan.problems import TargetNotAboveZero
from desens_gui.domain.protocol.about import (
    Certainty,
    CitedTime,
    Monitored,
    ProtocolKind,
    ReactionType,
    Route,
    Status,
    ToleranceKind,
    ToleranceRule,
    Watched,
)
from desens_gui.domain.protocol.doses import FollowOn
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Number
from desens_gui.wording.about_words import (
    certainty_name,
    kind_name,
    monitored_line,
    reaction_name,
    route_name,
    status_name,
    tolerance_sentence,
    watched_name,
)
from desens_gui.wording.dose_problem_words import dose_problem_sentence
from desens_gui.wording.dose_words import (
    at_text,
    challenge_sentence,
    days_text,
    doses_total_sentence,
    follow_on_sentence,
    unit_change_sentence,
)
from desens_gui.wording.printed_words import difference_sentence
from desens_gui.wording.words import ENGLISH
from tests.domain.plan.dose_recipes import QUARTER, dose, dose_planned, doses

PROBLEMS: list[tuple[DoseProblem, str]] = [
    (TargetNotAboveZero(Amount.of("0 mg")), "Dose: 0 mg is not allowed; the target dose must be above 0."),
    (NoDoses(), "Doses: the protocol has none; at least one is needed."),
    (
        DoseOutOfOrder(1, 2),
        "Doses: number 2 stands in place 1; doses must be numbered 1, 2, 3 in order.",
    ),
    (
        StockOutOfOrder(1, 2),
        "Concentrations: number 2 stands in place 1; they must be numbered 1, 2, 3 in order.",
    ),
    (StockUnknown(1, 3, 2), "Dose 1: it is drawn from concentration 3; the protocol has 2 of them."),
    (
        StockNotAboveZero(1, Concentration.of("0 mg/mL")),
        "Concentration 1: 0 mg/mL is not allowed; it must be above 0.",
    ),
    (
        MadeStockUnknown(3, 2),
        "Concentration 3: each of the 2 concentrations may be given once, and no other.",
    ),
    (AmountOrShare(1), "Dose 1: it needs an amount or a share of the target, one of the two."),
    (DoseNotAboveZero(1, Amount.of("0 mg")), "Dose 1: 0 mg is not allowed; it must be above 0."),
    (
        ShareOutOfRange(1, Number(2)),
        "Dose 1: a share of 2 is not allowed; it must be above 0 and at most 1.",
    ),
    (
        DoseOtherUnit(1, DoseUnit.UNITS, DoseUnit.MG),
        "Dose 1: it is counted in units, the target in mg; they must be of one kind.",
    ),
    (
        DayOutOfOrder(2, 4, 1),
        "Dose 2: day 4 does not follow day 1; days count from 1 without a gap.",
    ),
    (WaitNotAboveZero(1, Duration(0)), "Dose 1: a time of 0 min is not allowed; it must be above 0 min."),
    (WaitsCrossed(1), "Dose 1: the longest wait needs a shortest one, and must not be below it."),
    (
        DaysOutOfRange(1),
        "Dose 1: in a course it is given on at least 1 day, in other protocols on exactly 1.",
    ),
    (OngoingNotLast(1), "Dose 1: it has no last day, but another dose follows."),
]


@pytest.mark.parametrize(("problem", "sentence"), PROBLEMS)
def test_each_problem_in_one_sentence(problem: DoseProblem, sentence: str) -> None:
    assert dose_problem_sentence(problem, ENGLISH) == sentence


def test_no_problem_is_left_out() -> None:
    assert {type(problem) for problem, _ in PROBLEMS} == set(get_args(DoseProblem))


SLIPS: list[tuple[Difference, str]] = [
    (
        CellDiffers(PrintedColumn.VOLUME, 1, "0.325", Amount.of("0.3125 mg").value),
        "Printed “volume_ml”, row 1: 0.325 is printed, 0.3125 comes out.",
    ),
    (LengthDiffers(PrintedColumn.DOSE, 4, 3), "Printed “dose”: it has 4 values, the plan has 3."),
    (
        NotComputed(PrintedColumn.RATE),
        "Printed “rate_ml_h”: nothing can be held against it; the plan has no such numbers.",
    ),
]


@pytest.mark.parametrize(("slip", "sentence"), SLIPS)
def test_each_slip_in_one_sentence(slip: Difference, sentence: str) -> None:
    assert difference_sentence(slip, ENGLISH) == sentence
    assert len(SLIPS) == len(get_args(Difference))


SLOW = doses(
    (dose(1, "50 mcg", days=3), dose(2, "1 mg", days=1), dose(3, "5 mg", days=None)), ProtocolKind.COURSE
)
LONGER = doses((dose(1, "1 mg", wait=QUARTER, wait_at_most=Duration.minutes(30)), dose(2, "2 mg")))
OPEN = doses((dose(1, "1 mg"), dose(2, "2 mg")))


def test_a_change_of_unit_cannot_be_missed() -> None:
    up = "UNIT CHANGES at dose 2: mg, before it mcg. 1 mg is 1,000 mcg."
    assert unit_change_sentence(dose_planned(SLOW, "5 mg"), ENGLISH) == up
    down = doses((dose(1, "1 mg"), dose(2, "1 mcg")))
    assert unit_change_sentence(dose_planned(down), ENGLISH) == (
        "UNIT CHANGES at dose 2: mcg, before it mg. 1 mg is 1,000 mcg."
    )
    assert unit_change_sentence(dose_planned(doses()), ENGLISH) == ""


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        (dose_planned(SLOW, "5 mg"), "5 mg a day from day 5 on."),
        (
            dose_planned(doses()),
            "Total 7 mg in 3 doses, 30 min from the first to the last of a day, without checks.",
        ),
        (
            dose_planned(LONGER),
            "Total 3 mg in 2 doses, 15 min to 30 min from the first to the last of a day, without checks.",
        ),
        (dose_planned(OPEN), "Total 3 mg in 2 doses; the time between them is not stated."),
    ],
)
def test_what_the_doses_come_to(plan: DosePlan, sentence: str) -> None:
    assert doses_total_sentence(plan, ENGLISH) == sentence


def test_when_a_dose_is_given() -> None:
    assert [at_text(each, ENGLISH) for each in dose_planned(LONGER).doses] == ["0:00", "0:15 to 0:30"]
    assert [at_text(each, ENGLISH) for each in dose_planned(OPEN).doses] == ["0:00", "not stated"]
    assert [days_text(each, ENGLISH) for each in dose_planned(SLOW, "5 mg").doses] == [
        "1 to 3",
        "4",
        "from 5 on",
    ]


def test_the_dose_that_follows() -> None:
    follow = FollowOn(drug="penicillin", route=Route.IV, sources=())
    soon = FollowOn(
        drug="penicillin",
        route=Route.IV,
        amount=Amount.of("5 mg"),
        within=CitedTime(duration=Duration.minutes(300), sources=()),
        sources=(),
    )
    assert follow_on_sentence(dose_planned(doses()), ENGLISH) == ""
    assert follow_on_sentence(dose_planned(doses(follow_on=follow)), ENGLISH) == (
        "Then the therapeutic dose: penicillin as ordered, IV."
    )
    assert follow_on_sentence(dose_planned(doses(follow_on=soon)), ENGLISH) == (
        "Then the therapeutic dose: penicillin 5 mg, IV, within 5 h of the first dose."
    )


def test_a_challenge_says_what_it_is_not() -> None:
    said = challenge_sentence(ENGLISH)
    assert "no desensitization" in said
    assert "no tolerance" in said


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (None, "not stated"),
        (ToleranceRule(kind=ToleranceKind.EACH_TIME, sources=()), "repeated each time"),
        (ToleranceRule(kind=ToleranceKind.INTERVAL, sources=()), "at their interval"),
        (ToleranceRule(kind=ToleranceKind.NONE, sources=()), "induces no tolerance"),
        (
            ToleranceRule(
                kind=ToleranceKind.LIMITS,
                call_after=Duration.minutes(48 * 60),
                repeat_after=Duration.minutes(120 * 60),
                sources=(),
            ),
            "for 48 h call the allergist, for 120 h repeat the protocol",
        ),
    ],
)
def test_how_long_tolerance_lasts(rule: ToleranceRule | None, words: str) -> None:
    assert words in tolerance_sentence(rule, ENGLISH)


def test_every_code_has_its_words() -> None:
    named = [
        [kind_name(each, ENGLISH) for each in ProtocolKind],
        [route_name(each, ENGLISH) for each in Route],
        [status_name(each, ENGLISH) for each in Status],
        [certainty_name(each, ENGLISH) for each in Certainty],
        [reaction_name(each, ENGLISH) for each in ReactionType],
        [watched_name(each, ENGLISH) for each in Watched],
    ]
    for names in named:
        assert len(set(names)) == len(names)
        assert all(names)


def test_what_is_watched() -> None:
    glucose = Monitored(what=Watched.GLUCOSE, every=Duration.minutes(30), sources=())
    assert monitored_line(glucose, ENGLISH) == "glucose every 30 min"
    always = Monitored(what=Watched.SPIROMETRY, sources=())
    assert monitored_line(always, ENGLISH) == "spirometry before each dose or increase"
