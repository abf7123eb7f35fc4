"""The alarm strip: the most urgent condition first, its level by the time it has lasted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desens_gui.domain.commands.check import AnswerForWatch
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Escalate, Pause, Resume
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.step import PauseReason
from desens_gui.views.alarm import alarm_strip
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.scene import Recording
from desens_gui.views.status import status
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import away, scene_of

LOST = Recording(saved_us=1, waiting_since_us=1_795_341_600_000_000, lost=True)


def strip(chair: Chair, **changes: Any) -> AlarmStripView:
    return alarm_strip(scene_of(chair, **changes))


def said(chair: Chair, **changes: Any) -> tuple[str, str]:
    view = strip(chair, **changes)
    return view.level, view.title


def test_everything_at_once_in_the_order_of_urgency() -> None:
    """A reaction in a paused, unrecorded session whose program was away: one after the other is settled."""
    chair = courses.at_step(9)
    chair.wait(20 * 60)
    late = chair.copy()
    chair.do(Pause(reason=PauseReason.SYMPTOM))
    away(chair, 60)
    reacting = chair.copy()  # more than 15 s after the pause was called
    reacting.do(CallReaction())
    assert said(reacting, recording=LOST)[1].startswith("REACTION called 13:25:00")
    assert said(chair, recording=LOST)[1].startswith("STOP THE PUMP")
    chair.do(ReportPumpStopped())
    assert said(chair, recording=LOST) == ("medium", "NOT BEING RECORDED since 11:00:00")
    assert said(chair) == ("low", "PROGRAM WAS AWAY 1 min: did the pump run?")
    assert said(late) == ("low", "CHECK LATE 05:00")
    assert said(courses.at_step(9)) == ("none", "No active alarm")


def test_a_missed_backup_stands_before_and_after_treatment_only() -> None:
    """During it the strip says what is next, and the foot of the window names the backup."""
    missed = Recording(saved_us=1, backup="Sessions without backup: 1.")
    calm = courses.at_step(9)
    assert said(calm, recording=missed) == ("none", "No active alarm")
    assert status(scene_of(calm, recording=missed)).file == "Sessions without backup: 1."
    first = courses.set_up()
    assert said(first, recording=missed) == ("low", "BACKUP MISSED")
    assert strip(first, recording=missed).text == "Sessions without backup: 1."
    assert said(first)[1] != "BACKUP MISSED"


def test_a_reaction_says_what_is_known_of_the_pump() -> None:
    chair = courses.at_step(9)
    none = courses.first_bag()
    none.do(CallReaction())
    assert said(none) == ("high", "REACTION called 11:01:00, no drug has run")
    chair.do(CallReaction())
    chair.wait(9)
    assert said(chair) == ("high", "REACTION called 13:04:00. STOP THE PUMP: not confirmed stopped 00:09")
    chair.do(ReportPumpStopped())
    assert said(chair) == ("high", "REACTION called 13:04:00, pump stopped 13:04:09")
    assert strip(chair).text == ""
    chair.wait(300)
    assert strip(chair).text == "Vital signs due 13:09."


def test_a_reaction_before_there_is_a_policy() -> None:
    chair = courses.opened()
    chair.do(CallReaction())
    assert said(chair)[0] == "high"
    assert strip(chair).text == ""


@pytest.mark.parametrize(("seconds", "level"), [(0, "none"), (14, "none"), (15, "medium"), (600, "medium")])
def test_a_pump_that_is_not_confirmed_stopped(seconds: int, level: str) -> None:
    chair = courses.at_step(9)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.wait(seconds)
    clock = f"{seconds // 60:02d}:{seconds % 60:02d}"
    assert said(chair) == (level, f"STOP THE PUMP: not confirmed stopped {clock}")


def test_a_record_that_waits_is_an_alarm_only_once_it_is_lost() -> None:
    chair = courses.at_step(9)
    assert said(chair, recording=Recording(waiting_since_us=5))[0] == "none"
    assert strip(chair, recording=LOST).text == (
        "The session goes on. Write on paper until this says Saved again."
    )
    full = Recording(waiting_since_us=LOST.waiting_since_us, lost=True, problem="The disk is full.")
    assert strip(chair, recording=full).text.startswith("The disk is full. The session goes on.")


def test_an_absence_says_from_when_to_when() -> None:
    chair = away(courses.at_step(9), 192)
    assert said(chair) == ("low", "PROGRAM WAS AWAY 3 min 12 s: did the pump run?")
    assert strip(chair).text == "13:04:00 to 13:07:12. Going up is blocked until this is answered."


@pytest.mark.parametrize(
    ("minutes", "level"), [(0, "none"), (2.99, "none"), (3, "low"), (9.99, "low"), (10, "medium")]
)
def test_a_check_in_a_step_is_late_after_3_minutes_and_very_late_after_10(minutes: float, level: str) -> None:
    chair = courses.at_step(9)
    chair.wait(15 * 60 + minutes * 60)
    assert strip(chair).level == level
    if level != "none":
        assert strip(chair).text == ("Due 13:19:00. The pump stays at 10 mL/h until you go up, or stop it.")


@pytest.mark.parametrize(("minutes", "level"), [(2.99, "none"), (3, "low"), (5, "medium"), (10, "medium")])
def test_in_the_last_step_it_is_very_late_after_5(minutes: float, level: str) -> None:
    chair = courses.at_step(courses.LAST)
    chair.wait(15 * 60 + minutes * 60)
    assert strip(chair).level == level
    stop = "Stop the pump until the check is done, or a named person answers for going on."
    if level != "none":
        assert strip(chair).text == (f"Due 14:04:00. {stop}" if minutes >= 10 else "Due 14:04:00.")


def test_a_named_person_may_answer_for_the_watch() -> None:
    chair = courses.at_step(courses.LAST)
    chair.wait(26 * 60)
    assert "Stop the pump" in strip(chair).text
    chair.do(AnswerForWatch(by="Mara Lindt"))
    assert "Stop the pump" not in strip(chair).text


def test_a_check_that_stands_is_not_late() -> None:
    chair = courses.ready(9)
    chair.wait(4 * 60)
    assert strip(chair).level == "none"


def test_an_end_check_is_late_too() -> None:
    chair = courses.observing()
    chair.wait(60 * 60)
    assert said(chair) == ("low", "CHECK LATE 03:00")
    assert strip(chair).text == "Due 17:40:22."


def test_an_alarm_draws_the_icon_of_its_level() -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    assert strip(chair).icon == ""
    assert strip(chair).note == ""


STANDING: dict[str, tuple[Callable[[], Chair], str, str]] = {
    "set-up": (courses.set_up, "New session", "No clock runs and nothing is recorded as given"),
    "first bag": (courses.first_bag, "HANG BAG 1", "Step 1 starts only when you confirm the pump running."),
    "step": (lambda: courses.at_step(9), "No active alarm", "Last check 13:03, no new symptoms"),
    "emptied": (courses.emptied, "BAG EMPTY: flush the line", "18 mL at the same rate."),
    "observing": (courses.observing, "DRUG FINISHED, OBSERVATION", "Pump stopped 16:43:22. Keep IV access"),
    "closed": (courses.completed, "SESSION CLOSED 17:43", "Completed"),
}


@pytest.mark.parametrize("name", STANDING)
def test_where_it_stands(name: str) -> None:
    build, title, text = STANDING[name]
    view = strip(build())
    assert (view.level, view.title) == ("none", title)
    assert view.text.startswith(text)


def test_where_it_stands_on_the_way_up() -> None:
    chair = courses.ready(9)
    chair.do(Escalate())
    assert said(chair) == ("none", "SET THE PUMP TO 20 mL/h")
    assert strip(chair).text == "Step 10 starts when you type the rate the pump shows."


def test_where_it_stands_at_a_bag_change() -> None:
    chair = courses.ready(8)
    chair.do(Escalate())
    rule = "Step 9 starts only when you confirm the pump running at the new rate."
    assert said(chair) == ("none", "BAG CHANGE, 2 to 3")
    assert strip(chair).text == rule
    chair.do(ReportPumpStopped())
    assert strip(chair).text == f"Pump stopped 13:03:00. {rule}"


def test_where_it_stands_in_a_pause_and_on_the_way_out_of_it() -> None:
    chair = courses.at_step(9)
    chair.do(ReportPumpStopped())
    chair.wait(120)
    assert said(chair) == ("none", "PAUSED 02:00")
    assert strip(chair).text == "Pump stopped 13:04:00."
    chair.check()
    chair.do(Resume())
    assert said(chair) == ("none", "START THE PUMP AT 10 mL/h")
    assert strip(chair).text == "The step goes on when you type the rate the pump shows."


def test_after_the_flush_the_pump_is_to_be_stopped() -> None:
    chair = courses.emptied()
    courses.flush(chair)
    assert said(chair) == ("none", "LINE FLUSHED: stop the pump")


@pytest.mark.parametrize("ending", [Ending.STOPPED_REACTION, Ending.DIED])
def test_a_stopped_session_and_one_whose_patient_died(ending: Ending) -> None:
    chair = courses.at_step(9)
    chair.do(StopToday(ending=ending))
    if ending is Ending.DIED:
        assert said(chair) == ("none", "DESENSITIZATION STOPPED"), "a quiet screen"
    chair.do(ReportPumpStopped())
    assert said(chair) == ("none", "DESENSITIZATION STOPPED")
    assert ("Keep IV access" in strip(chair).text) == (ending is not Ending.DIED)


def test_a_closed_session_names_its_ending() -> None:
    chair = courses.at_step(9)
    chair.do(StopToday(ending=Ending.DIED))
    chair.do(EndSession(ending=Ending.DIED))
    assert strip(chair).text == "Died"


def test_symptoms_in_the_last_check_are_said() -> None:
    chair = courses.at_step(9)
    chair.check(new={"skin": "hives"})
    assert strip(chair).text == "Last check 13:04, new or worse symptoms"


def test_in_review_nothing_alarms() -> None:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    view = strip(chair, mode="review")
    assert (view.level, view.title) == ("none", "Reaction")
    assert view.text == "Last check 13:03, no new symptoms"
    assert strip(courses.opened(), mode="review").text == ""
