"""Printed tables come out digit by digit."""

from __future__ import annotations

import tomllib
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Rate
from desens_gui.system.protocols import load_protocol
from tests.domain.plan.recipes import planned

DATA = Path(__file__).resolve().parents[2] / "data"


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text("utf-8"))


def to_printed_digits(exact: Fraction, printed: str, rounding: str = ROUND_HALF_EVEN) -> str:
    """The exact value with as many decimals as the print has."""
    value = Context(prec=60).divide(Decimal(exact.numerator), Decimal(exact.denominator))
    return str(value.quantize(Decimal(printed), rounding=rounding))


def digits(exact: list[Fraction], printed: list[str]) -> list[str]:
    return [to_printed_digits(value, text) for value, text in zip(exact, printed, strict=True)]


@pytest.fixture
def ceftazidime() -> tuple[Plan, dict[str, Any]]:
    data = table("ceftazidime_2000.toml")
    return planned(load_protocol(data["protocol"]), data["dose"]), data


def test_ceftazidime_2000_mg_concentrations(ceftazidime: tuple[Plan, dict[str, Any]]) -> None:
    plan, data = ceftazidime
    printed = data["printed"]["concentration_mg_per_ml"]
    assert digits([bag.concentration.value for bag in plan.bags], printed) == printed


def test_ceftazidime_2000_mg_cumulative_doses(ceftazidime: tuple[Plan, dict[str, Any]]) -> None:
    plan, data = ceftazidime
    printed = data["printed"]["cumulative_mg"]
    assert digits([step.cumulative.value for step in plan.steps], printed) == printed


def test_ceftazidime_2000_mg_last_step_minutes(ceftazidime: tuple[Plan, dict[str, Any]]) -> None:
    plan, data = ceftazidime
    printed = data["printed"]["last_step_minutes"]
    assert to_printed_digits(plan.last_step.duration.in_minutes, printed) == printed


def test_ceftazidime_2000_mg_total_is_printed_cut_off_not_rounded(
    ceftazidime: tuple[Plan, dict[str, Any]],
) -> None:
    plan, data = ceftazidime
    printed = data["printed_cut_off"]["total_minutes"]
    exact = plan.total.in_minutes
    assert exact == Fraction("339.375")
    assert to_printed_digits(exact, printed, ROUND_DOWN) == printed
    assert to_printed_digits(exact, printed) == "339.38"
    assert 0 <= exact - Fraction(printed) < Fraction("0.01")


def test_1000_mg_table() -> None:
    data = table("three_bags_1000.toml")
    plan = planned(load_protocol(data["protocol"]), data["dose"])
    bags, steps = data["bags"], data["steps"]
    assert digits([bag.drug.value for bag in plan.bags], bags["drug_mg"]) == bags["drug_mg"]
    concentrations = bags["concentration_mg_per_ml"]
    assert digits([bag.concentration.value for bag in plan.bags], concentrations) == concentrations
    computed = {
        "bag": [Fraction(step.bag) for step in plan.steps],
        "rate_ml_h": [step.rate.value for step in plan.steps],
        "minutes": [step.duration.in_minutes for step in plan.steps],
        "volume_ml": [step.volume.value for step in plan.steps],
        "dose_mg": [step.dose.value for step in plan.steps],
        "cumulative_mg": [step.cumulative.value for step in plan.steps],
        "elapsed_min": [step.elapsed.in_minutes for step in plan.steps],
    }
    assert {name: digits(values, steps[name]) for name, values in computed.items()} == steps
    assert plan.total_volume.value == 278
    assert plan.steps[0].dose.ratio(plan.target) == Fraction(1, 50_000)


@pytest.mark.parametrize("expected", table("recalled_1000.toml")["plans"], ids=lambda plan: plan["protocol"])
def test_recalled_protocols_for_1000_mg(expected: dict[str, Any]) -> None:
    plan = planned(load_protocol(expected["protocol"]), "1000 mg")
    assert [bag.drug.text for bag in plan.bags] == expected["bag_mg"]
    assert [step.dose.text for step in plan.steps] == expected["dose_mg"]
    assert plan.total.in_minutes == Fraction(expected["total_min"])


def test_a_final_rate_of_75_for_the_last_step_only_takes_351_minutes() -> None:
    protocol = load_protocol("rdd-3bag-12step")
    slower = replace(protocol.steps[-1], rate=Rate(75))
    plan = planned(replace(protocol, steps=(*protocol.steps[:-1], slower)), "1000 mg")
    assert plan.last_step.duration.in_minutes == 186
    assert plan.total.in_minutes == 351


def test_an_uncorrected_last_bag_is_stopped_at_the_target() -> None:
    protocol = replace(load_protocol("rdd-3bag-12step"), last_bag=LastBag.UNCORRECTED)
    plan = planned(protocol, "1000 mg")
    assert plan.last_step.volume.text == "230.5325"
    assert plan.last_step.cumulative == plan.target
    assert not plan.last_step.until_empty
    assert plan.bags[-1].discard.text == "1.9675"
