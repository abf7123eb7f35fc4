"""Going up: impossible without a valid check (SAFETY S6, S8, S11, S20)."""

from __future__ import annotations

import pytest

from desens_gui.domain.answers import Accepted
from desens_gui.domain.commands.check import RecordCheck, RecordMedication
from desens_gui.domain.commands.pump import ReportPumpRunning
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.step import Escalate, StayOnStep
from desens_gui.domain.events.setup import OrderRecorded
from desens_gui.domain.events.step import EscalationCommanded, SymptomsAskedAgain
from desens_gui.domain.findings import SYSTEMS, Item
from desens_gui.domain.instants import Utc
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration, Rate
from desens_gui.domain.refusals.check import (
    CheckAlreadyUsed,
    CheckIncomplete,
    CheckMissing,
    LimitBroken,
    MissingItem,
    MissingWhy,
    NewSymptoms,
)
from desens_gui.domain.refusals.general import NotNow, OrderNeeded, OrderNotReadBack
from desens_gui.domain.refusals.step import NoNextStep, StepNotFinished, SymptomsNotAskedAgain
from desens_gui.domain.stage import GoingUp
from tests import readings
from tests.courses import LAST, at_step, first_bag, ready, set_up
from tests.driving import MINUTE, Chair, order, policy_with

VALID = Duration.minutes(5)


def accepted(chair: Chair, command: Escalate | None = None) -> bool:
    return isinstance(chair.decide(command or Escalate()), Accepted)


def just_before_the_end(number: int = 6) -> Chair:
    chair = at_step(number)
    chair.clock.advance_ns(15 * MINUTE * 1_000_000_000 - 1)
    return chair


@pytest.mark.hazard("H-01")
@pytest.mark.requirement("R-S8-1")
def test_a_valid_check_tells_the_next_rate() -> None:
    chair = ready(6)
    assert chair.do(Escalate()) == (EscalationCommanded(to_step=7, rate_ml_h=Rate.of("20")),)
    assert isinstance(chair.session.stage, GoingUp)


@pytest.mark.hazard("H-06")
@pytest.mark.requirement("R-S6-1")
def test_going_up_a_nanosecond_early_is_refused_with_what_is_left() -> None:
    chair = just_before_the_end()
    chair.check()
    assert chair.refused(Escalate()) == (StepNotFinished(step=6, left=Duration.ns(1)),)
    chair.clock.advance_ns(1)
    assert accepted(chair)


@pytest.mark.requirement("R-S6-1")
def test_only_an_order_for_exactly_this_goes_up_early() -> None:
    chair = at_step(6)
    chair.wait(MINUTE)
    chair.check()
    other = order(OrderFor.ACCEPT_BASELINE)
    assert chair.refused(Escalate(order=other)) == (OrderNeeded(purpose=OrderFor.GO_UP_EARLY),)
    unread = order(OrderFor.GO_UP_EARLY, read_back=False)
    assert chair.refused(Escalate(order=unread)) == (OrderNotReadBack(by="Dr Haas"),)
    told = order(OrderFor.GO_UP_EARLY)
    assert chair.do(Escalate(order=told))[0] == OrderRecorded(order=told)


@pytest.mark.requirement("R-S6-1", "R-S8-3")
def test_an_order_to_go_up_early_replaces_no_check() -> None:
    chair = at_step(6)
    assert chair.refused(Escalate(order=order(OrderFor.GO_UP_EARLY))) == (CheckMissing(),)


@pytest.mark.hazard("H-10")
@pytest.mark.requirement("R-S8-3")
def test_a_check_is_good_for_five_minutes_exactly() -> None:
    chair = ready(6)
    chair.wait(5 * MINUTE)
    assert accepted(chair, Escalate(none_new=True))
    chair.clock.advance_ns(1)
    (reason,) = chair.refused(Escalate(none_new=True))
    assert isinstance(reason, CheckIncomplete)
    age = VALID + Duration.ns(1)
    assert {(item.item, item.why, item.age, item.limit) for item in reason.missing} == {
        (item, MissingWhy.TOO_OLD, age, VALID) for item in Item if item is not Item.TEMPERATURE
    }


@pytest.mark.requirement("R-S8-3")
@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("heart_rate", Item.HEART_RATE),
        ("sbp", Item.BLOOD_PRESSURE),
        ("resp_rate", Item.RESPIRATIONS),
        ("spo2", Item.SPO2),
        ("oxygen", Item.OXYGEN),
        ("consciousness", Item.CONSCIOUSNESS),
    ],
)
def test_every_required_item_is_asked_for_by_its_name(name: str, item: Item) -> None:
    chair = at_step(6)
    chair.wait(15 * MINUTE)
    chair.check(**{name: None})
    missing = MissingItem(item=item, why=MissingWhy.NOT_MEASURED)
    assert chair.refused(Escalate()) == (CheckIncomplete(missing=(missing,)),)
    chair.do(readings.only(chair.now, **{name: readings.WELL[name], "dbp": 76}))
    assert accepted(chair)


