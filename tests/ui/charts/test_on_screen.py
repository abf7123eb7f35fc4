"""Nothing is cut, at both sizes and themes; text is literal; the library is loaded late."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF
from PySide6.QtWidgets import QAbstractButton

from desens_gui.course.so_far import course_of
from desens_gui.ui.charts.trend_chart import TrendChart
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.chart import AT_NOW, Looking
from desens_gui.views.trend import Trend
from desens_gui.wording.words import ENGLISH
from tests import trends
from tests.ui import stage
from tests.ui.charts.seat import Keep, Seat
from tests.unmeasured import unmeasured
from tests.wording.test_plain import CANARY


@pytest.mark.parametrize("session", ["running", "paused", "reacting", "completed", "entered_in_error"])
def test_every_text_fits(session: str, keep: Keep) -> None:
    seat = Seat(getattr(trends, session)())
    keep(seat.window)
    for look in stage.in_every_look(seat.window):
        with look:
            _every_text_fits(seat)


def _every_text_fits(seat: Seat) -> None:
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
