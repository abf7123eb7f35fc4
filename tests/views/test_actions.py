"""What stands beside the primary action at each stage; REACTION and stopping are always there."""

from __future__ import annotations

import pytest

from desens_gui.domain.commands.check import AnswerForWatch
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportIvSite, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.restart import AnswerAway
from desens_gui.domain.commands.step import Escalate, Pause, Resume
from desens_gui.domain.events.ending import Ending, Transfer
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.views.actions import actions
from desens_gui.views.parts.action import ActionBarView, ActionView
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import away, scene_of

WITH_PATIENT = Transfer(where="ICU", to_whom="Dr B", pump_running=True, line_content="bag 3")


def bar(chair: Chair) -> ActionBarView:
    return actions(scene_of(chair))


def beside(chair: Chair) -> list[str]:
    return [each.intent for each in bar(chair).secondary]


def find(chair: Chair, intent: str) -> ActionView:
    return next(each for each in bar(chair).secondary if each.intent == intent)


def resuming() -> Chair:
    chair = courses.at_step(9)
    chair.do(ReportPumpStopped())
    chair.check()
    chair.do(Resume())
    return chair


def after(command: object, chair: Chair | None = None) -> Chair:
    chair = chair or courses.at_step(9)
    chair.do(command)  # type: ignore[arg-type]
    return chair


STAGES = {
    "opened": (courses.opened, ["note", "take_over"]),
    "set-up": (courses.set_up, ["note"]),
    "first bag": (courses.first_bag, ["open_check", "note"]),
    "step": (lambda: courses.at_step(9), ["early_sign", "pause", "stay", "open_check", "note"]),
    "going up": (
        lambda: after(Escalate(), courses.ready(9)),
        ["early_sign", "pause", "stay", "open_check", "note"],
    ),
    "last step": (
        lambda: courses.at_step(courses.LAST),
        ["early_sign", "pause", "open_check", "note", "bag_empty"],
    ),
    "pause, pump running": (lambda: after(Pause(reason=PauseReason.TOILET)), ["stay", "open_check", "note"]),
    "pause": (lambda: after(ReportPumpStopped()), ["open_check", "note"]),
    "resuming": (resuming, ["pause", "open_check", "note"]),
    "reaction": (lambda: after(CallReaction()), ["entered_in_error", "open_check", "note", "grade"]),
    "absence": (lambda: away(courses.at_step(9), 60), ["pause", "open_check", "note"]),
    "absence in a pause": (
        lambda: away(after(Pause(reason=PauseReason.TOILET)), 60),
        ["open_check", "note"],
    ),
    "stopping": (lambda: after(StopToday(ending=Ending.STOPPED_REACTION)), ["open_check", "note"]),
    "evacuation": (lambda: after(StopToday(ending=Ending.EVACUATED)), ["open_check", "note", "finish"]),
    "transfer": (
        lambda: after(StopToday(ending=Ending.TRANSFERRED, transfer=WITH_PATIENT)),
        ["pump_stopped", "open_check", "note"],
    ),
    "flush": (courses.emptied, ["open_check", "note", "iv_site"]),
    "observation": (courses.observing, ["early_sign", "open_check", "note", "handover"]),
}


@pytest.mark.parametrize("name", STAGES)
def test_what_is_possible_at_each_stage(name: str) -> None:
    build, expected = STAGES[name]
    chair = build()
    assert beside(chair) == [*expected, "stop_today"]
    reaction = bar(chair).reaction
    assert reaction is not None
    assert (reaction.intent, reaction.key, reaction.kind) == ("reaction", "F12", "danger")


@pytest.mark.parametrize("name", STAGES)
def test_no_key_means_two_things(name: str) -> None:
    whole = bar(STAGES[name][0]())
    every = [each for each in (whole.reaction, *whole.secondary, whole.primary) if each is not None]
    keys = [each.key for each in every if each.key]
    assert len(set(keys)) == len(keys)


def test_reaction_says_what_pressing_it_means() -> None:
    running, stopped, open_one = courses.at_step(9), courses.first_bag(), after(CallReaction())
    said = [bar(chair).reaction for chair in (running, stopped, open_one)]
    assert [(each.label, each.sub) for each in said if each] == [
        ("REACTION", "You stop the pump"),
        ("REACTION", "Opens the card"),
        ("REACTION OPEN", "Called 13:04:00"),
    ]


def test_after_the_end_only_its_page_is_left() -> None:
    view = bar(courses.completed())
    assert [each.intent for each in view.secondary] == ["handover"]
    assert (view.reaction, view.primary) == (None, None)


def test_in_review_there_is_nothing_to_press() -> None:
    assert actions(scene_of(courses.at_step(9), mode="review")) == ActionBarView()


def test_staying_names_step_rate_and_the_repeat() -> None:
    stay = find(courses.at_step(9), "stay")
    assert (stay.label, stay.sub) == ("Stay on step 9", "10 mL/h")


def test_the_iv_site_is_asked_when_its_hour_is_near() -> None:
    chair = courses.at_step(9)
    chair.wait(56 * 60)
    assert "iv_site" not in beside(chair)
    chair.wait(60)
    assert "iv_site" in beside(chair)
    chair.do(ReportIvSite(site=IvSite.WELL))
    assert "iv_site" not in beside(chair)


def test_the_watch_of_a_named_person_is_offered_when_the_screen_asks_to_stop() -> None:
    chair = courses.at_step(courses.LAST)
    chair.wait(25 * 60 - 1)
    assert not [intent for intent in beside(chair) if intent.startswith("watched")]
    chair.wait(1)
    watch = find(chair, "watched:Mara Lindt")
    assert (watch.label, watch.sub) == ("Patient watched, go on", "Mara Lindt")
    chair.do(AnswerForWatch(by=watch.intent.partition(":")[2]))
    assert not [intent for intent in beside(chair) if intent.startswith("watched")]


def test_a_session_of_an_emergency_can_be_closed_at_once() -> None:
    chair = after(StopToday(ending=Ending.EVACUATED))
    assert find(chair, "finish").sub == "How it ended: Evacuated"
    chair.do(EndSession(ending=Ending.EVACUATED))


@pytest.mark.requirement("R-S5-4")
def test_a_session_is_not_closed_before_it_is_said_what_the_pump_did_meanwhile() -> None:
    chair = away(after(StopToday(ending=Ending.EVACUATED)), 240)
    assert find(chair, "finish").blocked_reason == "Not yet. Did the pump run while the program was away."
    chair.do(ReportPumpStopped())
    primary = bar(chair).primary
    assert primary is not None
    assert primary.intent == "answer_away"
    chair.do(AnswerAway(meanwhile=PumpMeanwhile.NOT_SURE, running=False))
    primary = bar(chair).primary
    assert primary is not None
    assert (primary.intent, primary.blocked_reason) == ("finish", "")
    chair.do(EndSession(ending=Ending.EVACUATED))


def test_a_pump_that_goes_along_may_still_be_reported_stopped() -> None:
    chair = after(StopToday(ending=Ending.TRANSFERRED, transfer=WITH_PATIENT))
    chair.do(ReportPumpStopped())
    assert "pump_stopped" not in beside(chair)
