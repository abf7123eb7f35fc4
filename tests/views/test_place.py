"""Which screen stands: a reaction before an absence, an absence before any other form, then the stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.parts import ClosePart
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.evolve.evolving import fold
from desens_gui.views.parts.bag_change import BagChangeView
from desens_gui.views.parts.bedside import BedsideView
from desens_gui.views.parts.check import CheckView
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.parts.ending import EndingView
from desens_gui.views.parts.panel import PanelView
from desens_gui.views.parts.paused import PausedView
from desens_gui.views.parts.reaction import ReactionView
from desens_gui.views.parts.restart import RestartView
from desens_gui.views.place import PANELS, place
from desens_gui.views.shown import Typed, frame_view, screen_view
from tests import courses
from tests.driving import Chair
from tests.views.at_chair import SYMPTOMS, away, form, scene_of, shown


def paused() -> Chair:
    chair = courses.at_step(9)
    chair.do(ReportPumpStopped())
    return chair


def going_up() -> Chair:
    chair = courses.ready(9)
    chair.do(Escalate())
    return chair


def reacting() -> Chair:
    chair = courses.at_step(9)
    chair.do(CallReaction())
    return chair


def stopping() -> Chair:
    chair = courses.at_step(9)
    chair.do(StopToday(ending=Ending.STOPPED_REACTION))
    return chair


STAGES: dict[str, tuple[Callable[[], Chair], type]] = {
    "bag_change": (courses.first_bag, BagChangeView),
    "paused": (paused, PausedView),
    "reaction": (reacting, ReactionView),
    "restart": (lambda: away(courses.at_step(9), 60), RestartView),
    "ending": (courses.emptied, EndingView),
    "bedside": (going_up, BedsideView),
}


@pytest.mark.parametrize("name", STAGES)
def test_each_stage_has_its_screen(name: str) -> None:
    build, kind = STAGES[name]
    chair = build()
    assert place(scene_of(chair), "") == name
    assert isinstance(shown(chair), kind)


def test_the_stages_that_share_a_screen() -> None:
    assert place(scene_of(courses.set_up()), "") == "setup"
    for chair in (courses.observing(), courses.completed()):
        assert place(scene_of(chair), "") == "ending"
    for chair in (courses.at_step(9), stopping()):
        assert place(scene_of(chair), "") == "bedside"


def test_between_stop_and_observation_the_ending_stands() -> None:
    chair = stopping()
    chair.do(ReportPumpStopped())
    between = replace(scene_of(chair), session=fold(chair.records[:-1]))
    assert place(between, "") == "ending"


@pytest.mark.parametrize("opened", ["check", *PANELS])
def test_a_form_stands_over_a_stage(opened: str) -> None:
    for chair in (courses.at_step(9), paused(), courses.first_bag()):
        assert place(scene_of(chair), opened) == opened
    kind = CheckView if opened == "check" else PanelView
    assert isinstance(shown(courses.at_step(9), opened), kind)


@pytest.mark.parametrize("opened", ["check", *PANELS])
def test_a_reaction_gives_way_only_to_what_belongs_to_it(opened: str) -> None:
    allowed = opened in ("check", "note", "stop_today", "entered_in_error", "move", "unidentified")
    allowed = allowed or opened in ("onset", "pattern", "grade")
    assert place(scene_of(reacting()), opened) == (opened if allowed else "reaction")
    gone = away(reacting(), 60)
    assert place(scene_of(gone), opened) == (opened if allowed else "reaction")


@pytest.mark.parametrize("opened", ["check", *PANELS])
def test_an_absence_gives_way_only_to_stopping_and_writing_down(opened: str) -> None:
    allowed = opened in ("check", "note", "stop_today", "pause", "move", "unidentified")
    chair = away(courses.at_step(9), 60)
    assert place(scene_of(chair), opened) == (opened if allowed else "restart")


def test_no_form_stands_over_a_closed_session() -> None:
    for opened in ("check", *PANELS):
        assert place(scene_of(courses.completed()), opened) == "ending"


@pytest.mark.requirement("R-S21-take-over")
@pytest.mark.parametrize("build", [courses.set_up, lambda: courses.at_step(9), reacting, courses.observing])
def test_once_it_goes_on_elsewhere_nothing_can_be_entered_and_nothing_alarms(
    build: Callable[[], Chair],
) -> None:
    chair = build()
    chair.do(ClosePart(why=Leaving.CONTINUED, to="ward-7", code="312-8A31-77F0"))
    scene = scene_of(chair)
    for opened in ("", "check", *PANELS):
        assert place(scene, opened) == "elsewhere"
    view = shown(chair)
    assert isinstance(view, PanelView)
    assert view.head.title == "Goes on at ward-7, compare code 312-8A31-77F0"
    assert (view.confirm, view.options, view.fields) == (None, (), ())
    assert view.live.timer.timer.caption == "closed here"
    frame = frame_view(scene, "elsewhere", Typed())
    assert (frame.actions.reaction, frame.actions.primary) == (None, None)
    assert [action.intent for action in frame.actions.secondary] == ["handover"]
    assert (frame.alarm.level, frame.alarm.title) == ("none", "GOES ON AT ANOTHER WORKSTATION")


def test_a_screen_that_does_not_fit_the_stage_is_the_bedside() -> None:
    scene = scene_of(courses.at_step(9))
    for name in ("bag_change", "paused", "reaction", "restart"):
        assert isinstance(screen_view(scene, name, (), SYMPTOMS, Typed()), BedsideView)


class TestFrame:
    def test_a_refusal_stands_in_the_strip(self) -> None:
        frame = frame_view(scene_of(courses.at_step(9)), "bedside", Typed(notice="No."))
        assert (frame.alarm.note_icon, frame.alarm.note_strong, frame.alarm.note) == ("lock", "No.", "")

    def test_the_open_check_has_a_bar_of_its_own(self) -> None:
        frame = frame_view(scene_of(courses.at_step(9)), "check", Typed(check=CheckDraft()))
        assert frame.actions.primary is not None
        assert frame.actions.primary.intent == "save_check"

    def test_over_a_short_form_the_primary_action_is_the_forms_own(self) -> None:
        scene = scene_of(courses.ready(9))
        typed = Typed(form=form(ending="died"))
        frame = frame_view(scene, "stop_today", typed)
        assert frame.actions.primary is not None
        assert frame.actions.primary.intent == "confirm:stop_today"
        assert frame.actions.primary.blocked_reason == ""
        assert frame_view(scene, "pause", Typed()).actions.primary is None
        assert frame_view(scene_of(courses.set_up()), "note", Typed()).actions.primary is not None

    def test_reporting_the_pump_stopped_never_gives_way(self) -> None:
        frame = frame_view(scene_of(reacting()), "note", Typed())
        assert frame.actions.primary is not None
        assert frame.actions.primary.intent == "pump_stopped"

    def test_what_is_typed_opens_the_primary_action(self) -> None:
        scene = scene_of(away(courses.at_step(9), 60))
        typed = Typed(form=form({"pump_rate": "10"}, meanwhile="ran", pump_now="running"))
        blocked, free = frame_view(scene, "restart", Typed()), frame_view(scene, "restart", typed)
        assert blocked.actions.primary is not None
        assert free.actions.primary is not None
        assert (bool(blocked.actions.primary.blocked_reason), free.actions.primary.blocked_reason) == (
            True,
            "",
        )

    def test_in_review_nothing_can_be_pressed(self) -> None:
        for build, _ in STAGES.values():
            scene = scene_of(build(), mode="review")
            frame = frame_view(scene, place(scene, ""), Typed())
            assert frame.actions.primary is None
            assert frame.actions.secondary == ()
            assert frame.alarm.level == "none"
            assert "REVIEW, NOT LIVE" in [tag.text for tag in frame.banner.tags]
