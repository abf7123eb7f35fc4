"""The chart draws the recorded values in fixed ranges, repaints what changed, and is walked by keys."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from desens_gui.course.so_far import course_of
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.ui.charts.thinning import crowded, joined, thinned, visible
from desens_gui.ui.charts.trend_chart import TrendChart
from desens_gui.ui.screens.bedside import BedsideScreen
from desens_gui.ui.theme import Scheme
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.chart import AT_NOW, Looking
from desens_gui.views.trend import Trend
from desens_gui.wording.words import ENGLISH
from tests import readings, trends
from tests.driving import MINUTE, Chair
from tests.ui import samples, stage
from tests.ui.test_render import Paints
from tests.unmeasured import unmeasured
from tests.wording.test_plain import CANARY

Keep = Callable[[QWidget], None]
LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in stage.SIZES]


class Seat:
    """A chart in the bedside window, and whoever answers what it asks for."""

    def __init__(self, chair: Chair, scheme: Scheme = "light", size: tuple[int, int] = (1366, 768)) -> None:
        self.chair = chair
        self.trend = Trend(course_of(chair.records), ENGLISH)
        self.window = stage.bedside_window(scheme, size, samples.FRAME, samples.BEDSIDE)
        self.chart = TrendChart(self.window.looks)
        screen = self.window.screen_named("bedside")
        assert isinstance(screen, BedsideScreen)
        screen.set_chart(self.chart)
        self.asked: list[Looking] = []
        self.chart.looked.connect(self.look)
        self.look(AT_NOW)
        QCoreApplication.processEvents()

    def look(self, looking: Looking) -> None:
        self.asked.append(looking)
        self.chart.render(self.trend.view(self.chair.now_ns, looking))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.chart, key)


@pytest.fixture
def seat(keep: Keep) -> Seat:
    seated = Seat(trends.running())
    keep(seated.window)
    return seated


# ---------------------------------------------------------------- what was drawn


def test_the_recorded_values_reached_the_curves(seat: Seat) -> None:
    shown = seat.trend.view(seat.chair.now_ns)
    for strip, own in zip(seat.chart.plot.strips, shown.body.strips, strict=True):
        xs, ys = strip.line.getData()
        if own.shape == "bar":
            assert list(xs[::2]) == list(own.xs)
            assert list(xs[1::2]) == list(own.xs)
            assert list(ys[::2]) == list(own.ys)
            assert list(ys[1::2]) == list(own.lows)
            assert len(strip.points.getData()[0]) == 2 * len(own.xs)
        else:
            assert list(xs) == list(own.xs)
            assert list(ys) == list(own.ys)
            assert list(strip.points.getData()[1]) == list(own.ys)


def test_the_axes_are_linked_and_find_no_range_of_their_own(seat: Seat) -> None:
    shown = seat.trend.view(seat.chair.now_ns)
    for strip, own in zip(seat.chart.plot.strips, shown.body.strips, strict=True):
        (x0, x1), (y0, y1) = strip.box.viewRange()
        assert (x0, x1) == pytest.approx((shown.frame.x0, shown.frame.x1))
        assert (y0, y1) == pytest.approx((own.scale.low, own.scale.high))
        assert strip.box.autoRangeEnabled() == [False, False]
        assert strip.box.mouseEnabled() == [False, False]
    first = seat.chart.plot.strips[0].box
    assert [strip.box.linkedView(0) for strip in seat.chart.plot.strips] == [None, first, first, first]
    first.setXRange(0, 100, padding=0)
    assert seat.chart.plot.strips[3].box.viewRange()[0] == pytest.approx([0, 100])


def test_a_point_stands_where_its_value_and_its_time_are(seat: Seat) -> None:
    shown, chart = seat.trend.view(seat.chair.now_ns), seat.chart
    strip, own = chart.plot.strips[0], shown.body.strips[0]
    at = strip.box.mapViewToScene(QPointF(own.xs[4], own.ys[4]))
    assert at.x() == pytest.approx(chart.plot.along().px(own.xs[4]), abs=1)
    box = strip.box.geometry()
    share = (own.ys[4] - own.scale.low) / (own.scale.high - own.scale.low)
    assert at.y() == pytest.approx(box.bottom() - share * box.height(), abs=1)


def test_marks_and_lines(seat: Seat) -> None:
    chart = seat.chart
    assert {glyph for _, glyph, _ in chart.plot.marks.shown} == {"check", "sign", "medication"}
    assert chart.plot.marks.shown[-1][1] == "sign"  # above those it overlaps
    assert chart.plot.now_line.isVisible()
    assert not chart.plot.cursor_line.isVisible()
    assert not any(ring.isVisible() for ring in chart.plot.rings)


def test_values_beyond_the_widest_scale_stand_at_its_edge(keep: Keep) -> None:
    chair = trends.running(2)
    chair.do(readings.only(chair.now, heart_rate=290))
    chair.run(60)
    chair.do(readings.only(chair.now, spo2=35))
    seat = Seat(chair)
    keep(seat.window)
    heart, _, oxygen, temperature = seat.chart.plot.strips
    assert heart.view is not None
    assert list(heart.beyond.getData()[1]) == [heart.view.scale.high - 11]
    assert len(oxygen.beyond.getData()[1]) == 1
    assert oxygen.beyond.getData()[1][0] > 50
    assert len(temperature.beyond.getData()[1]) == 0
    seat.look(Looking("all", heart.view.xs[0]))
    assert "wider scale" in seat.chart.view.body.strips[0].scale.note if seat.chart.view else False


def test_the_words_for_those_who_do_not_see_it(seat: Seat) -> None:
    assert seat.chart.accessibleName() == "Trend"
    assert "BP 119/71 mmHg" in seat.chart.accessibleDescription()


# ---------------------------------------------------------------- cost


def test_the_same_again_paints_nothing(seat: Seat) -> None:
    seat.window.grab()
    QCoreApplication.processEvents()
    paints = Paints(seat.window)
    seat.chart.render(seat.trend.view(seat.chair.now_ns))
    seat.chart.render(msgspec.structs.replace(seat.trend.view(seat.chair.now_ns)))
    QCoreApplication.processEvents()
    assert paints.seen == []


def test_a_second_paints_nothing_and_a_minute_little(seat: Seat) -> None:
    def pass_to(seconds: int) -> None:
        seat.chart.render(seat.trend.view(seat.chair.now_ns + seconds * NS_PER_SECOND))
        QCoreApplication.processEvents()

    pass_to(60)  # the very first move of a line paints the whole scene once
    seat.window.grab()
    QCoreApplication.processEvents()
    paints = Paints(seat.window)
    pass_to(61)
    assert paints.seen == []
    pass_to(120)
    own = [box for part, box in paints.seen if part is seat.chart]
    assert len(own) == 1
    assert own[0].height() < 40
    views = [box for part, box in paints.seen if part is seat.chart.plot.viewport()]
    assert views
    assert all(box.width() < 20 for box in views)


def test_more_readings_are_no_more_items(keep: Keep) -> None:
    few, many = Seat(trends.running(2)), Seat(trends.completed())
    keep(few.window)
    keep(many.window)
    counts = [len(seat.chart.plot.scene().items()) for seat in (few, many)]
    assert counts[0] == counts[1]
    many.chart.render(many.trend.view(many.chair.now_ns, Looking("hour")))
    assert len(many.chart.plot.scene().items()) == counts[0]


def test_only_what_is_in_the_window_is_handed_on() -> None:
    xs = np.arange(1000.0)
    assert visible(xs, 100.5, 110.5) == slice(100, 112)
    assert visible(xs, -5, 5000) == slice(0, 1000)
    assert visible(np.empty(0), 0, 1) == slice(0, 0)
    broken = np.array([1.0, 2.0, np.nan, 8.0, 9.0])
    assert visible(broken, 1.5, 8.5) == slice(0, 5)


def test_thinning_keeps_every_peak_and_every_break() -> None:
    xs = np.arange(100_000.0)
    ys = np.zeros_like(xs)
    ys[43_210], ys[77_777], ys[50_000] = 99, -99, np.nan
    fewer_xs, fewer = thinned(xs, ys, 300)
    assert len(fewer_xs) <= 4 * 300 + 3
    assert {99.0, -99.0} <= set(fewer)
    assert np.isnan(fewer).sum() == 1
    assert list(fewer_xs) == sorted(fewer_xs)
    assert len(fewer_xs) >= 300
    same = thinned(xs[:50], ys[:50], 300)
    assert len(same[0]) == 50


def test_bars_that_would_hide_each_other_are_joined_from_lowest_to_highest() -> None:
    xs = np.arange(1000.0)
    lows, highs = np.full(1000, 70.0), np.full(1000, 120.0)
    lows[501], highs[777] = 30, 210
    at, low, high = joined(xs, lows, highs, 240)
    assert len(at) == len(low) == len(high) <= 80
    assert (low.min(), high.max()) == (30, 210)
    few = joined(xs[:20], lows[:20], highs[:20], 240)
    assert len(few[0]) == 20
    assert crowded(100, 240)
    assert not crowded(80, 240)


def test_a_reading_every_second_is_drawn_as_a_line_with_few_points(keep: Keep) -> None:
    chair = trends.running(12, 60)
    for _ in range(900):
        chair.wait(1)
        chair.do(readings.only(chair.now, heart_rate=80, sbp=120, dbp=70))
    seat = Seat(chair)
    keep(seat.window)
    heart, pressure, oxygen, _ = seat.chart.plot.strips
    assert len(heart.points.getData()[0]) == 0
    assert len(heart.line.getData()[0]) < 4 * 239 + 4
    assert len(pressure.line.getData()[0]) <= 2 * 239 / 3 + 2
    assert len(oxygen.points.getData()[0]) == 12
    assert len(seat.chart.plot.marks.shown) < 239


# ---------------------------------------------------------------- looking around


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


# ---------------------------------------------------------------- on the screen


@pytest.mark.parametrize("session", ["running", "paused", "reacting", "completed", "entered_in_error"])
@pytest.mark.parametrize(("scheme", "size"), LOOKS)
def test_every_text_fits(scheme: Scheme, size: tuple[int, int], session: str, keep: Keep) -> None:
    seat = Seat(getattr(trends, session)(), scheme, size)
    keep(seat.window)
    for looking in (AT_NOW, Looking("hour"), Looking("step", seat.trend.body().strips[0].xs[1])):
        seat.look(looking)
        seat.window.grab()
        assert seat.chart.clipped_texts() == []
        assert seat.chart.foot.clipped_texts() == []
        assert seat.chart.foot.choice.clipped_texts() == []
        texts = seat.chart.painted_texts()
        assert {"HR", "BP", "SpO2", "Temp", "Event", "Step"} <= set(texts)
    for control in seat.chart.findChildren(QAbstractButton):
        assert min(control.width(), control.height()) >= 44
        assert control.accessibleName()
        assert seat.chart.rect().contains(control.rect().translated(control.mapTo(seat.chart, QPoint(0, 0))))


def test_strips_do_not_overlap_and_the_now_line_is_inside(seat: Seat) -> None:
    boxes = [strip.box.geometry() for strip in seat.chart.plot.strips]
    assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
    line = seat.chart.plot.now_line.line()
    assert 0 < line.x1() < seat.chart.plot.width()
    assert line.y2() == seat.chart.plot.height()


def test_size_and_scheme_change_under_a_running_session(seat: Seat) -> None:
    seat.window.resize(1920, 1080)
    QCoreApplication.processEvents()
    strip, own = seat.chart.plot.strips[0], seat.trend.body().strips[0]
    assert strip.box.geometry().width() == seat.chart.plot.width()
    at = strip.box.mapViewToScene(QPointF(own.xs[4], own.ys[4]))
    assert at.x() == pytest.approx(seat.chart.plot.along().px(own.xs[4]), abs=1)
    seat.window.looks.use_scheme("dark")
    QCoreApplication.processEvents()
    picture = seat.chart.plot.grab().toImage()
    assert picture.pixelColor(picture.width() - 3, picture.height() // 2).lightness() < 60


def test_hostile_text_is_literal(seat: Seat) -> None:
    shown = seat.trend.view(seat.chair.now_ns)
    strips = tuple(msgspec.structs.replace(strip, name=CANARY, unit=CANARY) for strip in shown.body.strips)
    body = msgspec.structs.replace(shown.body, strips=strips, event_label=CANARY)
    seat.chart.render(msgspec.structs.replace(shown, body=body, name=CANARY))
    seat.window.grab()
    assert seat.chart.painted_texts().count(CANARY) == 9
    assert seat.chart.accessibleName() == CANARY


def test_nothing_but_the_charts_imports_their_library() -> None:
    """The first window is usable half a second earlier."""
    code = (
        "import sys, desens_gui.ui.window, desens_gui.ui.screens.bedside; print('pyqtgraph' in sys.modules)"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=unmeasured(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_a_window_with_a_chart_closes_without_leaving_anything(keep: Keep) -> None:
    window = MainWindow(stage.looks(), stage.never_asked, lambda: True)
    keep(window)
    chart = TrendChart(window.looks, window)
    chart.render(Trend(course_of(trends.running(2).records), ENGLISH).view(10**12))
    chart.deleteLater()