@pytest.mark.requirement("R-S8-3")
def test_each_organ_system_is_asked() -> None:
    chair = at_step(6)
    chair.wait(15 * MINUTE)
    asked = readings.symptoms(chair.now, systems=SYSTEMS[:-2])
    chair.do(RecordCheck(vitals=readings.vitals(chair.now), symptoms=asked))
    missing = MissingItem(item=Item.SYMPTOMS, why=MissingWhy.NOT_MEASURED, systems=SYSTEMS[-2:])
    assert chair.refused(Escalate()) == (CheckIncomplete(missing=(missing,)),)


def test_a_policy_without_symptoms_does_not_ask_them() -> None:
    items = tuple(item for item in policy_with().required_each_check if item is not Item.SYMPTOMS)
    chair = at_step(2, policy=policy_with(required_each_check=items))
    chair.wait(15 * MINUTE)
    chair.do(RecordCheck(vitals=readings.vitals(chair.now)))
    assert accepted(chair, Escalate(none_new=True))


@pytest.mark.requirement("R-S8-2")
def test_readings_from_before_the_pump_was_confirmed_unlock_nothing() -> None:
    chair = at_step(6)
    confirmed = chair.now
    chair.wait(3 * MINUTE)
    too_early = {name: Utc(confirmed.us - 1) for name in ("heart_rate", "spo2")}
    chair.do(RecordCheck(vitals=readings.vitals(confirmed, too_early)))
    chair.do(RecordCheck(vitals=readings.vitals(confirmed, too_early), symptoms=readings.symptoms(confirmed)))
    (reason,) = chair.refused(Escalate(order=order(OrderFor.GO_UP_EARLY), none_new=True))
    assert isinstance(reason, CheckIncomplete)
    assert {(item.item, item.why) for item in reason.missing} == {
        (Item.HEART_RATE, MissingWhy.BEFORE_PUMP_RAN),
        (Item.SPO2, MissingWhy.BEFORE_PUMP_RAN),
    }


@pytest.mark.requirement("R-S8-2")
def test_a_check_of_the_step_before_is_none_of_this_step() -> None:
    chair = ready(6)
    chair.do(Escalate())
    chair.check()  # asked while the nurse goes to the pump: it belongs to step 6
    chair.do(ReportPumpRunning(rate_ml_h=Rate.of("20")))
    assert chair.refused(Escalate(order=order(OrderFor.GO_UP_EARLY))) == (CheckMissing(),)


@pytest.mark.hazard("H-01")
@pytest.mark.requirement("R-S8-1")
def test_one_check_unlocks_one_increase_once() -> None:
    chair = ready(6)
    chair.do(Escalate())
    chair.do(StayOnStep())
    assert chair.refused(Escalate()) == (CheckAlreadyUsed(),)
    chair.check()
    assert accepted(chair)


@pytest.mark.requirement("R-S8-2")
def test_medication_makes_earlier_readings_worthless() -> None:
    chair = ready(6)
    chair.wait(1)
    chair.do(RecordMedication(drug="cetirizine", dose="10 mg", route="po"))
    assert chair.refused(Escalate()) == (CheckMissing(),)
    chair.check()
    assert accepted(chair)


@pytest.mark.requirement("R-S8-2")
def test_medication_given_before_the_readings_leaves_them() -> None:
    chair = ready(6)
    chair.do(RecordMedication(drug="cetirizine", dose="10 mg", route="po", at=chair.ago(MINUTE)))
    assert accepted(chair)


@pytest.mark.requirement("R-S8-2", "R-S1-4")
def test_after_a_reaction_entered_in_error_the_check_is_made_again() -> None:
    chair = ready(6)
    chair.wait(1)
    chair.do(CallReaction())
    chair.do(EnterReactionInError(reason="wrong key"))
    assert chair.refused(Escalate()) == (CheckMissing(),)


@pytest.mark.requirement("R-S8-8")
def test_symptoms_are_asked_again_after_a_minute() -> None:
    chair = ready(6)
    chair.wait(MINUTE)
    assert accepted(chair)
    chair.clock.advance_ns(1)
    assert chair.refused(Escalate()) == (SymptomsNotAskedAgain(limit=Duration(60)),)
    assert chair.do(Escalate(none_new=True))[0] == SymptomsAskedAgain()
    assert chair.session.symptoms_asked_ns == chair.now_ns


def test_there_is_nothing_above_the_last_step() -> None:
    chair = at_step(LAST)
    chair.wait(15 * MINUTE)
    chair.check()
    assert chair.refused(Escalate()) == (NoNextStep(last=12),)


def test_going_up_starts_from_a_running_step() -> None:
    for chair in (set_up(), first_bag()):
        assert chair.refused(Escalate()) == (NotNow(command="escalate", stage="stopped"),)


@pytest.mark.requirement("R-S8-3")
def test_every_reason_is_named_at_once() -> None:
    chair = just_before_the_end()
    chair.check(sbp=80, dbp=50, spo2=None, new={"skin": "hives"})
    kinds = [type(reason) for reason in chair.refused(Escalate())]
    assert kinds == [StepNotFinished, CheckIncomplete, NewSymptoms, LimitBroken]
