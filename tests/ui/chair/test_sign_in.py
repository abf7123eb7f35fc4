"""Who acts is shown by badge or PIN, while everything runs on; nothing that stops ever asks for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.events.people import UnidentifiedNamed
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.domain.events.setup import StaffIdentified
from desens_gui.ui.screens.sign_in import SignInScreen
from desens_gui.ui.widgets.secret_field import SecretField
from tests import courses
from tests.driving import Chair
from tests.fake_clock import FakeClock
from tests.staff import ACHTERBERG, BAKKER, LINDQVIST, VERMEER, WRONG, Staff, badge_of, pin_of
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.keyboard import CTRL, ENTER, ESC, F2, F4, F8, F12, SPACE

N = Qt.Key.Key_N


class Ward(AtChair):
    """A chair of a site with staff: what is asked is answered when the test says so."""

    def __init__(self, driven: Chair | None = None) -> None:
        clock = driven.clock if driven is not None else FakeClock()
        self.ward = Staff(LINDQVIST, BAKKER, ACHTERBERG, VERMEER, clock=clock)
        super().__init__(driven, self.ward)

    def answer(self) -> None:
        self.ward.answer()
        QCoreApplication.processEvents()

    def tap(self, code: str) -> None:
        """A scanner: types where the keyboard is, and ends with Enter."""
        QTest.keyClicks(self.focus(), code)
        self.key(ENTER)
        self.answer()

    @property
    def secret(self) -> SecretField:
        assert isinstance(self.screen, SignInScreen)
        return self.screen.card.secret

    @property
    def said(self) -> str:
        assert isinstance(self.screen, SignInScreen)
        view = self.screen.card.view
        return "" if view is None else view.said

    @property
    def user(self) -> str:
        return self.window.frame.status.view.user

    def actors(self) -> list[str]:
        return [recorded.actor.id for recorded in self.live.records]


Begun = Callable[..., Ward]


@pytest.fixture
def ward(begin_any: Callable[[AtChair], AtChair]) -> Begun:
    def begun(driven: Chair | None = None) -> Ward:
        chair = Ward(driven)
        begin_any(chair)
        return chair

    return begun


def test_before_anything_runs_it_is_asked_who_is_here(ward: Begun) -> None:
    chair = ward()
    assert (chair.shown, chair.focus_name) == ("sign_in", "Tap your badge")
    assert chair.user == "Nobody signed in: Ctrl+N"
    chair.key(ESC)
    assert chair.shown == "sign_in"
    chair.tap(badge_of(LINDQVIST))
    assert (chair.shown, chair.user) == ("setup", "M. Lindqvist, RN, Ctrl+N changes")
    assert chair.event(StaffIdentified) == StaffIdentified(id="n1", name=LINDQVIST.name, role=LINDQVIST.role)
    assert chair.actors()[-1] == "n1"


@pytest.mark.requirement("R-SIGN-1")
def test_set_up_asks_no_name_and_writes_under_the_badge(ward: Begun) -> None:
    chair = ward()
    chair.tap(badge_of(LINDQVIST))
    assert not [own for own in chair.screen.findChildren(QLineEdit) if own.view.code == "people:name"]  # type: ignore[attr-defined]
    assert set(chair.actors()[2:]) == {"n1"}
    assert chair.primary == "Save patient"  # a second person is looked for when the plan is read again
    assert chair.state.second_person_reason is None


def test_name_and_pin_by_keys_alone(ward: Begun) -> None:
    chair = ward()
    chair.tab_to("sign_in:who")
    chair.enter("lind")
    assert chair.code == "sign_in:pin"
    chair.enter(pin_of(LINDQVIST))
    assert chair.primary == "One moment"
    chair.answer()
    assert chair.user.startswith("M. Lindqvist")


def test_a_wrong_pin_is_said_and_stands_nowhere(ward: Begun) -> None:
    chair = ward()
    chair.tab_to("sign_in:who")
    chair.enter("lind")
    chair.enter(WRONG)
    assert chair.secret.text() == ""
    chair.answer()
    assert chair.said == "This is not the PIN. The next try is looked at in 1 s."
    chair.secret.setFocus()
    chair.enter(pin_of(LINDQVIST))
    chair.answer()
    assert chair.said == "Wait 1 s: earlier tries were wrong."
    texts = [own.text() for own in chair.window.findChildren(QLineEdit)]
    assert not {WRONG, pin_of(LINDQVIST)} & set(texts)
    assert WRONG not in repr(chair.chair.forms.of("sign_in"))


def test_a_pin_typed_and_left_is_gone(ward: Begun) -> None:
    chair = ward(courses.at_step(9))
    chair.secret.setFocus()
    chair.type("3141")
    secret = chair.secret
    chair.key(ESC)
    assert (chair.shown, secret.text()) == ("bedside", "")


def test_a_badge_that_nobody_has(ward: Begun) -> None:
    chair = ward()
    chair.tap("0004711")
    assert chair.said == "Nobody here has this badge or id."
    chair.tab_to("sign_in:who")
    QTest.keyClicks(chair.focus(), badge_of(BAKKER))  # tapped while the keyboard is on the name
    chair.key(ENTER)
    chair.answer()
    assert chair.user.startswith("J. Bakker")


def test_nobody_chosen_and_nothing_typed_is_said(ward: Begun) -> None:
    chair = ward()
    chair.key(F2)
    assert chair.blocked == "Not yet. Tap a badge, or choose a name and type the PIN."
    chair.tab_to(BAKKER.name)
    chair.key(SPACE)
    assert (chair.code, chair.primary) == ("sign_in:pin", "Sign in as J. Bakker, RN")
    chair.clock.advance(2)
    chair.key(F2)
    assert chair.said == "PIN: nothing was entered."


def test_the_nurse_changes_while_the_step_runs_on(ward: Begun) -> None:
    chair = ward(courses.at_step(9))
    assert chair.shown == "sign_in"
    chair.tap(badge_of(LINDQVIST))
    assert chair.shown == "bedside"
    chair.key(N, CTRL)
    assert chair.shown == "sign_in"
    left = chair.state
    chair.wait(10)
    assert chair.state.step == left.step
    chair.tap(badge_of(BAKKER))
    assert (chair.shown, chair.user) == ("cover_chair", "J. Bakker, RN, Ctrl+N changes")
    chair.key(F8)
    chair.key(SPACE)
    assert chair.actors()[-1] == "n2"


@pytest.mark.hazard("H-11")
@pytest.mark.requirement("R-SIGN-1")
def test_reaction_and_pause_need_nobody(ward: Begun) -> None:
    chair = ward(courses.at_step(9))
    chair.key(F12)
    assert (chair.shown, chair.actors()[-1]) == ("reaction", "unidentified")
    assert isinstance(chair.events[-1], ReactionCalled)
    chair.key(N, CTRL)
    assert chair.shown == "sign_in"
    assert "REACTION called" in chair.alarm
    chair.tap(badge_of(LINDQVIST))
    assert chair.shown == "reaction"


def test_a_reaction_that_goes_on_asks_for_nobody_first(ward: Begun) -> None:
    driven = courses.at_step(9)
    driven.do(CallReaction())
    assert ward(driven).shown == "reaction"


def test_without_staff_names_are_typed_and_it_is_said(begin_any: Callable[[AtChair], AtChair]) -> None:
    chair = begin_any(AtChair(None, Staff()))
    assert (chair.shown, chair.code) == ("setup", "people:name")
    assert chair.window.frame.status.view.user == "Single-user mode: no staff set up here"
    chair.key(N, CTRL)
    assert chair.shown == "setup"


def written_by_nobody(ward: Begun) -> Ward:
    chair = ward(courses.at_step(9))
    chair.key(ESC)
    chair.key(F4)
    chair.tab_to("note:text")
    chair.type("pale")
    chair.key(F2)
    assert chair.actors()[-1] == "unidentified"
    chair.key(N, CTRL)
    return chair


@pytest.mark.requirement("R-SIGN-3")
def test_what_nobody_entered_is_offered_to_whoever_signs_in(ward: Begun) -> None:
    chair = written_by_nobody(ward)
    note = len(chair.events)
    chair.tap(badge_of(BAKKER))
    assert chair.shown == "unidentified"
    chair.clock.advance(2)
    chair.key(F2)
    assert chair.event(UnidentifiedNamed) == UnidentifiedNamed(entries=(note,))
    assert (chair.actors()[-1], chair.state.unnamed, chair.shown) == ("n2", (), "bedside")


def test_whoever_did_not_enter_it_leaves_it_open(ward: Begun) -> None:
    chair = written_by_nobody(ward)
    chair.tap(badge_of(BAKKER))
    chair.key(ESC)
    assert (chair.shown, len(chair.state.unnamed)) == ("bedside", 1)
    assert "Name entries" in [own.view.label for own in chair.window.frame.action_bar.buttons()]


def test_a_pump_that_is_to_be_stopped_comes_before_names(ward: Begun) -> None:
    chair = ward(courses.at_step(9))
    chair.key(ESC)
    chair.key(F8)
    chair.key(SPACE)
    assert len(chair.state.unnamed) == 1
    chair.key(N, CTRL)
    chair.tap(badge_of(BAKKER))
    assert chair.shown == "paused"
