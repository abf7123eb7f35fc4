"""Whoever relieves the nurse reads the pump, and the screen does not say beforehand what is counted."""

from __future__ import annotations

from desens_gui.domain.commands.people import CoverChair
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.quantities import Rate
from desens_gui.domain.recorded import Actor, Role
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.entry.orders import read_order
from desens_gui.views.live_column import live_column
from desens_gui.views.panel_relieving import RATE, asks_for_rate, relieving_panel, unread
from desens_gui.views.shown import Typed, frame_view
from tests import courses
from tests.views.at_chair import courses_of, form, scene_of

OTHER = Actor("jb", Role.NURSE)


def test_the_form_names_who_is_relieved_and_no_rate() -> None:
    chair = courses.at_step(9)
    relieves = chair.session.staff[-1]
    scene = scene_of(chair, staffed=True, who=OTHER, relieves=relieves.id)
    parts = relieving_panel(scene, form(), {})
    assert f"You relieve {relieves.name}." in parts.text
    assert "10" not in f"{parts.lead}{parts.text}"
    shown = unread(live_column(scene, courses_of(chair)))
    assert (shown.timer.rate, shown.timer.rate_note, shown.course_hidden) == ("", "", True)
    bar = frame_view(scene, "cover_chair", Typed()).actions
    assert "mL/h" not in " ".join(each.sub for each in bar.secondary)
    assert "stay" in [each.intent for each in bar.secondary]
    assert "You relieve x9." in relieving_panel(scene_of(chair, relieves="x9"), form(), {}).text


def test_what_was_read_is_the_command() -> None:
    scene = scene_of(courses.at_step(9), relieves="ml")
    reader = FormReader(scene, form({RATE: "10"}))
    assert read_order(reader, "confirm:cover_chair") == CoverChair(relieves="ml", rate_ml_h=Rate.of("10"))
    empty = FormReader(scene, form())
    assert read_order(empty, "confirm:cover_chair") is None
    assert set(empty.problems) == {RATE}


def test_it_is_asked_of_a_nurse_after_another_while_nothing_comes_first() -> None:
    chair = courses.at_step(9)
    one = chair.session.staff[-1].id
    assert asks_for_rate(scene_of(chair, who=OTHER, relieves=one))
    assert not asks_for_rate(scene_of(chair, who=OTHER))
    assert not asks_for_rate(scene_of(chair, relieves=one))
    assert not asks_for_rate(scene_of(chair, who=Actor(one, Role.NURSE), relieves=one))
    assert not asks_for_rate(scene_of(chair, who=Actor("h", Role.ALLERGIST), relieves=one))
    chair.do(CallReaction())
    assert not asks_for_rate(scene_of(chair, who=OTHER, relieves=one))
    chair.do(ReportPumpStopped())
    assert not asks_for_rate(scene_of(chair, who=OTHER, relieves=one))
