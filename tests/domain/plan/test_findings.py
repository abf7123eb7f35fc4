"""The red and yellow rules: each fires on a plan that breaks it, and the shipped protocols pass unchanged."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from desens_gui.domain.plan.dose_rules import dose_findings
from desens_gui.domain.plan.finding import (
    AboveLabelledRate,
    CannotMeasure,
    Circumstances,
    DoseFalls,
    DoseFinding,
    DoseMismatch,
    DoseRises,
    DuplicateStep,
    Finding,
    InfusionFinding,
    IntervalUnknown,
    LabelledRate,
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
    red,
)
from desens_gui.domain.plan.infusion_rules import infusion_findings
from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, RateScale, StepRate
from desens_gui.domain.plan.jumps import jumps, own_largest, unchanged
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.pump_limits import Pump, Syringe, for_pump
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.plan.small_patient import is_small, per_kg
from desens_gui.domain.plan.vein import Line
from desens_gui.domain.policy import Connection
from desens_gui.domain.protocol.about import ProtocolKind, Status
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Amount, Duration, Number, Rate, Volume
from desens_gui.system.protocols import load_protocol
from tests.domain.plan.dose_recipes import dose, dose_planned, doses
from tests.domain.plan.recipes import inputs, planned, recipe, step

TWELVE = load_protocol("rdd-3bag-12step")
PUMP = Pump(
    name="p",
    lowest=Rate.of("1"),
    highest=Rate(999),
    increment=Rate.of("0.1"),
    smallest_volume=Volume.of("0.5"),
)
AROUND = Circumstances(tolerance_percent=Number(2))
SAME_SET = Line(connection=Connection.SAME_SET, volume=Volume(18))


def made(number: int, volume: str, drug: str) -> CompoundedBag:
    return CompoundedBag(number=number, volume=Volume.of(volume), drug=Amount.of(drug))


def twelve(**changes: Any) -> Plan:
    plan = resolve(replace(inputs(TWELVE, "1000 mg"), **changes))
    assert isinstance(plan, Plan), plan
    return plan


def kinds(found: tuple[Finding, ...]) -> list[tuple[type, Level]]:
    return [(type(each), each.level) for each in found]


@pytest.mark.parametrize(
    "name", ["rdd-3bag-12step", "rdd-2bag-8step", "rdd-4bag-16step", "rdd-5bag-20step", "lrdp-13dose"]
)
def test_a_shipped_protocol_with_sets_of_their_own_passes(name: str) -> None:
    plan = planned(load_protocol(name), "1000 mg")
    around = replace(AROUND, line=Line(connection=Connection.OWN_SET, volume=Volume(18)))
    found = infusion_findings(plan, around)
    assert red(found) == ()
    assert not any(isinstance(each, RisesAtVein | RisesTooFar) for each in found)


RED, YELLOW = Level.RED, Level.YELLOW


@pytest.mark.parametrize(
    ("plan", "around", "wanted"),
    [
        (twelve(bags=(made(3, "250", "900 mg"),)), {}, [(DoseMismatch, RED)]),
        (twelve(bags=(made(3, "250", "980 mg"),)), {}, []),
        (twelve(last_bag=LastBag.UNCORRECTED), {}, [(LastBagTooMuch, YELLOW)]),
        (twelve(bags=(made(3, "250", "1100 mg"),)), {}, [(RisesTooFar, RED), (LastBagTooMuch, RED)]),
        (twelve(bags=(made(2, "250", "1 mg"),)), {}, [(StrengthOverLast, RED)]),
        (twelve(rates=(StepRate(step=4, rate=Rate(26)),)), {}, [(RisesTooFar, RED)]),
        (twelve(rates=(StepRate(step=4, rate=Rate(21)),)), {}, [(RisesTooFar, YELLOW)]),
        (twelve(rates=(StepRate(step=4, rate=Rate(10)),)), {}, [(DuplicateStep, YELLOW)]),
        (twelve(rates=(StepRate(step=12, rate=Rate(30)),)), {}, [(NotAscending, RED)]),
        (twelve(), {"line": SAME_SET}, [(RisesAtVein, RED), (RisesAtVein, RED)]),
        (twelve(bags=(made(1, "50", "2 mg"),)), {}, []),
        (
            twelve(final_rate=FinalRate(rate=Rate(75), scale=RateScale.EVERY_STEP)),
            {"pump": PUMP},
            [*[(PumpCannotRun, RED)] * 9, (PumpVolumeTooSmall, YELLOW)],
        ),
    ],
)
def test_each_rule_for_an_infusion(
    plan: Plan, around: dict[str, Any], wanted: list[tuple[type, Level]]
) -> None:
    found = kinds(infusion_findings(plan, replace(AROUND, **around)))
    if wanted and wanted[0][0] in (StrengthOverLast, RisesTooFar, NotAscending, DuplicateStep):
        assert set(wanted) <= set(found)
    else:
        assert found == wanted


def test_a_protocol_of_the_site_that_rises_far_is_yellow_whatever_it_says_itself() -> None:
    steep = recipe(steps=(step(1, 1, "1"), step(2, 1, "4"), step(3, 2, "1"), step(4, 2, "2", None)))
    found = infusion_findings(planned(steep), AROUND)
    assert [each.step for each in found if isinstance(each, RisesTooFar)] == [2]


def test_the_labelled_dose_rate_of_the_drug() -> None:
    label = LabelledRate(drugs=("Vancomycin",), per_minute=Amount.of("10 mg"), source="label")
    units = LabelledRate(drugs=("vancomycin",), per_minute=Amount.of("1 units"), source="label")
    ramp = load_protocol("vancomycin-ramp")
    around = replace(AROUND, labelled=(label, units))
    at_limit = infusion_findings(planned(ramp, "500 mg"), around)
    assert not any(isinstance(each, AboveLabelledRate) for each in at_limit)
    plan = resolve(replace(inputs(ramp, "600 mg"), drug=" VANCOmycin "))
    assert isinstance(plan, Plan)
    above = [each for each in infusion_findings(plan, around) if isinstance(each, AboveLabelledRate)]
    assert [(each.step, each.per_minute) for each in above] == [
        (45, Amount.of("10.8 mg")),
        (46, Amount.of("12 mg")),
    ]


# ---- pump, jumps, small patients


@pytest.mark.parametrize(
    ("rate", "nearest"), [("1.875", "1.9"), ("18.75", "18.7"), ("0.4", "1"), ("2000", "999"), ("20", "20")]
)
def test_the_nearest_rate_a_pump_can_run(rate: str, nearest: str) -> None:
    assert PUMP.nearest(Rate.of(rate)) == Rate.of(nearest)
    assert PUMP.runs(Rate.of(rate)) == (rate == nearest)


@pytest.mark.hazard("H-PLAN")
@pytest.mark.requirement("R-S20-2")
def test_rates_for_the_pump_keep_the_whole_dose() -> None:
    plan = twelve(
        final_rate=FinalRate(rate=Rate(75), scale=RateScale.EVERY_STEP),
        rates=(StepRate(step=12, rate=Rate(74)), StepRate(step=1, rate=Rate.of("1.85"))),
    )
    rounded = resolve(for_pump(plan.inputs, plan, PUMP))
    assert isinstance(rounded, Plan)
    assert all(PUMP.runs(each.rate) for each in rounded.steps)
    assert rounded.total_dose == plan.target
    assert rounded.last_step.rate == Rate(74)


def test_the_rise_of_the_dose_leaves_the_last_step_out() -> None:
    found = jumps(twelve())
    assert found[-1].dose is None
    assert found[0].dose == Fraction(5, 2)
    assert own_largest(twelve(rates=(StepRate(step=2, rate=Rate(9)),))) == Fraction(5, 2)
    small = replace(TWELVE, bags=(replace(TWELVE.bags[0], volume=Volume(1)), *TWELVE.bags[1:]))
    mended = resolve(replace(inputs(small), bags=(made(1, "250", "1 mg"),)))
    assert isinstance(mended, Plan)
    assert unchanged(mended) is None, "the protocol itself makes no plan"
    assert own_largest(mended) >= 2
    assert infusion_findings(mended, AROUND)


@pytest.mark.requirement("R-S20-2")
def test_values_for_each_kg() -> None:
    rows = per_kg(twelve(), Number(10))
    assert rows[0].rate_ml_h == Fraction("0.2")
    assert rows[-1].volume_ml == Fraction("27.8")
    assert rows[-1].dose == 100
    assert is_small(Number(39))
    assert not is_small(Number(40))
    assert not is_small(None)


# ---- single doses

SYRINGE = Syringe(smallest=Volume.of("0.1"), increment=Volume.of("0.01"))
QUARTER = Duration.minutes(15)


@pytest.mark.parametrize(
    ("given", "target", "around", "wanted"),
    [
        (doses(), "8 mg", {}, [(DoseMismatch, RED), (VolumeUnknown, YELLOW)]),
        (doses((dose(1, "1 mg"), dose(2, "3 mg", day=2))), "4 mg", {}, [(DoseRises, YELLOW)]),
        (doses((dose(1, "1 mg"), dose(2, "3 mg", day=2)), status=Status.VERIFIED), "4 mg", {}, []),
        (doses((dose(1, "2 mg"), dose(2, "1 mg", day=2))), "3 mg", {}, [(DoseFalls, RED)]),
        (doses((dose(1, "1 mg"), dose(2, "1 mg", day=2))), "2 mg", {}, [(DuplicateStep, YELLOW)]),
        (doses((dose(1, "1 mg"), dose(2, "2 mg"))), "3 mg", {}, [(IntervalUnknown, YELLOW)]),
        (
            doses((dose(1, "600 mcg"), dose(2, "1 mg")), ProtocolKind.COURSE),
            "1.6 mg",
            {},
            [(UnitChanges, YELLOW)],
        ),
        (doses((dose(1, "0.01 mg", stock=1),)), "0.01 mg", {"syringe": SYRINGE}, [(CannotMeasure, RED)]),
        (doses((dose(1, "0.0525 mg", stock=1),)), "0.0525 mg", {"syringe": SYRINGE}, [(CannotMeasure, RED)]),
        (doses((dose(1, "0.05 mg", stock=1),)), "0.05 mg", {"syringe": SYRINGE}, []),
        (doses((dose(1, share=Number(1)),)), "5 mg", {}, []),
    ],
)
def test_each_rule_for_single_doses(
    given: Any, target: str, around: dict[str, Any], wanted: list[tuple[type, Level]]
) -> None:
    found = dose_findings(dose_planned(given, target), replace(AROUND, **around))
    assert kinds(found) == wanted


def test_every_finding_is_of_a_known_kind() -> None:
    assert set(get_args(InfusionFinding)) | set(get_args(DoseFinding)) == set(get_args(Finding))
