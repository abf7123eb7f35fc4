"""One key covers the screen; REACTION and pausing go on; the same or another person uncovers it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from desens_gui.domain.quantities import Duration
from tests import courses
from tests.staff import BAKKER, LINDQVIST, badge_of
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import CTRL, ESC, F2, F8, F12, SPACE
from tests.ui.chair.test_sign_in import N, Ward

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
    assert chair.kept == [
        ("locked", LINDQVIST.id, "asked"),
        ("signed_out", LINDQVIST.id, "replaced"),
        ("unlocked", BAKKER.id, "signed_in"),
    ]
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


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-VEIL-1")
def test_over_a_covered_screen_nobody_acts_in_the_name_of_who_covered_it(begin_any: Keep) -> None:
    chair = Ward(courses.at_step(9))
    begin_any(chair)
    chair.tap(badge_of(LINDQVIST))
    chair.key(L, CTRL)
    assert chair.user == "Nobody signed in: Ctrl+N"
    chair.key(F12)
    assert (chair.shown, chair.actors()[-1]) == ("reaction", "unidentified")
    chair.key(N, CTRL)
    chair.tap(badge_of(LINDQVIST))
    assert chair.user.startswith("M. Lindqvist")
    assert [what for what, *_ in chair.kept] == ["locked", "unlocked"]
    chair.chair.close()
    chair.chair._unlisten = lambda: None  # closed once more after the test
    assert chair.kept[-1] == ("signed_out", LINDQVIST.id, "closed")


@pytest.mark.requirement("R-VEIL-1")
def test_a_tap_covers_it_too(begin: Begin) -> None:
    chair = begin(courses.at_step(9))
    press = chair.window.frame.banner.cover
    assert min(press.width(), press.height()) >= 44
    QTest.mouseClick(press, Qt.MouseButton.LeftButton)
    assert (chair.shown, chair.window.frame.banner.cover.isHidden()) == ("cover", True)


@pytest.mark.requirement("R-VEIL-1")
def test_keys_taps_and_wheels_are_somebody_and_a_mouse_that_moved_is_not(begin_any: Keep) -> None:
    chair = begin_any(AtChair(courses.at_step(9), idle=lambda _: Duration.minutes(10)))
    handle = chair.window.windowHandle()
    chair.wait(9 * 60)
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    chair.wait(1)
    chair.wait(9 * 60)
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    chair.wait(1)
    chair.wait(9 * 60)
    assert chair.shown != "cover"
    QTest.mouseMove(handle, QPoint(300, 300))
    QCoreApplication.processEvents()
    chair.wait(70)
    assert (chair.shown, chair.kept) == ("cover", [("locked", chair.state.staff[-1].id, "idle")])
