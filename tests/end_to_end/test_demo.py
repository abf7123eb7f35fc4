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
from desens_gui.views.step_timer import step_title, timer
from desens_gui.wording import numbers
from desens_gui.wording.words import ENGLISH
from tests.end_to_end.conftest import SIZE, Shown
from tests.end_to_end.painted import stands, texts

WANTED = ("set-up", "bag-change", "paused", "running", "check-due", "out-of-range", "completed", "review")
BEFORE_ANY_DRUG = ("set-up",)
"""Nothing runs yet: its picture has no step, no timer and no dose to show."""


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


def test_review_finds_step_timer_and_dose_of_every_picture(
    demonstration: Shown, review: ReviewProgram
) -> None:
    """What was painted when the picture was taken is what the file says at that entry, painted again."""
    assert {picture.name for picture in demonstration.pictures} == set(WANTED)
    for picture in demonstration.pictures:
        review.desk.goto_seq(picture.seq)
        scene = review.desk.scene()
        review.window.grab()
        again = texts(review.window)
        shown = (step_title(scene), timer(scene).text, numbers.amount(scene.given, ENGLISH))
        assert [value for value in shown if not stands(value, again)] == [], picture.name
        if picture.name in BEFORE_ANY_DRUG:
            assert shown == ("12 steps planned", "00:00", "0 mg")
            assert [text for text in picture.texts if text.startswith(("Step 1", "Given so far"))] == []
        else:
            assert scene.session.step is not None
            assert shown[0] == f"Step {scene.session.step.number} of 12"
            assert [value for value in shown if not stands(value, picture.texts)] == [], picture.name


def test_simulation_stands_on_every_screen_and_page(demonstration: Shown, review: ReviewProgram) -> None:
    assert len(demonstration.pictures) == len(WANTED)
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
