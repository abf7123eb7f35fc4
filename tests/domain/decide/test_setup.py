"""Setting up: what starting needs, what is read twice, which baseline may begin."""

from __future__ import annotations

from typing import Any

import pytest

from desens_gui.domain.answers import Accepted
from desens_gui.domain.commands.setup import (
    DeclareNoSecondPerson,
    IdentifyPatient,
    IdentifyStaff,
    RecordOrder,
    SetPlan,
    SetPolicy,
    StartSession,
    VerifyPlan,
)
from desens_gui.domain.commands.step import Tick
from desens_gui.domain.events.pump import BagChangeBegun
from desens_gui.domain.events.setup import PlanRead, PlanVerified, SessionStarted
from desens_gui.domain.findings import Consciousness
from desens_gui.domain.patient import Weight
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.recorded import PROGRAM, Role
from desens_gui.domain.refusals.check import CheckIncomplete, LimitBroken, NewSymptoms, NotAlert
from desens_gui.domain.refusals.general import NotNow, OrderNotReadBack, TextMissing, TextTooLong
from desens_gui.domain.refusals.setup import (
    BaselineTooOld,
    BirthDateImpossible,
    IdentifierTooShort,
    PlanInUse,
    PlanReadingDiffers,
    ProtocolNotApproved,
    RepeatTooSoon,
    SetupIncomplete,
    SetupItem,
    WeightImpossible,
)
from desens_gui.domain.stage import ChangingBag, SettingUp
from tests import readings
from tests.courses import first_bag, opened, reading, set_up
from tests.driving import MINUTE, Chair, default_policy, inputs, order, patient

HALF_HOUR = 30 * MINUTE


@pytest.mark.requirement("R-S23-1")
def test_starting_opens_the_first_bag_change_and_nothing_runs() -> None:
    chair = set_up()
    assert chair.do(StartSession()) == (
        SessionStarted(),
        BagChangeBegun(from_bag=None, to_bag=1, to_step=1),
    )
    assert isinstance(chair.session.stage, ChangingBag)
    assert not chair.session.pump_runs
    assert chair.given == Amount.of("0 mg")


def test_starting_names_everything_that_is_missing() -> None:
    chair = opened()
    chair.do(SetPolicy(policy=default_policy()), PROGRAM)
    _identify(chair)
    assert chair.refused(StartSession()) == (
        SetupIncomplete(
            missing=(
                SetupItem.SECOND_PERSON,
                SetupItem.PATIENT,
                SetupItem.PLAN,
                SetupItem.PLAN_VERIFIED,
                SetupItem.ORDER,
                SetupItem.BASELINE,
            )
        ),
    )


def _identify(chair: Chair) -> None:
    chair.do(IdentifyStaff(id="ml", name="Mara Lindt", role=Role.NURSE))


def test_without_a_policy_nothing_can_be_judged() -> None:
    chair = opened()
    _identify(chair)
    needed = SetupIncomplete(missing=(SetupItem.POLICY,))
    assert chair.refused(readings.check(chair.now)) == (needed,)
    missing = (SetupItem.POLICY, SetupItem.PATIENT, SetupItem.PLAN)
    some = reading(set_up())
    assert chair.refused(VerifyPlan(reading=some)) == (SetupIncomplete(missing=missing),)


@pytest.mark.parametrize("field", ["id", "name"])
def test_a_person_needs_an_id_and_a_name(field: str) -> None:
    chair = opened()
    known: dict[str, Any] = {"id": "ml", "name": "Mara Lindt", "role": Role.NURSE}
    command = IdentifyStaff(**{**known, field: "  "})
    assert chair.refused(command) == (TextMissing(field=f"staff {field}"),)
    command = IdentifyStaff(**{**known, field: "x" * 121})
    assert chair.refused(command) == (TextTooLong(field=f"staff {field}", length=121, most=120),)


def test_a_person_identified_again_replaces_the_earlier_entry() -> None:
    chair = set_up()
    chair.do(IdentifyStaff(id="ml", name="Mara Lindt-Ode", role=Role.NURSE))
    assert [member.name for member in chair.session.staff] == ["Dr Haas", "Mara Lindt-Ode"]


