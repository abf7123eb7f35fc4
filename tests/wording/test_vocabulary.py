"""Every code has its words."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import pytest

from desens_gui.domain.events.check import CheckOutcome, CheckPurpose
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.people import Meaning
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason, PromptKind
from desens_gui.domain.findings import (
    SYSTEMS,
    Answer,
    BloodPressure,
    BodyTemperature,
    Consciousness,
    ConsciousnessSeen,
    HeartRate,
    Item,
    Oxygen,
    Respirations,
    Severity,
    SpO2,
    Temperature,
    Vitals,
)
from desens_gui.domain.instants import Utc
from desens_gui.domain.policy import Bound, Connection
from desens_gui.domain.prescribing import OrderFor, OrderTaken
from desens_gui.domain.quantities import Rate
from desens_gui.domain.recorded import Role
from desens_gui.domain.refusals.ending import EndItem
from desens_gui.domain.refusals.pump import BagChangeItem
from desens_gui.domain.refusals.setup import SetupItem
from desens_gui.domain.roles import MAY
from desens_gui.domain.signing import CoSignFor
from desens_gui.domain.stage import (
    ChangingBag,
    Ended,
    Flushing,
    GoingUp,
    Observing,
    Paused,
    Reacting,
    Resuming,
    SettingUp,
    Stage,
    Stepping,
    Stopping,
)
from desens_gui.system.policies import load_policy
from desens_gui.system.symptoms import load_symptoms
from desens_gui.wording import (
    endings,
    names,
    orders,
    pauses,
    prompts,
    roles,
    signatures,
    symptoms,
    vitals,
)
from desens_gui.wording.events_check import outcome_name, purpose_name
from desens_gui.wording.events_pump import iv_site
from desens_gui.wording.not_now import not_now
from desens_gui.wording.refusals_pump import bag_change_item, connection_name
from desens_gui.wording.refusals_setup import setup_item
from desens_gui.wording.refusals_step import end_item
from desens_gui.wording.sentences import lowered
from desens_gui.wording.stages import stage_name
from desens_gui.wording.words import ENGLISH, Words

AT = Utc.of("2026-11-22T09:40:00Z")

NAMED: tuple[tuple[Callable[..., str], type[StrEnum]], ...] = (
    (endings.ending_name, Ending),
    (pauses.pause_reason, PauseReason),
    (pauses.pump_meanwhile, PumpMeanwhile),
    (prompts.prompt_name, PromptKind),
    (roles.role_name, Role),
    (orders.order_purpose, OrderFor),
    (symptoms.severity_name, Severity),
    (symptoms.answer_name, Answer),
    (symptoms.consciousness_name, Consciousness),
    (vitals.item_name, Item),
    (purpose_name, CheckPurpose),
    (outcome_name, CheckOutcome),
    (iv_site, IvSite),
    (setup_item, SetupItem),
    (bag_change_item, BagChangeItem),
    (connection_name, Connection),
    (end_item, EndItem),
)


@pytest.mark.parametrize(("name", "codes"), NAMED, ids=lambda value: value.__name__)
def test_every_code_has_words_of_its_own(name: Callable[..., str], codes: type[StrEnum]) -> None:
    said = [name(ENGLISH, code) for code in codes]
    assert all(said)
    assert len(set(said)) == len(said)


def test_systems_symptoms_and_levels_read_as_in_the_resource_file() -> None:
    listed = load_symptoms()
    for system in listed.systems:
        assert symptoms.system_name(ENGLISH, system.code) == system.text
        for each in system.symptoms:
            assert symptoms.symptom_name(ENGLISH, each.code) == each.text
    for level in listed.consciousness:
        assert symptoms.consciousness_name(ENGLISH, Consciousness(level.code)) == level.text
    assert tuple(system.code for system in listed.systems) == SYSTEMS


def test_a_code_that_no_list_knows_is_shown_as_it_is() -> None:
    assert symptoms.symptom_name(ENGLISH, "left_ear\u202e") == "left ear‹U+202E›"
    assert symptoms.system_name(ENGLISH, "ear") == "ear"
    assert vitals.series_name(ENGLISH, "o2_flow") == "o2 flow"
    assert names.command_name(ENGLISH, "fly_away") == "fly away"
    assert not_now(ENGLISH, "verify_plan") == "Verify the plan is not possible now."


def test_every_command_has_words() -> None:
    said = {code: names.command_name(ENGLISH, code) for code in MAY}
    assert [code for code, text in said.items() if text == code.replace("_", " ") and "_" in code] == []
    assert len(set(said.values())) == len(said)


def test_every_denied_part_of_a_command_has_words() -> None:
    """What a role may not do within a command that it may give."""
    denied = ("record_death", *(f"sign_{meaning}" for meaning in Meaning))
    said = {names.command_name(ENGLISH, code) for code in denied}
    assert said.isdisjoint({code.replace("_", " ") for code in denied})
    assert len(said) == len(denied)


def test_what_waits_for_a_name_is_named() -> None:
    assert len({signatures.waits_for(ENGLISH, what) for what in CoSignFor}) == len(CoSignFor)


def test_a_field_is_named_whether_typed_measured_or_asked() -> None:
    fields = ("oxygen", "chest", "family name", "rate", "dbp")
    assert [names.field_name(ENGLISH, field) for field in fields] == [
        "Oxygen",
        "Chest",
        "Family name",
        "Rate on the pump",
        "Diastolic blood pressure",
    ]


def test_order_taken() -> None:
    said = {
        orders.order_taken(ENGLISH, taken, read_back=back) for taken in OrderTaken for back in (True, False)
    }
    assert said == {
        "telephone order, read back",
        "telephone order, not read back",
        "in person, read back",
        "in person, not read back",
        "own order, signed in",
    }


def test_details_of_endings() -> None:
    assert [ending for ending in Ending if endings.ending_detail(ENGLISH, ending)] == [
        Ending.COMPLETED,
        Ending.TRANSFERRED,
    ]
    stopped = Transfer(where="ward 7", to_whom="Dr B", pump_running=False, line_content="nothing")
    assert endings.transfer_line(ENGLISH, stopped) == (
        "To ward 7, to Dr B, pump stopped, the line holds: nothing"
    )


STAGES: tuple[tuple[Stage, str], ...] = (
    (SettingUp(), "Set-up"),
    (ChangingBag(from_bag=None, to_bag=1, to_step=1, begun_ns=0), "Hanging bag 1"),
    (ChangingBag(from_bag=2, to_bag=3, to_step=9, begun_ns=0), "Bag change, 2 to 3"),
    (Stepping(), "Step running"),
    (GoingUp(to_step=10, rate=Rate(20), commanded_ns=0), "Going up to step 10"),
    (Paused(reason=PauseReason.TOILET, called_ns=0), "Paused: Toilet"),
    (Resuming(step=9, rate=Rate(10), from_start=False, commanded_ns=0), "Resuming step 9"),
    (Flushing(since_ns=0), "Bag empty, line to flush"),
    (Flushing(since_ns=0, flushed=True), "Line flushed"),
    (Stopping(ending=Ending.EVACUATED, called_ns=0), "Stopping. Evacuated"),
    (Observing(since_ns=0), "Observation"),
    (Ended(ending=Ending.COMPLETED, at_ns=0), "Ended. Completed"),
    (Reacting(called_ns=0, before=Stepping(), pump_stopped=False), "Reaction"),
)


@pytest.mark.parametrize(("stage", "name"), STAGES, ids=lambda value: type(value).__name__)
def test_where_a_session_stands(stage: Stage, name: str) -> None:
    assert stage_name(ENGLISH, stage) == name


def test_vital_signs_in_one_line() -> None:
    everything = Vitals(
        heart_rate=HeartRate(per_min=91, at=AT),
        blood_pressure=BloodPressure(systolic=118, diastolic=70, at=AT),
        respirations=Respirations(per_min=18, at=AT),
        spo2=SpO2(percent=97, at=AT),
        temperature=BodyTemperature(celsius=Temperature.of("36.8"), at=AT),
        oxygen=Oxygen(given=True, at=AT),
        consciousness=ConsciousnessSeen(level=Consciousness.ALERT, at=AT),
    )
    assert vitals.vitals_line(ENGLISH, everything) == (
        "HR 91, BP 118/70, Resp 18, SpO2 97 %, 36.8 °C, on oxygen, alert"
    )
    felt = Vitals(blood_pressure=BloodPressure(systolic=60, at=AT), oxygen=Oxygen(given=False, at=AT))
    assert vitals.vitals_line(ENGLISH, felt) == "BP 60, on air"
    assert vitals.vitals_line(ENGLISH, Vitals()) == ""


def test_units_for_the_eye() -> None:
    series = ("heart_rate", "sbp", "dbp", "resp_rate", "spo2", "temp")
    assert [vitals.unit(ENGLISH, code) for code in series] == [
        "per min",
        "mmHg",
        "mmHg",
        "per min",
        "%",
        "°C",
    ]
    assert [vitals.short_name(ENGLISH, code) for code in series] == [
        "HR",
        "SBP",
        "DBP",
        "Resp",
        "SpO2",
        "Temp",
    ]
    shown = {vitals.unit_of_limit(limit.unit) for limit in load_policy().entry_limits}
    assert not any("[" in unit or "{" in unit or unit.startswith("u") for unit in shown)


def test_limits() -> None:
    assert [vitals.bound_words(ENGLISH, bound, "92") for bound in Bound] == [
        "below 92",
        "at or below 92",
        "above 92",
        "at or above 92",
    ]


def test_a_name_inside_a_sentence_keeps_the_capitals_it_needs() -> None:
    assert [lowered(ENGLISH, text) for text in ("Oxygen", "SpO2", "IV site", "")] == [
        "oxygen",
        "SpO2",
        "IV site",
        "",
    ]
    capital_nouns = Words(within=lambda context, message: "kept" if message == "small" else message)
    assert lowered(capital_nouns, "Sauerstoff") == "Sauerstoff"
