"""The bar under the open check: what saving will do, and what keeps it from unlocking the next step."""

from __future__ import annotations

from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.ending import Ending
from desens_gui.views.check_actions import check_actions
from desens_gui.views.check_draft_state import draft_state
from desens_gui.views.parts.action import ActionBarView
from desens_gui.views.parts.check_draft import CheckDraft, typed
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import away, scene_of
from tests.views.check_forms import filled


def bar(chair: Chair, draft: CheckDraft | None = None) -> ActionBarView:
    draft = draft or CheckDraft()
    return check_actions(scene_of(chair), draft, draft_state(scene_of(chair), draft))


def said(chair: Chair, draft: CheckDraft | None = None) -> tuple[str, str, str]:
    primary = bar(chair, draft).primary
    assert primary is not None
    return primary.intent, primary.label, primary.blocked_reason


def over(chair: Chair) -> Chair:
    """The step's minutes are over."""
    chair.wait(900)
    return chair


def saved(chair: Chair, draft: CheckDraft) -> RecordCheck:
    return draft_state(scene_of(chair), draft).entry.command


def test_before_the_minutes_are_over_a_check_is_saved() -> None:
    chair = courses.at_step(9)
    assert said(chair) == ("save_check", "Save the check", "Not yet. Nothing is entered.")
    assert said(chair, filled(chair)) == ("save_check", "Save the check", "")
    chair.do(saved(chair, filled(chair)))


def test_half_a_check_is_saved_as_it_is() -> None:
    chair = courses.at_step(9)
    draft = typed(CheckDraft(), "heart_rate", "80", chair.now.us)
    assert said(chair, draft)[2] == ""
    chair.do(saved(chair, draft))


def test_what_cannot_be_read_or_would_be_refused_is_not_saved() -> None:
    chair = courses.at_step(9)
    assert said(chair, filled(chair, heart_rate="7O"))[2].startswith("Not yet. Heart rate: “7O” is not")
    assert said(chair, filled(chair, spo2="120"))[2] == "Not yet. SpO2: 120 is outside 30 to 100 %."


def test_once_the_minutes_are_over_saving_leads_up() -> None:
    chair = over(courses.at_step(9))
    intent, label, blocked = said(chair)
    assert (intent, label) == ("save_and_go_up", "Go up to step 10: set pump to 20 mL/h")
    assert blocked == "Not yet. 6 vitals; 7 systems."
    assert said(chair, filled(chair)) == ("save_and_go_up", label, "")
    chair.do(saved(chair, filled(chair)))
    chair.do(Escalate())


def test_a_finding_keeps_the_step_but_is_saved() -> None:
    chair = over(courses.at_step(9))
    draft = filled(chair, systolic="85", diastolic="50")
    assert said(chair, draft)[2] == "Not yet. Systolic blood pressure 85 is below 90."
    save = bar(chair, draft).secondary[0]
    assert (save.intent, save.sub, save.blocked_reason) == ("save_check", "Without going up", "")
    broken = filled(chair, spo2="x")
    assert said(chair, broken)[2].startswith("Not yet. SpO2: “x” is not a number")
    assert bar(chair, broken).secondary[0].blocked_reason == said(chair, broken)[2]


def test_an_empty_form_over_a_check_that_stands_saves_nothing() -> None:
    chair = courses.ready(9)
    assert said(chair)[2] == "Not yet. Nothing is entered."


def test_a_new_bag_is_named() -> None:
    chair = over(courses.at_step(8))
    assert said(chair)[1] == "Go up to step 9: hang bag 3"


def test_stay_pause_note_stop_and_back_stand_beside_it() -> None:
    chair = over(courses.at_step(9))
    assert [each.intent for each in bar(chair).secondary] == [
        "save_check",
        "stay",
        "pause",
        "note",
        "stop_today",
        "back",
    ]
    assert bar(chair).secondary[1].label == "Stay on step 9"
    assert bar(chair).reaction is not None


def test_nothing_leads_up_where_no_step_follows_or_runs() -> None:
    last = over(courses.at_step(courses.LAST))
    going_up = courses.ready(9)
    going_up.do(Escalate())
    gone = away(over(courses.at_step(9)), 60)
    paused = courses.at_step(9)
    paused.do(ReportPumpStopped())
    stopping = over(courses.at_step(9))
    stopping.do(StopToday(ending=Ending.STOPPED_REACTION))
    for chair in (last, going_up, gone, paused, stopping, courses.first_bag()):
        assert said(chair, filled(chair))[:2] == ("save_check", "Save the check")
