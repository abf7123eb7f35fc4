"""Review shows the chair as it was, and is walked by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desens_gui.course.so_far import course_of
from desens_gui.domain.events.step import StepStarted
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.views.live_column import live_column
from desens_gui.views.scene import Scene
from desens_gui.wording.words import ENGLISH
from tests.ui import stage
from tests.ui.review.room import Room

Keep = Callable[[QWidget], None]
LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in stage.SIZES]


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
