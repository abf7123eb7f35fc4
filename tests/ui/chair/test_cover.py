"""One key covers the screen; REACTION and pausing go on; the same or another person uncovers it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desens_gui.domain.quantities import Duration
from tests import courses
from tests.staff import BAKKER, LINDQVIST, badge_of
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import CTRL, ESC, F2, F8, F12, SPACE
from tests.ui.chair.test_sign_in import Ward

L = Qt.Key.Key_L
Keep = Callable[[AtChair], AtChair]


def test_one_key_covers_and_one_uncovers_where_no_staff_are_set_up(begin: Begin) -> None:
    chair = begin(courses.at_step(9))
    chair.key(L, CTRL)
    assert (chair.shown, chair.window.frame.banner.view.name) == ("cover", "Screen covered")
    chair.wait(60)
    assert chair.shown == "cover"
    chair.key(ESC)
    assert chair.shown == "bedside"
    chair.key(L, CTRL)
    chair.key(L, CTRL)
    assert chair.shown == "bedside"


def test_pause_and_reaction_need_no_uncovering(begin: Begin) -> None:
    chair = begin(courses.at_step(9))
    chair.key(L, CTRL)
    chair.key(F8)
    assert (chair.shown, chair.window.frame.banner.view.name) == ("pause", "Screen covered")
    chair.key(SPACE)
    assert (chair.stage, chair.shown, chair.primary) == ("Paused", "cover", "The pump shows STOPPED")
    chair.key(F12)
    assert chair.shown == "reaction"


def test_where_staff_are_set_up_the_same_or_another_person_uncovers(begin_any: Keep) -> None:
    chair = Ward(courses.at_step(9))
    begin_any(chair)
    chair.tap(badge_of(LINDQVIST))
    chair.key(L, CTRL)
    assert (chair.shown, chair.window.frame.banner.view.name) == ("sign_in", "Screen covered")
    for key in (ESC, F2):
        chair.key(key)
        assert chair.window.frame.banner.view.name == "Screen covered"
    chair.key(L, CTRL)
    assert chair.shown == "sign_in"
    chair.tap(badge_of(BAKKER))
    assert (chair.shown, chair.user) == ("cover_chair", "J. Bakker, RN, Ctrl+N changes")


def test_an_idle_screen_covers_itself_where_the_site_says_so(begin_any: Keep) -> None:
    asked: list[bool] = []

    def idle(running: bool) -> Duration | None:
        asked.append(running)
        return None if running else Duration.minutes(10)

    chair = begin_any(AtChair(idle=idle))
    chair.wait(9 * 60)
    chair.key(SPACE)
    chair.type("Mara")
    chair.wait(1)
    chair.wait(9 * 60)
    assert chair.shown == "setup"
    chair.wait(70)
    assert chair.shown == "cover"
    running = begin_any(AtChair(courses.at_step(9), idle=idle))
    running.wait(11 * 60)
    assert running.shown == "bedside"
    assert set(asked) == {False, True}
