"""What is due, in order of time; estimates carry "~" and are never late."""

from __future__ import annotations

from desens_gui.domain.commands.check import RecordSeen
from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.ending import Ending
from desens_gui.views.due import due, finish_ns
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import scene_of


def rows(chair: Chair) -> list[tuple[str, str, str, str]]:
    return [(row.state, row.time, row.text, row.when) for row in due(scene_of(chair)).rows]


def test_a_running_step() -> None:
    chair = courses.at_step(9)
    chair.wait(10 * 60 + 48)
    view = due(scene_of(chair))
    assert (view.title, view.note) == ("Due", "times follow the last start")
    assert rows(chair) == [
        ("now", "13:19", "Check for step 10", "in 04:12"),
        ("to_come", "~13:19", "Go up to step 10", "after the check"),
        ("to_come", "14:04", "IV site, hourly", "in 49:12"),
        ("to_come", "~16:43", "Drug finished at the earliest", "in 3 h 28 min"),
    ]


def test_a_late_check_is_named_late_after_three_minutes() -> None:
    chair = courses.at_step(9)
    chair.wait(15 * 60 + 100)
    assert rows(chair)[0] == ("now", "13:19", "Check for step 10", "late 01:40")
    chair.wait(118)
    assert rows(chair)[0] == ("late", "13:19", "Check for step 10", "late 03:38")
    assert rows(chair)[1] == ("to_come", "~13:22", "Go up to step 10", "after the check")


def test_a_check_that_was_made_stands_as_done_and_is_not_asked_again() -> None:
    chair = courses.ready(9)
    chair.wait(60)
    assert [row[0:3] for row in rows(chair)][:2] == [
        ("done", "13:19", "Check in step 9"),
        ("to_come", "~13:20", "Go up to step 10"),
    ]
    chair.do(Escalate())
    assert [row[2] for row in rows(chair)] == ["IV site, hourly"]


def test_a_check_of_the_step_before_is_not_shown_as_done() -> None:
    assert "done" not in {row[0] for row in rows(courses.at_step(9))}
    assert "done" not in {row[0] for row in rows(courses.first_bag())}


def test_they_stand_in_order_of_time() -> None:
    chair = courses.at_step(courses.LAST)
    shown = [(row[1].removeprefix("~"), row[2]) for row in rows(chair)]
    assert shown == [
        ("13:56", "Seen and asked, half-way"),
        ("14:04", "Check in the last step"),
        ("14:04", "IV site, hourly"),
        ("16:29", "Bag 3 empty, then flush"),
    ]


def test_what_was_not_done_in_time_is_late() -> None:
    chair = courses.at_step(courses.LAST)
    chair.wait(16 * 60)
    assert [(row[0], row[2], row[3]) for row in rows(chair)] == [
        ("late", "Seen and asked, half-way", "late 08:30"),
        ("now", "Check in the last step", "late 01:00"),
        ("late", "IV site, hourly", "late 01:00"),
        ("to_come", "Bag 3 empty, then flush", "in 2 h 24 min"),
    ]
    chair.do(RecordSeen())
    assert "Seen and asked, half-way" not in [row[2] for row in rows(chair)]


def test_an_estimate_is_never_late() -> None:
    chair = courses.at_step(courses.LAST)
    chair.wait(3 * courses.HOUR)
    assert ("to_come", "~16:29", "Bag 3 empty, then flush", "about now") in rows(chair)


def test_in_a_reaction_vital_signs_repeat() -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    chair.do(ReportPumpStopped())
    assert rows(chair) == [("now", "13:09", "Vital signs in the reaction", "in 05:00")]


def test_in_the_observation_the_end_check_and_its_end() -> None:
    chair = courses.observing()
    assert [row[1:3] for row in rows(chair)] == [("17:40", "End check"), ("17:43", "Observation over")]
    chair.wait(courses.HOUR)
    chair.check()
    assert [row[2:4] for row in rows(chair)] == [
        ("Check in the observation", "saved"),
        ("Observation over", "in 00:00"),
    ]


def test_nothing_goes_up_after_a_stop() -> None:
    chair = courses.at_step(9)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    assert rows(chair) == []


def test_the_end_of_the_drug_follows_the_planned_minutes() -> None:
    chair = courses.at_step(9)
    run = chair.session.step
    assert run is not None
    ends = finish_ns(scene_of(chair), run)
    chair.wait(600)
    assert finish_ns(scene_of(chair), run) == ends
    chair.wait(600)
    assert finish_ns(scene_of(chair), run) - ends == 300 * 10**9
