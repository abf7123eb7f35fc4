"""Only what changed is painted, and no more is drawn than can be seen."""

from __future__ import annotations

import msgspec
import numpy as np
from PySide6.QtCore import QCoreApplication

from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.ui.charts.thinning import crowded, joined, thinned, visible
from desens_gui.views.parts.chart import Looking
from tests import readings, trends
from tests.ui.charts.seat import Keep, Seat
from tests.ui.test_render import Paints


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
