"""Signing in against a real staff file: who it is, what is written down, what a stranger learns."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.domain.proof import Means
from desens_gui.domain.quantities import Duration
from desens_gui.session.audit import What
from desens_gui.session.people import Answer, NotKnown, SignedIn, Waiting, WrongPin
from desens_gui.session.signing_in import SigningIn
from desens_gui.session.staff import Delays
from tests.fake_clock import FakeClock
from tests.staff import BAKKER, LINDQVIST, WRONG, badge_of, pin_of
from tests.storage.staff_files import Notes, PlainHasher, staff_file

DELAYS = Delays(Duration(1), Duration(300))
SESSION = "2026-11-22-k7qm2x9d"


class Desk:
    """Lindqvist and Bakker at one workstation."""

    def __init__(self, folder: Path, hasher: PlainHasher) -> None:
        self.file = staff_file(folder, LINDQVIST, BAKKER)
        self.clock, self.notes, self.hasher = FakeClock(), Notes(), hasher
        self.sign_in = SigningIn(
            self.file, hasher, DELAYS, clock=self.clock, audit=self.notes, session_id=lambda: SESSION
        )

    def noted(self) -> list[tuple[What, str, tuple[str, ...], str]]:
        return [(each.what, each.actor.id, each.codes, each.person) for each in self.notes.entries]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, PlainHasher())


def test_the_right_pin_and_the_right_badge_name_the_person(desk: Desk) -> None:
    assert desk.sign_in.pin("n1", pin_of(LINDQVIST)) == SignedIn(LINDQVIST, Means.PIN)
    assert desk.sign_in.badge(badge_of(BAKKER)) == SignedIn(BAKKER, Means.BADGE)
    assert desk.noted() == [
        (What.SIGNED_IN, "n1", ("pin",), ""),
        (What.SIGNED_IN, "n2", ("badge",), ""),
    ]
    assert {each.session for each in desk.notes.entries} == {SESSION}


def test_members_are_the_active_ones_by_name(desk: Desk) -> None:
    assert desk.sign_in.members() == (BAKKER, LINDQVIST)


def test_wrong_tries_wait_and_are_noted_without_the_pin(desk: Desk) -> None:
    answers: list[Answer] = [desk.sign_in.pin("n1", WRONG), desk.sign_in.pin("n1", pin_of(LINDQVIST))]
    assert answers == [WrongPin(Duration(1)), Waiting(Duration(1))]
    assert desk.noted() == [
        (What.SIGN_IN_FAILED, "unidentified", ("pin", "wrong_pin"), "n1"),
        (What.SIGN_IN_FAILED, "unidentified", ("pin", "waiting"), "n1"),
    ]
    assert WRONG not in repr(desk.notes.entries)
    desk.clock.advance(1)
    assert desk.sign_in.pin("n1", pin_of(LINDQVIST)) == SignedIn(LINDQVIST, Means.PIN)
    assert desk.sign_in.pin("n1", WRONG) == WrongPin(Duration(1))


def test_while_a_person_waits_no_pin_is_looked_at(desk: Desk) -> None:
    desk.sign_in.pin("n1", WRONG)
    looked = desk.hasher.looked
    desk.sign_in.pin("n1", WRONG)
    assert desk.hasher.looked == looked


def test_a_stranger_costs_the_same_work_and_leaves_no_id(desk: Desk) -> None:
    assert desk.sign_in.pin("n9", WRONG) == NotKnown()
    assert desk.hasher.looked == 1
    desk.clock.advance(1)
    assert desk.sign_in.pin("n9", WRONG) == NotKnown()
    assert desk.noted() == [(What.SIGN_IN_FAILED, "unidentified", ("pin", "not_known"), "")] * 2


def test_badges_cannot_be_guessed_quickly_and_one_that_is_known_never_waits(desk: Desk) -> None:
    assert desk.sign_in.badge("0001") == NotKnown()
    assert desk.sign_in.badge("0002") == Waiting(Duration(1))
    assert desk.sign_in.badge(badge_of(LINDQVIST)) == SignedIn(LINDQVIST, Means.BADGE)


def test_a_hash_of_other_parameters_is_made_anew_at_the_next_right_pin(tmp_path: Path) -> None:
    desk = Desk(tmp_path, PlainHasher(version=2))
    desk.sign_in.pin("n1", WRONG)
    assert b"2:" not in (tmp_path / "staff.db").read_bytes()
    desk.clock.advance(1)
    assert desk.sign_in.pin("n1", pin_of(LINDQVIST)) == SignedIn(LINDQVIST, Means.PIN)
    assert desk.hasher.hash(pin_of(LINDQVIST)).encode() in (tmp_path / "staff.db").read_bytes()
    assert desk.sign_in.pin("n1", pin_of(LINDQVIST)) == SignedIn(LINDQVIST, Means.PIN)


def test_a_badge_tapped_into_the_pin_is_no_wrong_pin(desk: Desk) -> None:
    assert desk.sign_in.pin("n1", badge_of(BAKKER)) == SignedIn(BAKKER, Means.BADGE)
    assert desk.sign_in.pin("n1", WRONG) == WrongPin(Duration(1))
    assert desk.sign_in.pin("n1", badge_of(BAKKER)) == Waiting(Duration(1))
