"""What a check finds, at its limits (SAFETY S8, S11, S20)."""

from __future__ import annotations

from typing import Any

import pytest

from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.commands.pump import ReportPumpRunning
from desens_gui.domain.commands.setup import IdentifyPatient, RecordOrder, StartSession, VerifyPlan
from desens_gui.domain.commands.step import Escalate, StayOnStep
from desens_gui.domain.findings import Consciousness, Item, Severity, Sign, Vitals
from desens_gui.domain.policy import Bound, Direction, MonitorRule
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration, Number, Rate
from desens_gui.domain.refusals.check import (
    CheckIncomplete,
    LimitBroken,
    MissingItem,
    MissingWhy,
    NewSymptoms,
    NotAlert,
    RuleBroken,
)
from tests import readings
from tests.courses import at_step, hang, reading, ready, set_up
from tests.domain.decide.test_step import accepted
from tests.driving import MINUTE, Chair, order, patient, policy_with
from tests.qualified import ABOUT_PATIENT, AT_CHAIR


@pytest.mark.requirement("R-S8-4")
def test_temperature_is_good_for_an_hour_exactly() -> None:
    chair = at_step(6)
    chair.wait(15 * MINUTE)
    chair.check()
    chair.do(StayOnStep())
    chair.wait(60 * MINUTE)
    chair.check(temp=None)
    assert accepted(chair)
    chair.clock.advance_ns(1)
    limit = Duration.minutes(60)
    missing = MissingItem(
        item=Item.TEMPERATURE, why=MissingWhy.TOO_OLD, age=limit + Duration.ns(1), limit=limit
    )
    assert chair.refused(Escalate()) == (CheckIncomplete(missing=(missing,)),)


@pytest.mark.requirement("R-S8-4")
@pytest.mark.parametrize("sign", ["chills", "rigors", "fever"])
def test_chills_ask_for_the_temperature_at_once(sign: str) -> None:
    chair = ready(6)
    chair.wait(1)
    chair.check(new={"general": sign}, temp=None)
    asked = chair.refused(Escalate())
    fresh = MissingItem(item=Item.TEMPERATURE, why=MissingWhy.NOT_MEASURED)
    found = NewSymptoms(signs=(Sign(code=sign, severity=Severity.MILD),))
    assert asked == (found,)  # measured a second ago, in this very step
    chair.do(StayOnStep())
    other = at_step(6)
    other.wait(15 * MINUTE)
    other.check(new={"general": sign}, temp=None)
    assert other.refused(Escalate()) == (CheckIncomplete(missing=(fresh,)), found)


@pytest.mark.hazard("H-01")
@pytest.mark.requirement("R-S8-9")
@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ({"sbp": 90}, None),
        ({"sbp": 89}, LimitBroken(item="sbp", value="89", bound=Bound.BELOW, limit="90")),
        ({"spo2": 93}, None),
        ({"spo2": 92}, LimitBroken(item="spo2", value="92", bound=Bound.AT_OR_BELOW, limit="92")),
        ({"consciousness": Consciousness.VOICE}, NotAlert(level="V")),
        ({"heart_rate": 140}, None),  # a mark in the shipped policy, no stop
    ],
)
def test_findings_at_their_limits(found: dict[str, Any], reason: object) -> None:
    chair = at_step(6)
    chair.wait(15 * MINUTE)
    chair.check(**found)
    if reason is None:
        assert accepted(chair)
    else:
        assert chair.refused(Escalate()) == (reason,)


@pytest.mark.requirement("R-S11-1")
def test_new_or_worse_blocks_and_as_at_baseline_does_not() -> None:
    chair = at_step(6)
    chair.wait(15 * MINUTE)
    chair.check(new={"skin": "itch"})
    itch = Sign(code="itch", severity=Severity.MILD)
    assert chair.refused(Escalate()) == (NewSymptoms(signs=(itch,)),)
    chair.do(RecordCheck(vitals=Vitals(), symptoms=readings.as_at_baseline(chair.now)))
    assert accepted(chair)


@pytest.mark.requirement("R-S8-9")
def test_a_patient_who_was_confused_at_baseline_is_held_against_that() -> None:
    chair = set_up()
    chair.wait(1)
    chair.check(consciousness=Consciousness.CONFUSED)
    assert chair.refused(StartSession()) == (NotAlert(level="C"),)
    chair.do(RecordOrder(order=order(OrderFor.ACCEPT_BASELINE)))
    chair.do(StartSession())
    hang(chair)
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))
    chair.wait(15 * MINUTE)
    chair.check(consciousness=Consciousness.CONFUSED)
    assert accepted(chair)


@pytest.mark.requirement("R-S8-9")
@pytest.mark.parametrize(
    ("direction", "heart_rate", "broken"),
    [(Direction.RISE, 98, True), (Direction.RISE, 97, False), (Direction.FALL, 58, True)],
)
def test_a_site_may_let_a_change_from_the_baseline_block(
    direction: Direction, heart_rate: int, broken: bool
) -> None:
    rule = MonitorRule(item="heart_rate", direction=direction, by=Number(20), blocks=True)
    chair = at_step(2, policy=policy_with(monitor_rules=(rule,)))
    chair.wait(15 * MINUTE)
    chair.check(heart_rate=heart_rate)
    if not broken:
        assert accepted(chair)
        return
    assert chair.refused(Escalate()) == (
        RuleBroken(item="heart_rate", direction=direction, value=str(heart_rate), baseline="78", by="20"),
    )


@pytest.mark.requirement("R-S20-1")
@pytest.mark.parametrize(("born", "blocked"), [("2015-11-23", False), ("2015-11-22", True)])
def test_adult_limits_never_fire_below_eleven_years(born: str, blocked: bool) -> None:
    chair = set_up()
    chair.do(IdentifyPatient(patient=patient(born=born)))
    for answer in (*ABOUT_PATIENT, *AT_CHAIR):
        chair.do(answer)
    chair = _verified_again(chair)
    chair.wait(15 * MINUTE)
    chair.check(sbp=80, dbp=50)
    assert accepted(chair) is not blocked


def _verified_again(chair: Chair) -> Chair:
    chair.do(VerifyPlan(reading=reading(chair)))
    chair.wait(MINUTE)
    chair.do(VerifyPlan(reading=reading(chair)))
    chair.do(StartSession())
    hang(chair)
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))
    return chair
