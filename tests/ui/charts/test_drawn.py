"""The recorded values reach the curves, in fixed ranges on linked axes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from desens_gui.views.parts.chart import Looking
from tests import readings, trends
from tests.ui.charts.seat import Keep, Seat


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
