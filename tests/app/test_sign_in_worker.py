"""Signing in as the window program does it: Argon2 in its own thread, the answer in the window's."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desens_gui.app.audit import audit_file
from desens_gui.app.people_here import PeopleHere
from desens_gui.app.session_at_chair import open_at_chair
from desens_gui.app.sign_in_worker import SignInWorker
from desens_gui.app.site import Site
from desens_gui.domain.proof import Means
from desens_gui.domain.recorded import PROGRAM
from desens_gui.session.audit import What
from desens_gui.session.people import Answer, NotLooked, SignedIn, WrongPin
from desens_gui.session.staff import Making, Person
from desens_gui.storage.problems import StorageProblem
from desens_gui.system.paths import Folders, folders
from desens_gui.system.pin_hashing import Argon, Cost
from desens_gui.system.policies import load_policy
from desens_gui.wording.words import ENGLISH
from tests.staff import BAKKER, LINDQVIST, WRONG, badge_of, pin_of

LOOKS = 2000
"""Whether the answers came, a hundredth of a second apart: hashing on a busy machine may take a while."""


@pytest.fixture
def place(tmp_path: Path) -> Folders:
    """Lindqvist with a PIN under Argon2id, Bakker with a badge."""
    place = folders(tmp_path).make()
    staff, argon = Site(place).staff, Argon(Cost())
    making = Making(PROGRAM, Site(place).clock.now())
    for member in (LINDQVIST, BAKKER):
        person = Person(id=member.id, name=member.name, role=member.role)
        staff.add(person, argon.hash(pin_of(member)), making)
    staff.set_badge("n2", badge_of(BAKKER), making)
    return place


def answers(app: QApplication, ask: list[tuple[SignInWorker, str, str]]) -> list[Answer]:
    """What is answered, in order; each answer must come in this thread."""
    got: list[Answer] = []

    def take(answer: Answer) -> None:
        assert threading.current_thread() is threading.main_thread()
        got.append(answer)

    for worker, who, secret in ask:
        if who:
            worker.with_pin(who, secret, take)
        else:
            worker.with_badge(secret, take)
    assert got == []
    for _ in range(LOOKS):
        app.processEvents()
        if len(got) == len(ask):
            break
        threading.Event().wait(0.01)
    return got


def test_pins_and_badges_are_answered_in_the_windows_thread(place: Folders, app: QApplication) -> None:
    people = PeopleHere(place, ENGLISH)
    at_chair = open_at_chair(place, load_policy, people.audit)
    worker = people.attend(at_chair.live)
    assert isinstance(worker, SignInWorker)
    try:
        assert worker.members() == (BAKKER, LINDQVIST)
        asked = [
            (worker, "n1", pin_of(LINDQVIST)),
            (worker, "", badge_of(BAKKER)),
            (worker, "n1", WRONG),
        ]
        right, badge, wrong = answers(app, asked)
    finally:
        at_chair.close()
        people.close()
    assert (right, badge) == (SignedIn(LINDQVIST, Means.PIN), SignedIn(BAKKER, Means.BADGE))
    assert isinstance(wrong, WrongPin)
    assert people.said() == ""
    noted = [(each.what, each.actor.id, each.person) for each in audit_file(place).read()]
    assert noted == [
        (What.SIGNED_IN, "n1", ""),
        (What.SIGNED_IN, "n2", ""),
        (What.SIGN_IN_FAILED, "unidentified", "n1"),
    ]


def test_staff_that_cannot_be_read_are_said_and_nobody_can_sign_in(place: Folders, app: QApplication) -> None:
    people = PeopleHere(place, ENGLISH)
    at_chair = open_at_chair(place, load_policy, people.audit)
    place.staff.write_bytes(b"rot")
    worker = people.attend(at_chair.live)
    assert isinstance(worker, SignInWorker)
    try:
        assert worker.members() == ()
        (answer,) = answers(app, [(worker, "n1", pin_of(LINDQVIST))])
    finally:
        at_chair.close()
        people.close()
    assert isinstance(answer, NotLooked)
    assert isinstance(answer.problem, StorageProblem)
    assert people.said() == "staff.db: It is not a file that Desens wrote."


def test_an_answer_that_comes_too_late_is_nobodys(place: Folders, app: QApplication) -> None:
    people = PeopleHere(place, ENGLISH)
    at_chair = open_at_chair(place, load_policy, people.audit)
    worker = people.attend(at_chair.live)
    got: list[Answer] = []
    worker.with_badge(badge_of(BAKKER), got.append)
    at_chair.close()
    people.close()
    QCoreApplication.processEvents()
    assert got == []
