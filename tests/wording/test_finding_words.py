"""Findings and explanations in words: every kind of finding, every formula and name."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from msgspec.structs import replace

from desens_gui.domain.plan.explain import Cell, Formula, Name, explain
from desens_gui.domain.plan.finding import (
    AboveLabelledRate,
    CannotMeasure,
    DoseFalls,
    DoseMismatch,
    DoseRises,
    DuplicateStep,
    Finding,
    IntervalUnknown,
    LastBagTooMuch,
    Level,
    NotAscending,
    PumpCannotRun,
    PumpVolumeTooSmall,
    RisesAtVein,
    RisesTooFar,
    StrengthOverLast,
    UnitChanges,
    VolumeUnknown,
)
from desens_gui.domain.plan.inputs import FinalRate, RateScale
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Number, Rate, Volume
from desens_gui.system.protocols import load_protocol
from desens_gui.wording.explain_words import CELLS, FORMULAS, NAMES, explanation_lines, quantity
from desens_gui.wording.finding_words import finding_sentence, level_name
from desens_gui.wording.words import ENGLISH
from tests.domain.plan.recipes import inputs

RED = Level.RED
SENTENCES: list[tuple[Finding, str]] = [
    (
        DoseMismatch(RED, Amount.of("900 mg"), Amount.of("1000 mg")),
        "Dose: the plan gives 900 mg, ordered are 1,000 mg.",
    ),
    (
        LastBagTooMuch(RED, 3, Amount.of("8 mg"), Volume(2)),
        "Bag 3: stop it with 2 mL left; run empty it gives 8 mg too much.",
    ),
    (
        StrengthOverLast(RED, 1, Concentration.of("2 mg/mL"), Concentration.of("1 mg/mL")),
        "Bag 1: 2 mg/mL is not weaker than the 1 mg/mL of the bag after it.",
    ),
    (
        RisesTooFar(RED, 4, Fraction(13, 5), Fraction(5, 2)),
        "Step 4: the dose rate rises 2.6 times; the protocol's own largest rise is 2.5 times.",
    ),
    (NotAscending(RED, 4, Fraction(3, 4)), "Step 4: the dose rate falls to 75 % of the step before."),
    (DuplicateStep(RED, 4), "Step 4: it is the same as the one before."),
    (
        RisesAtVein(
            RED,
            12,
            Duration(Fraction(45, 2)),
            Fraction(32),
            Fraction(317),
            DoseUnit.MG,
            Fraction(9),
            Fraction(5, 2),
        ),
        (
            "Step 12, at the vein: 22 s into it the dose rate rises from 32 to 317 mg/h, 9 times; "
            "the protocol's own largest rise is 2.5 times."
        ),
    ),
    (
        PumpCannotRun(
            RED, 1, Rate.of("1.875"), Rate.of("1.9"), Fraction(4, 3), Amount.of("3 mg"), Amount.of("3.04 mg")
        ),
        (
            "Step 1: the pump cannot run 1.875 mL/h; the nearest is 1.9 mL/h (+1.333 %), "
            "which gives 3.04 mg in place of 3 mg."
        ),
    ),
    (
        PumpVolumeTooSmall(RED, 1, Volume.of("0.5"), Volume(1)),
        "Step 1: 0.5 mL is less than the 1 mL that the pump can be set to deliver.",
    ),
    (
        AboveLabelledRate(RED, 5, Amount.of("12 mg"), Amount.of("10 mg"), "label"),
        "Step 5: 12 mg a minute is above the labelled 10 mg a minute (label).",
    ),
    (
        CannotMeasure(RED, 1, Volume.of("0.02"), Volume.of("0.1"), Volume.of("0.01")),
        "Dose 1: the syringe does not measure 0.02 mL; it measures from 0.1 mL in marks of 0.01 mL.",
    ),
    (DoseRises(RED, 2, Fraction(3)), "Dose 2: it is 3 times the one before."),
    (DoseFalls(RED, 2, Fraction(1, 2)), "Dose 2: it is only 50 % of the one before."),
    (UnitChanges(RED, 5, DoseUnit.MCG, DoseUnit.MG), "Dose 5: the unit changes from mcg to mg."),
    (IntervalUnknown(RED, 1), "Dose 1: how long to wait after it is not stated."),
    (VolumeUnknown(RED, 1), "Dose 1: no concentration is stated for it."),
]


@pytest.mark.parametrize(("finding", "sentence"), SENTENCES)
def test_each_finding_in_one_sentence(finding: Finding, sentence: str) -> None:
    assert finding_sentence(finding, ENGLISH) == sentence


def test_no_finding_is_left_out() -> None:
    assert {type(finding) for finding, _ in SENTENCES} == set(get_args(Finding))
    assert [level_name(level, ENGLISH) for level in Level] == ["RED", "YELLOW"]


def test_every_column_formula_and_name_has_words() -> None:
    for words, codes in ((CELLS, Cell), (FORMULAS, Formula), (NAMES, Name)):
        assert set(words) == set(codes)
        assert all(say(ENGLISH) for say in words.values())


def planned(**changes: FinalRate) -> Plan:
    plan = resolve(replace(inputs(load_protocol("rdd-3bag-12step"), "2000 mg"), **changes))
    assert isinstance(plan, Plan)
    return plan


def lines(plan: Plan, row: int, cell: Cell) -> tuple[str, ...]:
    return explanation_lines(explain(plan, row, cell), plan.inputs.protocol.sources, ENGLISH)


def test_where_a_number_comes_from() -> None:
    assert lines(planned(), 9, Cell.DOSE) == (
        "Step 9, dose: 19.843 mg",
        "Worked out as: volume x concentration",
        "volume: 2.5 mL",
        "concentration: 7.937 mg/mL",
        "Rounded for the eye; exactly 19.8426 mg.",
    )
    found = lines(planned(), 3, Cell.BAG_DRUG)
    assert found[:5] == (
        "Bag 3, drug: 1,984.26 mg",
        "Worked out as: target dose - what the earlier bags give",
        "target dose: 2,000 mg",
        "dose given before: 15.74 mg",
        "Not rounded.",
    )
    assert len(found) == 8
    assert all(line.startswith("Source, read in the source: ") for line in found[5:])


def test_how_a_number_was_rounded() -> None:
    slow = planned(final_rate=FinalRate(rate=Rate(70), scale=RateScale.EVERY_STEP))
    assert lines(slow, 12, Cell.MINUTES)[-1] == (
        "Rounded for the eye; 201.160714286 min to 12 digits, the plan keeps the exact fraction."
    )
    scaled = planned(final_rate=FinalRate(rate=Rate.of("70.01"), scale=RateScale.EVERY_STEP))
    assert lines(scaled, 5, Cell.RATE)[-1] == "Rounded for the eye; exactly 4.375625 mL/h."
    assert lines(scaled, 3, Cell.BAG_CONCENTRATION)[-1].endswith(" mg/mL.")
    assert lines(scaled, 5, Cell.VOLUME)[-1] == "Rounded for the eye; exactly 1.09390625 mL."


def test_any_number_has_its_unit() -> None:
    assert quantity(Number(3), ENGLISH) == "3"
    assert quantity(Duration(90), ENGLISH) == "1.5 min"
    assert lines(planned(), 1, Cell.BAG_DRUG)[3] == "dilution: 0.01"
