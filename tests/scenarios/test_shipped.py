"""Every shipped scenario, played to its end."""

from __future__ import annotations

from functools import cache

import pytest

from desens_gui.domain.events.alarm import AlarmRaised, Priority
from desens_gui.domain.events.check import CheckOutcome, CheckRecorded, EarlySignSeen, SeenNoChange
from desens_gui.domain.events.ending import SessionEnded
from desens_gui.domain.events.pump import BagChangeBegun
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed
from desens_gui.domain.events.step import (
    ClockStepped,
    PauseCalled,
    ProgramStalled,
    PromptKind,
    PromptRaised,
    StepStarted,
    TimeJump,
)
from desens_gui.domain.evolve.evolving import evolve, fold
from desens_gui.domain.ledger import given, given_at_most
from desens_gui.domain.session import Session
from desens_gui.session.scenario import Scenario
from desens_gui.storage.rows import entry_of, record_of
from desens_gui.system.scenario_entries import REFUSALS
from desens_gui.system.scenarios import load_scenario, scenario_ids, scenario_path
from tests.scenarios.runs import played, shipped

ENDINGS = {
    "01-demo-12-step": "completed",
    "02-stopped-reaction": "stopped_reaction",
    "03-entered-in-error": "open",
    "04-late-check-and-clock-step": "open",
    "05-wrong-entries": "completed",
    "06-restart": "open",
    "07-patient-wish": "stopped_patient_wish",
    "08-transferred": "transferred",
}
NO_PERSON_CAN_MEET = {
    *("no_session", "session_already_open"),
    *("proof_expired", "proof_used", "proof_missing", "proof_of_another", "shown_changed"),
}
"""Of orders that only the program gives, and of PINs: a scenario shows each when it is asked for."""
AFTER_A_PART = {"goes_on_elsewhere"}
"""Nothing of the session can follow in a file whose part was closed."""


@cache
def scenario(name: str) -> Scenario:
    return load_scenario(scenario_path(name))


def events_of(name: str) -> list[object]:
    return [record.event for record in shipped(name).session.records]


def test_all_are_known_here() -> None:
    assert scenario_ids() == tuple(ENDINGS)


@pytest.mark.parametrize("name", ENDINGS)
def test_it_says_how_it_ends_and_ends_so(name: str) -> None:
    assert scenario(name).ends == ENDINGS[name]
    ending = shipped(name).session.state.ending
    assert (ending.value if ending else "open") == ENDINGS[name]


@pytest.mark.parametrize("name", ENDINGS)
def test_the_fold_of_its_facts_is_the_live_state(name: str) -> None:
    session = shipped(name).session
    assert fold(session.records) == session.state


@pytest.mark.parametrize("name", ENDINGS)
def test_its_facts_read_back_are_equal_and_fold_to_the_same_state(name: str) -> None:
    session = shipped(name).session
    columns = {"prev_hash": "", "hash": "", "seal": None}
    read = [record_of({**entry_of(record).row, **columns}) for record in session.records]
    assert read == list(session.records)
    assert fold(read) == session.state


@pytest.mark.parametrize("name", ENDINGS)
def test_every_prefix_of_it_replays(name: str) -> None:
    state: Session | None = None
    for record in shipped(name).session.records:
        state = evolve(state, record)
        assert state.seq == record.seq


@pytest.mark.parametrize("name", ["04-late-check-and-clock-step", "06-restart"])
def test_played_again_it_makes_the_same_facts(name: str) -> None:
    assert played(scenario(name)).session.records == shipped(name).session.records


@pytest.mark.parametrize("name", ENDINGS)
def test_it_is_a_simulation(name: str) -> None:
    assert shipped(name).session.state.opened.simulated


def test_no_ordinary_tick_looks_like_a_gap() -> None:
    jumps = (ProgramStalled, ClockStepped)
    quiet = set(ENDINGS) - {"04-late-check-and-clock-step"}
    assert not [event for name in quiet for event in events_of(name) if isinstance(event, jumps)]