@pytest.mark.requirement("R-S10-1")
def test_nobody_else_there_is_a_choice_with_a_reason() -> None:
    chair = set_up()
    assert chair.refused(DeclareNoSecondPerson(reason="")) == (TextMissing(field="reason"),)


@pytest.mark.requirement("R-BAD-1")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"family_name": " "}, TextMissing(field="family name")),
        ({"given_name": "x" * 121}, TextTooLong(field="given name", length=121, most=120)),
        ({"identifier": " 123 "}, IdentifierTooShort(least=4)),
        ({"identifier": "1" * 121}, TextTooLong(field="identifier", length=121, most=120)),
        ({"born": "12.03.1968"}, BirthDateImpossible(born="12.03.1968")),
        ({"born": "2026-11-23"}, BirthDateImpossible(born="2026-11-23")),
        ({"weight_kg": Weight.of("0.4")}, WeightImpossible(kg="0.4", least="0.5", most="400")),
        ({"weight_kg": Weight.of("400.1")}, WeightImpossible(kg="400.1", least="0.5", most="400")),
    ],
)
def test_an_impossible_patient_is_refused_by_field(changes: dict[str, Any], reason: object) -> None:
    assert set_up().refused(IdentifyPatient(patient=patient(**changes))) == (reason,)


@pytest.mark.parametrize(
    "changes",
    [
        {"born": "2026-11-22"},
        {"weight_kg": None},
        {"weight_kg": Weight.of("0.5")},
        {"weight_kg": Weight.of("400")},
        {"identifier": "1234"},
    ],
)
def test_a_patient_at_the_limits_is_taken(changes: dict[str, Any]) -> None:
    set_up().do(IdentifyPatient(patient=patient(**changes)))


def test_before_the_policy_a_weight_has_no_limits_yet() -> None:
    chair = opened()
    _identify(chair)
    chair.do(IdentifyPatient(patient=patient(weight_kg=Weight.of("401"))))


def test_after_the_start_patient_plan_and_policy_stand() -> None:
    chair = first_bag()
    assert chair.refused(IdentifyPatient(patient=patient())) == (
        NotNow(command="identify_patient", stage="started"),
    )
    assert chair.refused(SetPolicy(policy=default_policy()), PROGRAM) == (
        NotNow(command="set_policy", stage="started"),
    )
    assert chair.refused(SetPlan(inputs=inputs())) == (PlanInUse(),)
    assert chair.refused(StartSession()) == (NotNow(command="start_session", stage="started"),)


@pytest.mark.requirement("R-S10-1")
def test_the_plan_is_read_twice_the_second_time_blind_after_a_minute() -> None:
    chair = set_up()
    chair.do(SetPlan(inputs=inputs()))  # the earlier reading is lost with the plan
    assert not chair.session.plan_verified
    (first,) = chair.do(VerifyPlan(reading=reading(chair)))
    assert isinstance(first, PlanRead)
    chair.clock.advance_ns(MINUTE * 1_000_000_000 - 1)
    (reason,) = chair.refused(VerifyPlan(reading=reading(chair)))
    assert reason == RepeatTooSoon(left=Duration.ns(1))
    chair.clock.advance_ns(1)
    (second,) = chair.do(VerifyPlan(reading=reading(chair)))
    assert isinstance(second, PlanVerified)
    assert chair.session.plan_verified


@pytest.mark.requirement("R-S10-1")
def test_a_reading_that_differs_names_the_fields_and_not_the_values() -> None:
    chair = set_up()
    wrong = reading(chair, identifier_last4="9999", drug="CISplatin", dose=Amount.of("40 mg"), bags=2)
    assert chair.refused(VerifyPlan(reading=wrong)) == (
        PlanReadingDiffers(fields=("identifier_last4", "drug", "dose", "bags")),
    )


def test_the_same_dose_in_another_unit_is_the_same_dose() -> None:
    chair = set_up()
    chair.do(SetPlan(inputs=inputs()))
    chair.do(VerifyPlan(reading=reading(chair, dose=Amount.of("400000 mcg"), drug=" CarboPlatin ")))


