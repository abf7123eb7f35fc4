"""When things happened: the wall clock, the states there were, what was reported late."""

from __future__ import annotations

from typing import get_args

import pytest

from desens_gui.course.clock import WallClock
from desens_gui.course.history import History
from desens_gui.course.so_far import course_of
from desens_gui.course.timeline import CLINICAL, ROUTINE
from desens_gui.domain.commands.check import RecordMedication, RecordNote
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.events.check import CheckRecorded, MedicationGiven, NoteRecorded
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.domain.events.step import PromptRaised
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.quantities import NS_PER_MINUTE
from tests.course.playing import START_US, Chair


def test_the_wall_clock_goes_with_the_stamps_and_back() -> None:
    chair = Chair()
    chair.start_step_1()
    clock = course_of(chair.records).clock
    assert clock.utc_us(0) == START_US
    assert clock.utc_us(chair.at_ns) == chair.now().utc_us
    assert clock.utc_us(chair.at_ns + NS_PER_MINUTE) == chair.now().utc_us + 60_000_000
    assert clock.at_ns(chair.now().utc_us - 7_000_000) == chair.at_ns - 7_000_000_000
    assert clock.zone_offset_min(chair.at_ns) == 60


def test_a_stepped_clock_shows_the_time_that_was_seen() -> None:
    chair = Chair()
    chair.set_up()
    before_ns = chair.at_ns
    chair.wait(minutes=1)
    chair.wall_shift_us = 3_600_000_000
    chair.do(RecordNote(text="clock set"))
    clock = course_of(chair.records).clock
    assert clock.utc_us(before_ns + 1) == START_US + before_ns // 1000
    assert clock.utc_us(chair.at_ns) == START_US + chair.at_ns // 1000 + 3_600_000_000
    assert clock.at_ns(clock.utc_us(chair.at_ns)) == chair.at_ns


def test_a_time_before_the_session_lies_before_its_zero() -> None:
    chair = Chair()
    chair.set_up()
    clock = course_of(chair.records).clock
    assert clock.at_ns(START_US - 1) == -1000
    assert clock.utc_us(-1000) == START_US - 1


def test_without_a_fact_there_is_no_clock() -> None:
    with pytest.raises(LookupError):
        WallClock().utc_us(0)
    with pytest.raises(LookupError):
        WallClock().at_ns(0)


def test_every_state_there_was_is_the_fold_up_to_it() -> None:
    chair = Chair()
    chair.to_step(3)
    history = course_of(chair.records).history
    for count, record in enumerate(chair.records, start=1):
        assert history.after(record.seq) == fold(chair.records[:count])
    assert history.at(chair.at_ns) == chair.session
    first_of_bag = history.at(history.time_of(12))
    assert first_of_bag is not None
    assert history.after(len(chair.records) + 5) == chair.session


def test_before_the_first_fact_there_is_no_state() -> None:
    chair = Chair()
    chair.set_up()
    history = course_of(chair.records).history
    assert history.at(-1) is None
    assert history.after(0) is None
    assert History().at(10) is None
    with pytest.raises(KeyError):
        history.time_of(0)
    with pytest.raises(KeyError):
        history.time_of(999)


def test_the_list_is_in_the_order_in_which_things_happened() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=5)
    chair.do(RecordNote(text="now"))
    chair.do(RecordNote(text="earlier", at=chair.utc(seconds_ago=120)))
    chair.do(RecordMedication(drug="x", dose="1 mg", route="IV", at=chair.utc(seconds_ago=60)))
    rows = [
        row
        for row in course_of(chair.records).rows.all()
        if isinstance(row.recorded.event, NoteRecorded | MedicationGiven)
    ]
    notes = [(type(row.recorded.event), row.late, chair.at_ns - row.at_ns) for row in rows]
    assert notes == [
        (NoteRecorded, True, 2 * NS_PER_MINUTE),
        (MedicationGiven, False, NS_PER_MINUTE),
        (NoteRecorded, False, 0),
    ]
    assert all(row.recorded_ns == chair.at_ns and row.actor == "ml" for row in rows)


def test_a_check_happened_when_its_last_answer_was_given() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=14)
    chair.check(seconds_ago=90)
    (row,) = [
        row
        for row in course_of(chair.records).rows.all()
        if isinstance(row.recorded.event, CheckRecorded) and row.recorded.event.step == 1
    ]
    assert row.late
    assert row.recorded_ns - row.at_ns == 90_000_000_000


def test_prompts_are_in_the_whole_list_only() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.wait(minutes=15)
    chair.tick()
    rows = course_of(chair.records).rows
    assert not any(isinstance(row.recorded.event, PromptRaised) for row in rows.all())
    everything = rows.all(clinical_only=False)
    assert any(isinstance(row.recorded.event, PromptRaised) for row in everything)
    assert [row.seq for row in everything] == sorted(record.seq for record in chair.records)


def test_every_kind_of_fact_is_either_clinical_or_routine() -> None:
    assert set(get_args(Event)) == CLINICAL | ROUTINE
    assert PromptRaised in ROUTINE


def test_an_error_is_struck_and_stays() -> None:
    chair = Chair()
    chair.start_step_1()
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    chair.do(EnterReactionInError(reason="elbow"))
    chair.wait(minutes=1)
    chair.do(CallReaction())
    course = course_of(chair.records)
    reactions = [
        (row.seq, row.struck_by)
        for row in course.rows.all()
        if isinstance(row.recorded.event, ReactionCalled)
    ]
    (first, struck_by), (second, counts) = reactions
    assert struck_by == first + 2
    assert counts is None
    assert [course.struck.by(first), course.struck.by(second)] == [first + 2, None]
