"""Every fact has its line; what was told, reported and given are never mixed up in words."""

from __future__ import annotations

from typing import get_args

import pytest

from desens_gui.domain.events import (
    alarm,
    check,
    ending,
    parts,
    people,
    pump,
    qualify,
    reaction,
    restart,
    setup,
    step,
)
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.every import Event
from desens_gui.domain.instants import Instant
from desens_gui.domain.recorded import Actor, Recorded, Role
from desens_gui.wording.events import entered_in_error, event_line, late_entry
from desens_gui.wording.words import ENGLISH
from tests.wording.event_lines import LINES


def recorded(event: Event, second_person: str | None = None) -> Recorded[Event]:
    return Recorded(
        seq=1,
        uuid="u1",
        stamp=Instant(0, 0, 1_795_334_400_000_000, "b"),
        zone_offset_min=60,
        actor=Actor("ml", Role.NURSE),
        second_person=second_person,
        workstation="w",
        event=event,
    )


@pytest.mark.parametrize(("event", "line"), LINES, ids=lambda value: type(value).__name__)
def test_a_fact_in_one_line(event: Event, line: str) -> None:
    assert event_line(ENGLISH, recorded(event)) == line


def test_every_fact_has_its_line() -> None:
    assert {type(event) for event, _ in LINES} == set(get_args(Event))


def test_only_a_second_person_makes_a_check_independent() -> None:
    alone = {
        event_line(ENGLISH, recorded(event)) for event, _ in LINES if isinstance(event, pump.BagDoubleChecked)
    }
    both = {
        event_line(ENGLISH, recorded(event, "ta"))
        for event, _ in LINES
        if isinstance(event, pump.BagDoubleChecked | setup.PlanVerified)
    }
    assert alone == {"Bag 3 read again blind, no second person: 10 mL/h, 1.587 mg/mL"}
    assert both == {
        "Independent double check of bag 3: 10 mL/h, 1.587 mg/mL",
        "Plan verified by an independent reading, plan revision 2",
    }


def test_a_late_entry_and_an_error_say_so() -> None:
    assert late_entry(ENGLISH, "Note: x") == "Late entry: Note: x"
    assert entered_in_error(ENGLISH, "REACTION called") == "Entered in error: REACTION called"


def test_only_reports_speak_of_what_the_pump_does() -> None:
    """SAFETY S1: told, reported and given are different things."""
    reports = (
        pump.PumpReportedRunning,
        pump.PumpReportedStopped,
        restart.AwayAnswered,
        ending.BagReportedEmpty,
        ending.LineFlushed,
    )
    for event, line in LINES:
        assert ("reported" in line) == isinstance(event, reports), line
    told = [
        line for event, line in LINES if isinstance(event, step.EscalationCommanded | step.ResumeCommanded)
    ]
    assert all("set pump to" in line for line in told)


def test_after_a_death_the_line_says_nothing_about_tolerance() -> None:
    said = {
        ending_of: event_line(
            ENGLISH, recorded(ending.SessionEnded(ending=ending_of, given=None, tolerance=False))
        )
        for ending_of in Ending
    }
    assert said[Ending.DIED] == "Session ended. Died"
    assert all("full dose unsafe" in line for which, line in said.items() if which is not Ending.DIED)


def test_every_kind_is_imported_here_so_that_none_is_forgotten() -> None:
    modules = (alarm, check, ending, parts, people, pump, qualify, reaction, restart, setup, step)
    assert {kind.__module__ for kind in get_args(Event)} == {module.__name__ for module in modules}
