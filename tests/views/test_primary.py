"""The one primary action of a moment: what it will do, and what is missing if it cannot."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.check import RecordSeen
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportIvSite, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.setup import RecordOrder
from desens_gui.domain.commands.step import Escalate, Pause, Resume, StayOnStep
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.prescribing import OrderFor
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.primary import primary
from tests import courses
from tests.driving import Chair, order
from tests.views.at_chair import away, form, scene_of

Said = tuple[str, str, str]


def pressed(chair: Chair, draft: FormDraft | None = None) -> ActionView:
    found = primary(scene_of(chair), draft or FormDraft())
    assert found is not None
    assert (found.key, found.kind) == ("F2", "primary")
    return found


def said(chair: Chair, draft: FormDraft | None = None) -> Said:
    found = pressed(chair, draft)
    return found.intent, found.label, found.blocked_reason or found.sub


def test_until_a_check_stands_the_check_comes_first() -> None:
    chair = courses.at_step(9)
    assert said(chair) == ("open_check", "Go up to step 10", "Check first. Then set pump to 20 mL/h")
    assert said(courses.at_step(8))[2] == "Check first. Then hang bag 3"


def test_with_a_check_the_time_that_is_left_is_said() -> None:
    chair = courses.at_step(9)
    chair.wait(10 * 60)
    chair.check()
    assert said(chair) == (
        "go_up",
        "Go up to step 10: set pump to 20 mL/h",
        "Not yet. 05:00 left in step 9.",
    )


def test_going_up() -> None:
    chair = courses.ready(9)
    assert said(chair) == ("go_up", "Go up to step 10: set pump to 20 mL/h", "You set the pump")
    assert said(courses.ready(8)) == ("go_up", "Go up to step 9: hang bag 3", "You stop the pump first")
    chair.wait(61)
    assert said(chair)[::2] == ("go_up_none_new", "Ask again now: any new symptom? Press only if none")
    chair.do(Escalate(none_new=True))
    assert said(chair) == ("pump_running", "Pump is running at 20 mL/h", "Type the rate the pump shows")


def test_everything_that_is_missing_is_said() -> None:
    chair = courses.ready(9)
    chair.wait(301)
    assert said(chair)[2] == "Not yet. Again, too old: 6 vitals; 7 systems."
    chair = courses.at_step(9)
    chair.wait(900)
    chair.check(new={"skin": "hives"}, sbp=85, dbp=50)
    assert said(chair)[2] == ("Not yet. New or worse: hives; systolic blood pressure 85 is below 90.")


def test_a_used_check_unlocks_nothing_so_a_new_one_comes_first() -> None:
    chair = courses.ready(9)
    chair.do(Escalate())
    chair.do(StayOnStep())
    assert said(chair)[:2] == ("open_check", "Go up to step 10")


def test_the_last_step_asks_for_check_watch_and_empty_bag() -> None:
    chair = courses.at_step(courses.LAST)
    assert said(chair) == ("open_check", "Check now", "Due 14:04")
    chair.wait(7 * 60 + 30)
    assert said(chair) == ("seen", "Seen and asked, no change", "Half-way to the next check")
    chair.do(RecordSeen())
    assert said(chair)[1] == "Check now"
    chair.wait(4 * 60 + 30)
    assert said(chair) == ("open_check", "Start the check", "Due 14:04")
    chair.check()
    assert said(chair)[:2] == ("open_check", "Check now")
    chair.wait(2 * courses.HOUR + 40 * 60)
    chair.check()
    chair.do(RecordSeen())
    assert said(chair) == ("bag_empty", "Bag 3 is empty", "Then flush the line")


def test_a_bag_change_names_what_is_missing_in_order() -> None:
    assert said(courses.first_bag()) == (
        "pump_running",
        "Pump is running: step 1 at 2 mL/h",
        "Not yet. Set the new rate; read the label; connect the new set; independent double check; IV site.",
    )
    chair = courses.ready(8)
    chair.do(Escalate())
    assert said(chair)[:2] == ("pump_stopped", "The pump shows STOPPED")
    courses.hang(chair)
    assert said(chair) == (
        "pump_running",
        "Pump is running: step 9 at 10 mL/h",
        "Type the rate the pump shows",
    )
    chair.do(ReportIvSite(site=IvSite.NOT_WELL))
    assert said(chair)[2] == "Not yet. IV site."


def test_a_bag_change_that_takes_long_needs_an_order() -> None:
    chair = courses.ready(8)
    chair.do(Escalate())
    courses.hang(chair)
    chair.wait(31 * 60)
    assert said(chair)[2] == "Not yet. Prescriber order to resume after a long pause."
    chair.do(RecordOrder(order=order(OrderFor.RESUME_AFTER_LONG_PAUSE)))
    assert pressed(chair).blocked_reason == ""


def test_a_pause_is_stop_check_order_resume() -> None:
    chair = courses.at_step(9)
    chair.do(Pause(reason=PauseReason.TOILET))
    assert said(chair) == ("pump_stopped", "The pump shows STOPPED", "Set the time back if it was earlier")
    chair.do(ReportPumpStopped())
    assert said(chair) == ("open_check", "Check before going on", "Going on needs a fresh check")
    chair.check(spo2=90)
    assert said(chair) == ("open_check", "Check again before going on", "Not yet. SpO2 90 is at or below 92.")
    chair.wait(1)
    chair.check()
    assert said(chair) == ("resume", "Resume step 9 at 10 mL/h", "You start the pump")
    chair.wait(31 * 60)
    chair.check()
    assert said(chair)[2] == "Not yet. Prescriber order to resume after a long pause."
    chair.do(RecordOrder(order=order(OrderFor.RESUME_AFTER_LONG_PAUSE)))
    chair.do(Resume())
    assert said(chair)[1] == "Pump is running at 10 mL/h"


def test_a_reaction_stops_the_pump_before_anything_else_even_after_an_absence() -> None:
    chair = away(courses.at_step(9), 60)
    chair.do(CallReaction())
    assert said(chair)[0] == "pump_stopped"
    chair.do(ReportPumpStopped())
    assert said(chair)[:2] == ("open_check", "Record vitals")
    early = courses.opened()
    early.do(CallReaction())
    assert primary(scene_of(early)) is None


def test_an_absence_is_answered_before_the_session_goes_on() -> None:
    chair = away(courses.at_step(9), 60)
    assert said(chair) == ("answer_away", "Go on", "Not yet. Choose what the pump did meanwhile.")
    ran = form(meanwhile="ran")
    assert said(chair, ran)[2] == "Not yet. Say what the pump shows now: running or stopped."
    running = form(meanwhile="ran", pump_now="running")
    assert said(chair, running)[1] == "Go on with step 9"
    assert said(chair, running)[2].startswith("Not yet. Rate the pump shows: nothing was entered")
    wrong = form({"pump_rate": "20"}, meanwhile="ran", pump_now="running")
    assert said(chair, wrong)[2] == (
        "Not yet. The pump shows 20 mL/h, it must show 10 mL/h: set the pump to 10 mL/h or stop it."
    )
    right = form({"pump_rate": "10"}, meanwhile="ran", pump_now="running")
    assert said(chair, right) == ("answer_away", "Go on with step 9", "")
    stopped = form(meanwhile="not_sure", pump_now="stopped")
    assert said(chair, stopped) == ("answer_away", "Go on: pump stopped", "")


def test_towards_the_end() -> None:
    chair = courses.emptied()
    assert said(chair) == (
        "flushed",
        "Line flushed with 18 mL",
        "At the same rate, then stop the pump",
    )
    courses.flush(chair)
    assert said(chair)[0] == "pump_stopped"
    chair.do(ReportPumpStopped())
    assert said(chair) == (
        "finish",
        "Close the session",
        "Not yet. End check; observation for 1 h more.",
    )
    chair.wait(57 * 60)
    assert said(chair) == ("open_check", "Start the end check", "Full vitals and symptoms")
    chair.wait(180)
    chair.check()
    assert said(chair) == ("finish", "Close the session", "How it ended: Completed")
    assert primary(scene_of(courses.completed())) is None


def test_a_name_answers_for_leaving_early() -> None:
    chair = courses.at_step(9)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    assert said(chair)[0] == "pump_stopped"
    chair.do(ReportPumpStopped())
    assert said(chair)[2] == "Not yet. Observation for 1 h more."
    named = form({"cut_short_by": "Dr Haas"})
    assert said(chair, named) == ("finish", "Close the session", "How it ended: Stopped: patient's wish")


@pytest.mark.parametrize("ending", [Ending.DIED, Ending.EVACUATED])
def test_an_emergency_is_closed_without_an_observation(ending: Ending) -> None:
    chair = courses.at_step(9)
    chair.do(StopToday(ending=ending))
    assert said(chair)[0] == "pump_stopped"
    chair.do(ReportPumpStopped())
    assert pressed(chair).blocked_reason == ""
    chair.do(EndSession(ending=ending))


def test_a_transfer_with_a_running_pump_is_closed_as_it_is() -> None:
    chair = courses.at_step(9)
    going = Transfer(where="ICU", to_whom="Dr B", pump_running=True, line_content="bag 3")
    chair.do(StopToday(ending=Ending.TRANSFERRED, transfer=going))
    assert said(chair) == ("finish", "Close the session", "How it ended: Transferred")
    chair.do(EndSession(ending=Ending.TRANSFERRED))


def test_set_up_has_a_primary_action_of_its_own() -> None:
    assert primary(scene_of(courses.set_up())) is None
