"""The fake sign-in answers as the port says, and never before the call has returned."""

from __future__ import annotations

import pytest

from desens_gui.domain.proof import Means
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Actor, Role
from desens_gui.session.people import Answer, NotKnown, SignedIn, SignIn, Waiting, WrongPin
from tests.fake_clock import FakeClock
from tests.staff import BAKKER, LINDQVIST, WRONG, Staff, badge_of, pin_of


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def staff(clock: FakeClock) -> Staff:
    return Staff(LINDQVIST, BAKKER, clock=clock)


def test_an_answer_waits_until_the_call_has_returned(staff: Staff) -> None:
    port: SignIn = staff
    answers: list[Answer] = []
    port.with_pin("n1", pin_of(LINDQVIST), answers.append)
    port.with_badge(badge_of(BAKKER), answers.append)
    assert answers == []
    assert staff.asked == 2
    staff.answer()
    assert answers == [SignedIn(LINDQVIST, Means.PIN), SignedIn(BAKKER, Means.BADGE)]


def test_wrong_tries_make_that_person_wait_longer_each_time(staff: Staff, clock: FakeClock) -> None:
    def answer(person: str, pin: str) -> Answer:
        answers: list[Answer] = []
        staff.with_pin(person, pin, answers.append)
        staff.answer()
        return answers[0]

    assert answer("n1", WRONG) == WrongPin(Duration(1))
    assert answer("n1", pin_of(LINDQVIST)) == Waiting(Duration(1))
    assert answer("n2", pin_of(BAKKER)) == SignedIn(BAKKER, Means.PIN)
    clock.advance(1)
    assert answer("n1", WRONG) == WrongPin(Duration(2))
    clock.advance(2)
    assert answer("n1", pin_of(LINDQVIST)) == SignedIn(LINDQVIST, Means.PIN)
    assert answer("n1", WRONG) == WrongPin(Duration(1))


def test_a_stranger_is_not_known(staff: Staff) -> None:
    answers: list[Answer] = []
    staff.with_pin("n9", WRONG, answers.append)
    staff.with_badge("?", answers.append)
    staff.answer()
    assert answers == [NotKnown(), NotKnown()]


def test_members_stand_by_name_and_act_in_their_role(staff: Staff) -> None:
    assert staff.members() == (BAKKER, LINDQVIST)
    assert LINDQVIST.actor == Actor("n1", Role.NURSE)
