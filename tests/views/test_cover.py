"""The covered screen hides patient and course and keeps what the patient's safety needs."""

from __future__ import annotations

from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Pause
from desens_gui.domain.events.step import PauseReason
from desens_gui.views.cover import (
    COVER,
    cover_panel,
    covered_form,
    covered_frame,
    covered_place,
    covers,
)
from desens_gui.views.parts.sign_in import SigningState
from desens_gui.views.place import SIGN_IN
from desens_gui.views.shown import Typed, frame_view
from desens_gui.views.sign_in import sign_in, sign_in_frame
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import courses_of, form, scene_of


def test_a_reaction_is_treated_in_sight() -> None:
    chair = courses.at_step(9)
    assert not covers(scene_of(chair))
    assert covers(scene_of(chair, veiled=True))
    chair.do(CallReaction())
    assert not covers(scene_of(chair, veiled=True))


def test_where_it_leads() -> None:
    scene = scene_of(courses.at_step(9), veiled=True)
    assert covered_place(scene, "") == COVER
    assert covered_place(scene, "check") == COVER
    assert covered_place(scene, "pause") == "pause"
    assert covered_place(scene_of(courses.at_step(9), veiled=True, staffed=True), "") == SIGN_IN


def test_neither_patient_nor_course_stands_in_the_frame() -> None:
    chair = courses.at_step(9)
    chair.do(RecordNote(text="pale"))
    scene = scene_of(chair, veiled=True)
    frame = covered_frame(frame_view(scene, COVER, Typed()), scene)
    assert "OKAFOR" not in repr(frame)
    assert "CARBOplatin" not in repr(frame)
    assert frame.banner.clock
    assert frame.actions.reaction is not None
    assert [each.intent for each in frame.actions.secondary] == ["pause", "stop_today"]
    assert frame.actions.primary is None


def test_an_alarm_and_a_pump_to_stop_stay() -> None:
    chair = courses.at_step(9)
    chair.wait(30 * 60)
    late = frame_view(scene_of(chair, veiled=True), COVER, Typed())
    assert late.alarm.level != "none"
    assert covered_frame(late, scene_of(chair, veiled=True)).alarm.title == late.alarm.title
    chair = courses.at_step(9)
    chair.do(Pause(reason=PauseReason.TOILET))
    scene = scene_of(chair, veiled=True)
    primary = covered_frame(frame_view(scene, COVER, Typed()), scene).actions.primary
    assert primary is not None
    assert primary.intent == "pump_stopped"
    chair.do(ReportPumpStopped())


def test_the_timer_stands_there_and_the_steps_do_not() -> None:
    chair = courses.at_step(9)
    panel = cover_panel(scene_of(chair, veiled=True), courses_of(chair))
    assert panel.live.course_hidden
    assert panel.live.timer.timer.text
    assert panel.back.intent == "uncover"


def _form(chair: Chair) -> bool | None:
    scene = scene_of(chair, veiled=True, staffed=True)
    view = covered_form(scene, sign_in(scene, courses_of(chair), form(), SigningState()))
    assert view.back is None
    assert view.head.title == "Screen covered"
    frame = sign_in_frame(frame_view(scene, SIGN_IN, Typed()), scene, form(), SigningState())
    primary = covered_frame(frame, scene).actions.primary
    assert primary is not None
    assert primary.intent == "sign_in"
    return None if view.live is None else view.live.course_hidden


def test_where_staff_are_set_up_somebody_signs_in() -> None:
    assert _form(courses.at_step(9)) is True
    assert _form(courses.opened()) is None
