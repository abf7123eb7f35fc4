"""The chart is walked by keys and by finger."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desens_gui.ui.charts.trend_chart import TrendChart
from desens_gui.views.parts.chart import AT_NOW, Looking
from tests.driving import MINUTE
from tests.ui.charts.seat import Keep, Seat


def test_arrow_keys_walk_through_the_readings(seat: Seat) -> None:
    xs = seat.trend.body().strips[0].xs
    seat.press(Qt.Key.Key_Right)
    assert seat.asked == [AT_NOW]  # already at the newest
    seat.press(Qt.Key.Key_Left)
    seat.press(Qt.Key.Key_Left)
    assert [looking.cursor for looking in seat.asked[1:]] == [xs[-1], xs[-2]]
    assert seat.chart.plot.cursor_line.isVisible()
    assert sum(ring.isVisible() for ring in seat.chart.plot.rings) == 3
    assert seat.chart.view is not None
    assert seat.chart.view.readout.cells[0].value == "86"
    assert "86 per min" in seat.chart.accessibleDescription()
    seat.press(Qt.Key.Key_Home)
    assert seat.asked[-1].cursor == xs[0]
    seat.press(Qt.Key.Key_Left)
    assert seat.asked[-1].cursor == xs[0]
    for _ in xs:
        seat.press(Qt.Key.Key_Right)
    assert seat.asked[-1] == AT_NOW
    seat.press(Qt.Key.Key_Home)
    seat.press(Qt.Key.Key_End)
    assert seat.asked[-1] == AT_NOW
    assert not seat.chart.plot.cursor_line.isVisible()


def test_up_and_down_change_the_stretch_and_keep_the_crosshair(seat: Seat) -> None:
    seat.press(Qt.Key.Key_Down)
    assert seat.asked == [AT_NOW]
    seat.press(Qt.Key.Key_Left)
    cursor = seat.asked[-1].cursor
    for window in ("hour", "step"):
        seat.press(Qt.Key.Key_Up)
        assert seat.asked[-1] == Looking(window, cursor)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_A, Qt.Key.Key_Down):
        seat.press(key)
    assert [looking.window for looking in seat.asked[2:]] == ["hour", "step", "hour"]
    assert seat.chart.view is not None
    (x0, x1), _ = seat.chart.plot.strips[2].box.viewRange()
    assert x1 - x0 == pytest.approx(60 * MINUTE)


def test_the_controls_do_the_same(seat: Seat) -> None:
    segments = seat.chart.foot.choice.segments
    QTest.keyClick(segments[1], Qt.Key.Key_Space)
    assert seat.asked[-1] == Looking("hour")
    seat.press(Qt.Key.Key_Left)
    QTest.mouseClick(seat.chart.foot.back, Qt.MouseButton.LeftButton)
    assert seat.asked[-1] == Looking("hour")


def test_a_finger_puts_the_crosshair_on_the_nearest_reading(seat: Seat) -> None:
    xs = seat.trend.body().strips[0].xs
    plot = seat.chart.plot
    px = plot.along().px(xs[5]) + plot.x()
    QTest.mouseClick(seat.chart, Qt.MouseButton.LeftButton, pos=QPoint(round(px) + 3, plot.y() + 40))
    assert seat.asked[-1].cursor == xs[5]
    QTest.mouseMove(seat.chart, QPoint(round(plot.along().px(xs[2]) + plot.x()), plot.y() + 40))
    count = len(seat.asked)
    QTest.mouseClick(seat.chart, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert len(seat.asked) == count


def test_without_readings_there_is_nothing_to_walk(keep: Keep) -> None:
    from tests.courses import opened

    seat = Seat(opened())
    keep(seat.window)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        seat.press(key)
    QTest.mouseClick(seat.chart, Qt.MouseButton.LeftButton, pos=seat.chart.plot.geometry().center())
    assert seat.asked == [AT_NOW]
    empty = TrendChart(seat.window.looks)
    keep(empty)
    assert empty.looking == AT_NOW
    QTest.keyClick(empty, Qt.Key.Key_Left)
    empty.grab()
