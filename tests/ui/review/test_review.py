"""Review shows the chair as it was, is walked by keys alone, and has nothing that could write."""

from __future__ import annotations

import sys
from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desens_gui.course.so_far import course_of
from desens_gui.domain.events.step import StepStarted
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.ui.review.desk import ReviewDesk
from desens_gui.ui.theme import Scheme
from desens_gui.ui.widgets.plain_label import PlainLabel
from desens_gui.ui.window import MainWindow
from desens_gui.views.live_column import live_column
from desens_gui.views.review_summary import FileFacts
from desens_gui.views.scene import Scene
from desens_gui.wording.words import ENGLISH
from tests import trends
from tests.ui import stage
from tests.ui.review.room import FILE, Room
from tests.ui.test_frame import ROWS
from tests.ui.test_render import Paints
from tests.wording.test_plain import CANARY

Keep = Callable[[QWidget], None]
LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in stage.SIZES]


@pytest.fixture
def room(keep: Keep) -> Room:
    made = Room(trends.completed())
    keep(made.window)
    made.settle()
    return made


# ---------------------------------------------------------------- the same as at the chair


def test_at_every_fact_the_step_the_timer_and_the_dose_are_those_of_the_chair(room: Room) -> None:
    records = room.chair.records
    for seq in range(12, len(records), 9):
        course = course_of(records[:seq])
        assert course.state is not None
        scene = Scene(session=course.state, stamp=records[seq - 1].stamp, words=ENGLISH)
        at_chair = live_column(scene, course.steps(scene.now_ns))
        room.desk.goto_seq(seq)
        shown = room.screen.then
        assert shown.timer.view.timer == at_chair.timer.timer
        assert shown.timer.view.head == at_chair.timer.head
        assert shown.timer.view.rate == at_chair.timer.rate
        assert shown.ladder.view is not None
        given = [(row.state, row.given, row.given_total, row.rate) for row in shown.ladder.view.rows]
        assert given == [(row.state, row.given, row.given_total, row.rate) for row in at_chair.ladder.rows]
        assert room.window.frame.banner.view.clock == scene.hh_mm_ss(scene.now_ns)


def test_between_two_facts_the_timer_runs_as_it_did(room: Room) -> None:
    starts = [each.seq for each in room.chair.records if isinstance(each.event, StepStarted)]
    room.desk.goto_seq(starts[4])
    begun = room.desk.moment.now_ns
    assert room.screen.then.timer.view.timer.text == "15:00"
    room.desk.goto_ns(begun + 61 * NS_PER_SECOND)
    assert room.screen.then.timer.view.timer.text == "13:59"
    assert room.seq == starts[4]
    assert room.screen.moment.view.pairs[0].value == "5 mL/h"


def test_moments_outside_the_session_are_its_ends(room: Room) -> None:
    room.desk.goto_ns(-5)
    assert room.desk.moment.now_ns == 0
    room.desk.goto_ns(10**18)
    assert room.desk.moment.now_ns == room.chair.session.timeline.at_ns
    room.desk.goto_seq(10**6)
    assert room.seq == len(room.chair.records)
    room.desk.goto_seq(-1)
    assert room.seq == 1


# ---------------------------------------------------------------- keys alone


def test_a_walk_by_keys_alone(room: Room) -> None:
    shown = [row.seq for row in room.screen.events.list.view.rows]
    starts = [each.seq for each in room.chair.records if isinstance(each.event, StepStarted)]
    assert QApplication.focusWidget() is room.screen.events.list
    assert room.seq == len(room.chair.records)
    room.press(Qt.Key.Key_Left)
    assert room.seq == shown[-2]
    room.press(Qt.Key.Key_Right)
    assert room.seq == shown[-1]
    room.press(Qt.Key.Key_Right)
    assert room.seq == shown[-1]
    room.press(Qt.Key.Key_Home)
    assert room.desk.moment.now_ns == 0
    room.press(Qt.Key.Key_PageDown)
    room.press(Qt.Key.Key_PageDown)
    assert room.seq == starts[1]
    room.press(Qt.Key.Key_PageUp)
    assert room.seq == starts[0]
    room.press(Qt.Key.Key_PageUp)
    assert room.seq == starts[0]
    room.press(Qt.Key.Key_End)
    assert room.seq == len(room.chair.records)
    room.press(Qt.Key.Key_A)
    room.press(Qt.Key.Key_F10)
    assert room.exported == 1
    assert "Handover page saved" in " ".join(room.window.frame.alarm.view.note.split())
    room.press(Qt.Key.Key_Escape)
    assert room.closed == 1