def test_another_patient_or_plan_loses_the_verification() -> None:
    chair = set_up()
    chair.do(IdentifyPatient(patient=patient(given_name="Ada")))
    assert chair.refused(StartSession()) == (SetupIncomplete(missing=(SetupItem.PLAN_VERIFIED,)),)


def test_an_order_is_somebodys_and_was_read_back() -> None:
    chair = set_up()
    unread = order(OrderFor.DESENSITIZE, read_back=False)
    assert chair.refused(RecordOrder(order=unread)) == (OrderNotReadBack(by="Dr Haas"),)
    nobody = order(OrderFor.DESENSITIZE, by="")
    assert chair.refused(RecordOrder(order=nobody)) == (TextMissing(field="prescriber"),)


@pytest.mark.requirement("R-S23-3")
def test_a_recalled_protocol_may_be_planned_and_not_started() -> None:
    chair = set_up(plan=inputs("rdd-2bag-8step"))
    assert chair.refused(StartSession()) == (
        ProtocolNotApproved(protocol="rdd-2bag-8step", status="recalled"),
    )


@pytest.mark.requirement("R-S23-1")
def test_a_baseline_is_good_for_thirty_minutes_exactly() -> None:
    chair = set_up()
    chair.wait(HALF_HOUR)
    assert isinstance(chair.decide(StartSession()), Accepted)
    chair.clock.advance_ns(1)
    limit = Duration.minutes(30)
    assert chair.refused(StartSession()) == (BaselineTooOld(age=limit + Duration.ns(1), limit=limit),)


@pytest.mark.requirement("R-S23-1")
def test_the_oldest_reading_of_the_baseline_counts() -> None:
    chair = set_up()
    chair.wait(20 * MINUTE)
    chair.do(readings.check(chair.now, temp=None))
    chair.wait(11 * MINUTE)
    (reason,) = chair.refused(StartSession())
    assert isinstance(reason, BaselineTooOld)
    assert reason.age == Duration.minutes(31)


@pytest.mark.requirement("R-S23-1")
@pytest.mark.parametrize(
    ("found", "kind"),
    [
        ({"temp": "38.0"}, LimitBroken),
        ({"sbp": 89, "dbp": 50}, LimitBroken),
        ({"new": {"skin": "itch"}}, NewSymptoms),
        ({"spo2": None}, CheckIncomplete),
        ({"consciousness": Consciousness.PAIN}, NotAlert),
    ],
)
def test_a_failing_baseline_starts_only_on_a_named_order(found: dict[str, Any], kind: type) -> None:
    chair = _set_up_with_baseline(found)
    (reason,) = chair.refused(StartSession())
    assert isinstance(reason, kind)
    chair.do(RecordOrder(order=order(OrderFor.ACCEPT_BASELINE)))
    chair.do(StartSession())


def _set_up_with_baseline(found: dict[str, Any]) -> Chair:
    """Set-up whose only baseline found this."""
    chair = set_up()
    whole = Chair(chair.clock)
    for recorded in chair.records[:-1]:
        whole.record(recorded.event, recorded.actor)
    whole.do(readings.check(whole.now, **found))
    return whole


@pytest.mark.requirement("R-S23-1")
def test_a_temperature_just_below_fever_starts() -> None:
    _set_up_with_baseline({"temp": "37.9"}).do(StartSession())


@pytest.mark.requirement("R-S23-1")
def test_an_order_for_an_earlier_baseline_does_not_cover_the_next_one() -> None:
    chair = set_up()
    chair.do(RecordOrder(order=order(OrderFor.ACCEPT_BASELINE)))
    chair.wait(1)
    chair.check(temp="38.4")
    (reason,) = chair.refused(StartSession())
    assert reason == LimitBroken(
        item="temp", value="38.4", bound=chair.policy.baseline_limits[0].bound, limit="38"
    )


def test_a_tick_in_an_empty_session_records_nothing() -> None:
    chair = opened()
    assert chair.do(Tick(), PROGRAM) == ()
    assert isinstance(chair.session.stage, SettingUp)
