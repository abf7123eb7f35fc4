"""Hostile text stands on every screen, on paper, in tables and on the terminal as the characters it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from desens_gui.course.so_far import course_of
from desens_gui.handover.csv_text import STARTERS
from desens_gui.handover.session_tables import TABLES, table_csv
from desens_gui.handover.state_text import state_json, state_text
from desens_gui.session.review import Review
from desens_gui.system.console import say
from desens_gui.wording.plain import plain
from desens_gui.wording.words import ENGLISH
from tests import courses, hostile
from tests.driving import Chair
from tests.hostile import FAMILY, HEBREW, IDENTIFIER, MARKUP, STAFF, steering
from tests.ui import stage
from tests.ui.chair.at_chair import AtChair
from tests.ui.charts.seat import Seat
from tests.ui.paper.reading import made, page_texts, run_together
from tests.ui.review.room import Room

FORMS = ("check", "pause", "stop_today", "note", "early_sign", "iv_site")
Shown = Callable[[QWidget], QWidget]


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Shown]:
    """A window that is gone after the test."""
    stage.styled(qapp)
    windows: list[QWidget] = []

    def show(window: QWidget) -> QWidget:
        windows.append(window)
        window.setUpdatesEnabled(True)
        window.show()
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def running() -> Chair:
    return hostile.session()


@pytest.fixture(scope="module")
def over(running: Chair) -> Chair:
    return hostile.ended(running.copy())


def read(window: QWidget) -> set[str]:
    """All that a person can read or hear of a window now; none of it steers, and nothing is half shown."""
    QCoreApplication.processEvents()
    window.grab()
    found: set[str] = set()
    for part in (window, *window.findChildren(QWidget)):
        found |= {part.windowTitle(), part.toolTip(), part.statusTip(), part.whatsThis()}
        found |= {part.accessibleName(), part.accessibleDescription()}
        found |= {one.text for one in getattr(part, "placed", ())}
        if isinstance(part, QLabel | QLineEdit):
            found.add(part.text())
    assert {text: steering(text) for text in found if steering(text)} == {}
    return found


def stands(text: str, found: set[str]) -> bool:
    return any(plain(text) in each for each in found)


@pytest.mark.hazard("H-TEXT")
@pytest.mark.requirement("R-TEXT-1")
def test_the_session_at_the_chair(running: Chair, shown: Shown) -> None:
    own = AtChair(running.copy())
    window = shown(own.window)
    found = read(window)
    assert stands(FAMILY.upper(), found)
    assert stands(IDENTIFIER, found)
    assert stands(MARKUP, found)
    assert stands(STAFF, found)
    for form in FORMS:
        own.chair.intents.opened = form
        own.chair.render()
        assert own.shown == form
        assert stands(FAMILY.upper(), read(window))
    own.chair.intents.opened = ""
    own.chair.ask("reaction")
    own.chair.render()
    assert own.stage == "Reacting"
    assert stands(FAMILY.upper(), read(window))
    own.killed_and_back(60)
    read(window)
    own.chair.close()


def test_set_up_and_the_end(over: Chair, shown: Shown) -> None:
    for driven in (hostile.hostile(courses.set_up()), over.copy()):
        own = AtChair(driven)
        assert stands(FAMILY.upper(), read(shown(own.window)))
        own.chair.close()


def test_the_review_and_the_chart(over: Chair, shown: Shown) -> None:
    room = Room(over.copy())
    window = shown(room.window)
    for seq in range(len(over.records) - 20, len(over.records) + 1):
        room.desk.goto_seq(seq)
        assert stands(FAMILY.upper(), read(window))
    assert stands(MARKUP, read(window))
    assert read(shown(Seat(over.copy()).window))


def test_the_page(over: Chair, qapp: QApplication) -> None:
    stage.styled(qapp)
    text = "\n".join(page_texts(made(over)))
    assert {each for line in text.splitlines() for each in steering(line)} == set()
    whole = run_together(text).replace("\u200e", "")
    assert whole.count("W") >= len(hostile.LONG)
    for note in (*set(hostile.NOTES) - {hostile.LONG}, FAMILY.upper(), IDENTIFIER, STAFF, hostile.DRUG):
        typed = run_together(plain(note)).replace("\u200e", "")
        as_it_stands = typed.replace(HEBREW, HEBREW[::-1])  # from left to right; what follows it, follows
        assert typed in whole or as_it_stands in whole, note


def test_the_tables(over: Chair) -> None:
    course = course_of(over.records)
    for table in TABLES:
        for row in csv.reader(io.StringIO(table_csv(table, course, ENGLISH), newline="")):
            for cell in row:
                number = cell.removeprefix("-").replace(".", "", 1).isdigit()
                assert number or not cell.lstrip().startswith(tuple(STARTERS)), cell


def test_the_terminal(over: Chair, capfd: pytest.CaptureFixture[str]) -> None:
    now = Review(over.records).at_seq(len(over.records))
    assert now is not None
    say(state_text(now, ENGLISH, "1-0000-0000"))
    say(state_json(now, "1-0000-0000"))
    say("\n".join(hostile.NOTES))
    lines = capfd.readouterr().out.replace("\r\n", "\n").split("\n")
    assert {each for line in lines for each in steering(line)} == set()