def test_back_from_between_two_facts_is_to_the_last_one(room: Room) -> None:
    starts = [each.seq for each in room.chair.records if isinstance(each.event, StepStarted)]
    room.desk.goto_seq(starts[3])
    begun = room.desk.moment.now_ns
    room.desk.goto_ns(begun + 60 * NS_PER_SECOND)
    room.press(Qt.Key.Key_PageUp)
    assert (room.seq, room.desk.moment.now_ns) == (starts[3], begun)
    room.press(Qt.Key.Key_PageUp)
    assert room.seq == starts[2]


def test_every_control_is_reached_by_tab(room: Room) -> None:
    wanted = {
        room.screen.events.list,
        room.screen.scrubber.play,
        room.screen.scrubber.line,
        room.screen.scrubber.speed,
        *room.screen.scrubber.windows.segments,
        *room.window.frame.action_bar.buttons(),
    }
    reached = set()
    for _ in range(40):
        room.press(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert wanted <= reached
    assert room.desk.chart not in reached


def test_keys_reach_the_screen_from_the_line_too(room: Room) -> None:
    room.screen.scrubber.line.setFocus()
    room.press(Qt.Key.Key_Home)
    assert room.desk.moment.now_ns == 0


# ---------------------------------------------------------------- playing


def test_it_plays_at_the_chosen_speed_on_the_ticker_of_the_window(room: Room) -> None:
    room.press(Qt.Key.Key_Home)
    room.beat()
    assert room.desk.moment.now_ns == 0
    room.press(Qt.Key.Key_Space)
    room.beat(1.0)
    assert room.desk.moment.now_ns == 240 * NS_PER_SECOND
    assert room.screen.scrubber.play.view.label == "Stop playing"
    QTest.mouseClick(room.screen.scrubber.speed, Qt.MouseButton.LeftButton)
    room.beat(1.0)
    assert room.desk.moment.now_ns == (240 + 900) * NS_PER_SECOND
    room.press(Qt.Key.Key_Space)
    at = room.desk.moment.now_ns
    room.beat(1.0)
    assert room.desk.moment.now_ns == at
    room.press(Qt.Key.Key_Space)
    room.beat(100_000)
    assert room.desk.moment.now_ns == room.chair.session.timeline.at_ns
    assert room.screen.scrubber.play.view.label == "Play"
    room.press(Qt.Key.Key_Space)  # from the beginning again
    assert room.desk.moment.now_ns == 0


# ---------------------------------------------------------------- finger and mouse


def test_a_row_a_place_on_the_line_and_a_place_on_the_chart_are_moments(room: Room) -> None:
    room.press(Qt.Key.Key_Home)
    rows = room.screen.events.list
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    assert room.seq == rows.view.rows[1].seq
    line = room.screen.scrubber.line
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() // 2, 20))
    half = room.chair.session.timeline.at_ns / 2
    assert abs(room.desk.moment.now_ns - half) < 0.02 * half
    plot = room.desk.chart.plot
    reading = room.desk.chart.view.body.strips[0].xs[3] if room.desk.chart.view else 0.0
    at = QPoint(round(plot.x() + plot.along().px(reading)), plot.y() + 20)
    QTest.mouseClick(room.desk.chart, Qt.MouseButton.LeftButton, pos=at)
    assert room.desk.moment.now_ns == round(reading * NS_PER_SECOND)
    below = QPoint(60, rows.viewport().height() + 4000)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=below)
    QTest.mouseMove(line, QPoint(5, 5))


def test_the_stretch_of_the_chart_is_chosen_beside_the_line(room: Room) -> None:
    segments = room.screen.scrubber.windows.segments
    room.desk.goto_seq(60)
    QTest.mouseClick(segments[1], Qt.MouseButton.LeftButton)
    assert room.desk.chart.view is not None
    frame = room.desk.chart.view.frame
    assert frame.x1 - frame.x0 == 3600
    assert frame.x0 < room.desk.moment.now_ns / NS_PER_SECOND < frame.x1
    assert segments[1].view.chosen
    QTest.keyClick(segments[2], Qt.Key.Key_Space)
    assert segments[2].view.chosen


# ---------------------------------------------------------------- on the screen


@pytest.mark.parametrize("session", ["completed", "reacting", "paused", "entered_in_error", "running"])
@pytest.mark.parametrize(("scheme", "size"), LOOKS)
def test_rows_stand_nothing_is_cut_and_targets_are_large(
    scheme: Scheme, size: tuple[int, int], session: str, keep: Keep
) -> None:
    room = Room(getattr(trends, session)(), scheme, size)
    keep(room.window)
    frame = room.window.frame
    parts = (frame.banner, frame.alarm, frame.action_bar, frame.status)
    for seq in (2, 40, 10_000):
        room.desk.goto_seq(seq)
        room.settle()
        room.window.grab()
        for part, height in zip(parts, ROWS[size[0]], strict=True):
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
