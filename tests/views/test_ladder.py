"""The steps as rungs: given and planned never share a column, and a step that is done plans nothing."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.events.ending import Ending
from desens_gui.views.ladder import ladder
from desens_gui.views.parts.ladder import LadderView
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import courses_of, scene_of


def view(chair: Chair) -> LadderView:
    return ladder(scene_of(chair), courses_of(chair))


def states(chair: Chair) -> str:
    letters = {"done": "d", "current": "C", "next": "N", "to_come": "-", "skipped": "x"}
    return "".join(letters[row.state] for row in view(chair).rows)


def test_done_now_next_and_to_come() -> None:
    assert states(courses.first_bag()) == "N-----------"
    assert states(courses.at_step(1)) == "CN----------"
    assert states(courses.at_step(9)) == "ddddddddCN--"
    assert states(courses.at_step(12)) == "dddddddddddC"
    assert states(courses.observing()) == "d" * 12
    assert states(courses.completed()) == "d" * 12


def test_tags_stand_at_the_present_step_and_the_next() -> None:
    tags = [row.tag for row in view(courses.at_step(9)).rows]
    assert tags == [""] * 8 + ["NOW", "NEXT", "", ""]


@pytest.mark.parametrize("number", [1, 5, 9, 12])
def test_given_and_planned_never_stand_in_one_row_of_a_done_step(number: int) -> None:
    chair = courses.at_step(number)
    chair.wait(60)
    for row in view(chair).rows:
        if row.state == "done":
            assert (row.planned, row.planned_total) == ("", "")
            assert row.given
            assert row.given_total
        elif row.state == "current":
            assert row.given
            assert row.planned
        else:
            assert (row.given, row.given_total) == ("", "")
            assert row.planned


def test_one_row_of_each_kind() -> None:
    chair = courses.at_step(9)
    chair.wait(400)
    rows = view(chair).rows
    done, current, following = rows[7], rows[8], rows[9]
    assert (done.rate, done.start, done.given, done.given_total) == ("40", "12:48", "1.6", "3.148")
    assert (current.rate, current.start, current.given, current.planned) == ("10", "13:04", "1.764", "3.969")
    assert (following.rate, following.start, following.planned_total) == ("20", "~13:19", "15.054")
    assert done.spoken == "Step 8, bag 2, 40 mL/h, given 1.6 mg"
    assert current.spoken == "Step 9, bag 3, 10 mL/h, NOW, given 1.764 mg"
    assert following.spoken == "Step 10, bag 3, 20 mL/h, NEXT, planned 7.937 mg"


def test_a_start_to_come_is_an_estimate_and_moves_with_an_overrun() -> None:
    chair = courses.at_step(9)
    assert [row.start for row in view(chair).rows[8:]] == ["13:04", "~13:19", "~13:34", "~13:49"]
    assert view(chair).foot_note == "~ planned start, if no check takes time"
    chair.wait(20 * 60)
    assert [row.start for row in view(chair).rows[8:]] == ["13:04", "~13:24", "~13:39", "~13:54"]


def test_without_a_running_pump_nobody_knows_when_the_next_step_starts() -> None:
    chair = courses.at_step(9)
    chair.do(ReportPumpStopped())
    assert [row.start for row in view(chair).rows[8:]] == ["13:04", "", "", ""]
    assert view(chair).foot_note == ""


def test_heads_and_foot_carry_the_unit_once() -> None:
    shown = view(courses.at_step(9))
    assert (shown.title, shown.note) == ("Steps", "8 of 12 done")
    assert (shown.heads.given, shown.heads.planned) == ("GIVEN, mg", "PLANNED, mg")
    assert (shown.heads.rate, shown.heads.rate_unit) == ("Rate", "mL/h")
    assert [(bag.label, bag.strength, bag.unit, bag.rows) for bag in shown.bags] == [
        ("Bag 1", "0.016", "mg/mL", 4),
        ("Bag 2", "0.16", "mg/mL", 4),
        ("Bag 3", "1.587", "mg/mL", 4),
    ]
    assert (shown.foot_strong, shown.foot) == ("Planned total 400 mg", "in 278 mL")


def test_a_step_with_a_reaction_is_flagged() -> None:
    chair = courses.at_step(5)
    chair.do(CallReaction())
    assert [row.step for row in view(chair).rows if row.flagged] == ["5"]


def test_after_a_stop_nothing_is_planned_and_nothing_is_now() -> None:
    chair = courses.at_step(5)
    chair.wait(60)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    for _ in range(2):
        rows = view(chair).rows
        assert [row.tag for row in rows] == [""] * 12
        assert [row.planned for row in rows] == [""] * 12
        assert [row.start for row in rows[5:]] == [""] * 7
        assert states(chair) == "ddddCxxxxxxx"
        if chair.session.pump_runs:
            chair.do(ReportPumpStopped())
    assert view(chair).rows[6].spoken == "Step 7, bag 2, 20 mL/h, not given"
    assert view(chair).note == "4 of 12 done"


def test_a_session_stopped_before_any_drug_has_no_step_to_come() -> None:
    chair = courses.first_bag()
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    assert states(chair) == "x" * 12


def test_a_step_that_never_ran_is_no_step_done() -> None:
    chair = courses.at_step(3)
    rows = ladder(scene_of(chair), tuple(run for run in courses_of(chair) if run.step != 2)).rows
    assert [row.state for row in rows[:3]] == ["done", "skipped", "current"]
    assert (rows[1].start, rows[1].planned) == ("", "")


def test_before_the_plan_there_are_no_rungs() -> None:
    shown = view(courses.opened())
    assert (shown.note, shown.rows, shown.bags) == ("no plan yet", (), ())
