"""Review is nothing that could be taken for the chair; nothing is cut, text is literal."""

from __future__ import annotations

import sys
from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desens_gui.ui.review.desk import ReviewDesk
from desens_gui.ui.widgets.plain_label import PlainLabel
from desens_gui.ui.window import MainWindow
from desens_gui.views.review_summary import FileFacts
from desens_gui.wording.words import ENGLISH
from tests import trends
from tests.ui import stage
from tests.ui.review.room import FILE, Room
from tests.ui.test_frame import ROWS
from tests.ui.test_render import Paints
from tests.wording.test_plain import CANARY

Keep = Callable[[QWidget], None]


@pytest.mark.parametrize("session", ["completed", "reacting", "paused", "entered_in_error", "running"])
def test_rows_stand_nothing_is_cut_and_targets_are_large(session: str, keep: Keep) -> None:
    room = Room(getattr(trends, session)())
    keep(room.window)
    for look in stage.in_every_look(room.window):
        with look:
            _rows_stand_nothing_is_cut_and_targets_are_large(room)


def _rows_stand_nothing_is_cut_and_targets_are_large(room: Room) -> None:
    frame = room.window.frame
    parts = (frame.banner, frame.alarm, frame.action_bar, frame.status)
    for seq in (2, 40, 10_000):
        room.desk.goto_seq(seq)
        room.settle()
        room.window.grab()
        for part, height in zip(parts, ROWS[room.window.width()], strict=True):
            assert abs(part.height() - height) <= 2
        cut = {type(part).__name__: part.clipped_texts() for part in stage.parts(room.window)}  # type: ignore[attr-defined]
        assert not any(cut.values()), cut
        for card in (*room.screen.facts, room.screen.moment):
            assert card.height() >= card.height_at(card.width())
            assert card.geometry().bottom() <= room.screen.height()
    for control in room.window.findChildren(QAbstractButton):
        if control.isVisibleTo(room.window):
            assert min(control.width(), control.height()) >= 44
            assert control.accessibleName()
    assert min(box.geometry().height() for box in [s.box for s in room.desk.chart.plot.strips]) >= 40


def test_the_current_row_is_in_sight(room: Room) -> None:
    rows = room.screen.events.list
    for place in (0, 30, 81, 5):
        room.desk.goto_seq(rows.view.rows[place].seq)
        room.window.grab()
        assert rows.view.current == place
        assert rows.view.rows[place].text.split(",")[0] in " ".join(rows.painted_texts())
        assert rows.view.rows[place].text[:10] in rows.accessibleDescription()
    room.desk.goto_seq(1)
    assert rows.verticalScrollBar().value() == 0


def test_there_is_no_reaction_key_and_every_tag(room: Room) -> None:
    assert not room.window.frame.action_bar.reaction.isVisible()
    said: list[str] = []
    room.window.intent.connect(said.append)
    before = room.desk.moment
    room.press(Qt.Key.Key_F12)
    assert said == ["reaction"]  # the window says it; nobody here listens
    assert room.desk.moment == before
    assert [tag.text for tag in room.window.frame.banner.view.tags] == ["SIMULATION", "REVIEW, NOT LIVE"]


def test_the_same_again_paints_nothing(room: Room) -> None:
    room.desk.goto_seq(40)
    room.window.grab()
    room.settle()
    paints = Paints(room.window)
    room.desk.render()
    room.settle()
    assert paints.seen == []


def test_moving_makes_no_new_items_and_no_new_widgets(room: Room) -> None:
    def counts() -> tuple[int, int]:
        room.settle()
        items = len(room.desk.chart.plot.scene().items())
        return items, len(room.window.findChildren(QWidget))

    room.desk.goto_seq(100)
    before = counts()
    for seq in range(10, 110, 5):
        room.desk.goto_seq(seq)
    room.desk.goto_seq(100)
    assert counts() == before


def test_size_and_scheme_change(room: Room) -> None:
    room.window.resize(1920, 1080)
    room.settle()
    assert room.screen.facts[0].width() == 372
    assert room.screen.chart.head.title.startswith("Course")
    room.window.looks.use_scheme("dark")
    room.settle()
    room.window.grab()
    room.window.resize(1366, 768)
    room.settle()
    assert room.screen.chart.head.title == ""
    cut = [part.clipped_texts() for part in stage.parts(room.window)]  # type: ignore[attr-defined]
    assert not any(cut)


def test_hostile_text_is_literal(keep: Keep) -> None:
    chair = trends.running(2)
    patient = chair.session.patient
    assert patient is not None
    records = list(chair.records)
    for place, recorded in enumerate(records):
        if type(recorded.event).__name__ == "PatientIdentified":
            changed = msgspec.structs.replace(patient, given_name=CANARY)
            event = msgspec.structs.replace(recorded.event, patient=changed)
            records[place] = msgspec.structs.replace(recorded, event=event)
        if type(recorded.event).__name__ == "MedicationGiven":
            event = msgspec.structs.replace(recorded.event, drug=CANARY)
            records[place] = msgspec.structs.replace(recorded, event=event)
    window = MainWindow(stage.looks("light", 1920), stage.never_asked, lambda: True)
    window.resize(1920, 1080)
    keep(window)
    file = FileFacts(name=CANARY, code=CANARY, verdict=CANARY)
    desk = ReviewDesk(window, records, ENGLISH, file, lambda: CANARY, stage.never_asked)
    medication = next(row for row in desk.screen.events.list.view.rows if CANARY in row.text)
    desk.goto_seq(medication.seq)
    desk.ask("export")
    QCoreApplication.processEvents()
    window.grab()
    assert any(CANARY in text for text in desk.screen.events.list.painted_texts())
    assert any(CANARY in text for text in window.frame.banner.painted_texts())
    assert CANARY in desk.screen.facts[1].view.lines[0].strong
    assert [label for label in window.findChildren(QLabel) if not isinstance(label, PlainLabel)] == []


def test_a_review_needs_facts(keep: Keep) -> None:
    window = MainWindow(stage.looks(), stage.never_asked, lambda: True)
    keep(window)
    with pytest.raises(ValueError, match="nothing to review"):
        ReviewDesk(window, (), ENGLISH, FILE, lambda: "", stage.never_asked)


def test_nothing_that_writes_was_even_imported_for_it() -> None:
    import subprocess
    from pathlib import Path

    from tests.unmeasured import unmeasured

    code = "import sys, desens_gui.ui.review.desk; print([m for m in sys.modules if 'live_session' in m])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        env=unmeasured(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
