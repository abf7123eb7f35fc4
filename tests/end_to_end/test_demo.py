"""The demonstration leaves a session, pictures of it, a review and a page, and they all say the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desens_gui.app.review_program import ReviewProgram
from desens_gui.domain.events.ending import Ending, SessionEnded
from desens_gui.storage.reading import read_session
from desens_gui.storage.verify import State, verify
from desens_gui.views.step_timer import timer
from desens_gui.wording import numbers
from desens_gui.wording.words import ENGLISH
from tests.end_to_end.conftest import SIZE, Shown
from tests.end_to_end.painted import texts

WANTED = ("set-up", "bag-change", "paused", "running", "check-due", "out-of-range", "completed", "review")
WITH_STEP = ("running", "check-due", "out-of-range")


@pytest.fixture
def review(demonstration: Shown, qapp: QApplication) -> Iterator[ReviewProgram]:
    program = ReviewProgram(demonstration.session, ENGLISH, size=SIZE)
    program.window.show()
    yield program
    program.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_it_ends_well_and_says_where_everything_is(demonstration: Shown) -> None:
    assert demonstration.code == 0
    assert "Ended: Completed" in demonstration.printed
    assert "A simulated session" in demonstration.printed
    for line in demonstration.printed.splitlines():
        if line.startswith("Picture: "):
            assert QImage(line.removeprefix("Picture: ")).width() == SIZE[0]
    assert str(demonstration.session) in demonstration.printed


def test_every_wanted_picture_is_there(demonstration: Shown) -> None:
    names = {path.stem[3:].rpartition("-seq")[0] for path in demonstration.out.glob("*.png")}
    assert names == set(WANTED)


def test_the_session_is_whole(demonstration: Shown) -> None:
    assert verify(demonstration.session).state is State.INTACT
    facts = read_session(demonstration.session)
    ended = facts[-1].event
    assert isinstance(ended, SessionEnded)
    assert (ended.ending, ended.tolerance) == (Ending.COMPLETED, True)
    assert {picture.seq for picture in demonstration.pictures} <= {fact.seq for fact in facts}


def test_review_finds_step_and_timer_of_each_picture(demonstration: Shown, review: ReviewProgram) -> None:
    for picture in (each for each in demonstration.pictures if each.name in WITH_STEP):
        review.desk.goto_seq(picture.seq)
        scene = review.desk.scene()
        assert scene.session.step is not None
        shown = {timer(scene).text, f"Step {scene.session.step.number} of 12"}
        assert shown <= picture.texts, picture.name
        review.window.grab()
        assert shown <= texts(review.window), picture.name


def test_review_finds_the_given_dose(demonstration: Shown, review: ReviewProgram) -> None:
    found = 0
    for picture in demonstration.pictures:
        review.desk.goto_seq(picture.seq)
        scene = review.desk.scene()
        if scene.session.plan is None or not scene.session.drug_ran:
            continue
        dose = numbers.amount(scene.given, ENGLISH)
        review.window.grab()
        assert dose in texts(review.window)
        found += dose in picture.texts
    assert found >= 4


def test_simulation_stands_on_every_screen_and_page(demonstration: Shown, review: ReviewProgram) -> None:
    assert len(demonstration.pictures) == len(WANTED) - 1
    for picture in demonstration.pictures:
        assert "SIMULATION" in picture.banner, picture.name
    review.window.grab()
    assert "SIMULATION" in texts(review.window.frame)
    pages = PdfReader(next(demonstration.out.glob("*.pdf"))).pages
    assert 1 <= len(pages) <= 2
    for page in pages:
        assert "SIMULATION" in page.extract_text().upper()


def test_pictures_are_of_different_moments(demonstration: Shown) -> None:
    images = [QImage(str(path)) for path in demonstration.out.glob("*.png")]
    for first, second in pairwise(images):
        assert first != second