def test_the_demo_day() -> None:
    events, state = events_of("01-demo-12-step"), shipped("01-demo-12-step").session.state
    steps = [event.step for event in events if isinstance(event, StepStarted)]
    assert steps == list(range(1, 13))
    assert [event.to_bag for event in events if isinstance(event, BagChangeBegun)] == [1, 2, 3]
    assert sum(isinstance(event, EarlySignSeen) for event in events) == 1
    assert sum(isinstance(event, PauseCalled) for event in events) == 1
    checks = [event for event in events if isinstance(event, CheckRecorded)]
    held = [check for check in checks if check.outcome is CheckOutcome.DO_NOT_GO_UP]
    assert [check.step for check in held] == [10]
    assert sum(check.step == 12 and check.purpose == "step" for check in checks) == 5
    assert sum(isinstance(event, SeenNoChange) for event in events) == 6
    assert all(check.outcome is not CheckOutcome.INCOMPLETE for check in checks)
    ended = events[-1]
    assert isinstance(ended, SessionEnded)
    assert ended.tolerance
    assert state.plan is not None
    dose = given(state.ledger, state.plan, state.timeline.at_ns)
    assert abs(dose.value / state.plan.target.value - 1) < 0.02


def test_the_demo_day_raises_no_alarm_above_low() -> None:
    loud = (PromptKind.CHECK_LATE, PromptKind.CHECK_VERY_LATE, PromptKind.STOP_UNTIL_CHECKED)
    prompts = [event.prompt for event in events_of("01-demo-12-step") if isinstance(event, PromptRaised)]
    assert PromptKind.CHECK_SOON in prompts
    assert not set(prompts) & set(loud[1:])


def test_sleep_stall_and_clock_steps_are_recorded_with_their_size() -> None:
    events = events_of("04-late-check-and-clock-step")
    stalls = [(event.jump, event.gap_ms) for event in events if isinstance(event, ProgramStalled)]
    assert stalls == [(TimeJump.SLEEP, 720_000), (TimeJump.STALL, 5_000)]
    assert [event.by_ms for event in events if isinstance(event, ClockStepped)] == [3_600_000, -3_600_000]
    prompts = [event.prompt for event in events if isinstance(event, PromptRaised)]
    assert PromptKind.CHECK_VERY_LATE in prompts
    assert {record.zone_offset_min for record in shipped("04-late-check-and-clock-step").session.records} == {
        60,
        120,
    }


def test_every_absence_is_recorded_and_answered() -> None:
    events, state = events_of("06-restart"), shipped("06-restart").session.state
    away = [(event.away_ms, event.same_boot) for event in events if isinstance(event, ProgramResumed)]
    assert away == [(360_000, True), (240_000, False), (120_000, True)]
    assert [event.meanwhile for event in events if isinstance(event, AwayAnswered)] == [
        "ran",
        "stopped_at",
        "not_sure",
    ]
    assert state.plan is not None
    at_ns = state.timeline.at_ns
    assert given(state.ledger, state.plan, at_ns) < given_at_most(state.ledger, state.plan, at_ns)


def test_the_wrong_entries_meet_every_refusal_there_is() -> None:
    met = {name for entry in scenario("05-wrong-entries").entries for name in entry.refused}
    assert set(REFUSALS) - met == NO_PERSON_CAN_MEET | AFTER_A_PART


ALARMS: dict[str, list[str]] = {
    "01-demo-12-step": [],
    "02-stopped-reaction": ["reaction high", "vitals_overdue medium"],
    "03-entered-in-error": ["reaction high", "pump_not_stopped high", "reaction high"],
    "04-late-check-and-clock-step": ["check_late low", "check_late medium"],
    "05-wrong-entries": ["check_late low", "reaction high", "away low"],
    "06-restart": ["away low", "away low", "away low"],
    "07-patient-wish": ["pump_not_stopped medium"],
    "08-transferred": ["reaction high"],
}


@pytest.mark.requirement("R-S16-6")
@pytest.mark.parametrize("name", scenario_ids())
def test_it_raises_these_alarms_and_a_session_without_fault_none_above_low(name: str) -> None:
    raised = [event for event in events_of(name) if isinstance(event, AlarmRaised)]
    assert [f"{event.alarm.value} {event.priority.value}" for event in raised] == ALARMS[name]
    if name == "01-demo-12-step":
        assert all(event.priority is Priority.LOW for event in raised)
