"""The ring of the step: what is left, then how far past it is, and what it counts towards."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.step import Pause
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.quantities import Duration
from desens_gui.views.step_timer import step_title, timer
from tests import courses
from tests.driving import Chair, policy_with
from tests.views.at_chair import away, scene_of


def ring(chair: Chair) -> tuple[str, str, str]:
    view = timer(scene_of(chair))
    return view.text, view.caption, view.state


def test_a_step_counts_down_and_then_says_how_far_past_it_is() -> None:
    chair = courses.at_step(9)
    assert ring(chair) == ("15:00", "left of 15:00", "running")
    chair.wait(10 * 60 + 48)
    assert ring(chair) == ("04:12", "left of 15:00", "running")
    assert timer(scene_of(chair)).left == pytest.approx(252 / 900)
    chair.wait(252)
    assert ring(chair) == ("00:00", "left of 15:00", "running")
    chair.wait(170)
    assert ring(chair) == ("+02:50", "past 15:00", "over")
    chair.wait(48)
    assert ring(chair) == ("+03:38", "past 15:00", "late_low")
    assert timer(scene_of(chair)).left == 0
    chair.wait(7 * 60)
    assert ring(chair) == ("+10:38", "past 15:00", "late_medium")


def test_with_a_check_that_stands_nothing_is_late() -> None:
    chair = courses.ready(9)
    chair.wait(4 * 60)
    assert ring(chair) == ("+04:00", "past 15:00", "over")


def test_minutes_stand_still_with_the_pump() -> None:
    chair = courses.at_step(9)
    chair.wait(60)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    chair.wait(300)
    assert ring(chair) == ("14:00", "left of 15:00", "stopped")


def test_the_last_step_counts_to_the_empty_bag() -> None:
    chair = courses.at_step(courses.LAST)
    chair.wait(60)
    text, caption, state = ring(chair)
    assert (caption, state) == ("to bag empty", "running")
    assert text == "2:39:53"  # 250 mL less 18 mL in the line and 18.75 mL of steps 9 to 11, at 80 mL/h
    chair.wait(3 * courses.HOUR)
    assert ring(chair)[1] == "past bag empty"


def test_after_an_absence_it_shows_what_would_be_left_if_the_pump_ran() -> None:
    chair = away(courses.at_step(9), 192)
    assert ring(chair) == ("11:48", "if it ran", "if_it_ran")


def test_flush_observation_and_end() -> None:
    chair = courses.emptied()
    chair.wait(5)
    assert ring(chair) == ("00:05", "since the bag was empty", "running")
    chair = courses.observing()
    chair.wait(60)
    assert ring(chair) == ("59:00", "left of 60 min", "running")
    assert timer(scene_of(chair)).left == pytest.approx(59 / 60)
    chair.wait(courses.HOUR)
    assert ring(chair)[0] == "00:00"
    assert ring(courses.completed()) == ("17:43", "session closed", "stopped")


def test_a_site_without_an_observation_has_an_empty_ring() -> None:
    scene = scene_of(courses.observing())
    session = replace(scene.session, policy=policy_with(observation=Duration(0)))
    assert timer(replace(scene, session=session)).left == 0


def test_before_the_first_step() -> None:
    assert ring(courses.first_bag()) == ("00:00", "not started", "stopped")
    assert ring(courses.opened()) == ("00:00", "not started", "stopped")


def test_which_step_it_is() -> None:
    assert step_title(scene_of(courses.opened())) == "No plan yet"
    assert step_title(scene_of(courses.first_bag())) == "12 steps planned"
    assert step_title(scene_of(courses.at_step(9))) == "Step 9 of 12"
