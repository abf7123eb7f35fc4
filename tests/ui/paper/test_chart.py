"""The chart on paper: every mark is told apart, none covers another, labels only where they fit."""

from __future__ import annotations

from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desens_gui.course.marks import Mark, MarkKind
from desens_gui.handover.chart import Chart, MarkName
from desens_gui.handover.course_chart import course_chart
from desens_gui.handover.mark_names import mark_name
from desens_gui.ui.paper.chart_frame import MARK, MOST_LANES, Frame, level
from desens_gui.ui.paper.chart_marks import draw_key, draw_marks, key_height
from desens_gui.ui.paper.diagram import draw_chart
from desens_gui.ui.paper.look import pt
from desens_gui.wording.words import ENGLISH
from tests.courses import at_step
from tests.driving import MINUTE
from tests.handover.sessions import completed, reacted, told, troubled

pytestmark = pytest.mark.usefixtures("app")

ROOM = pt(500)


def chart_with(*marks: Mark) -> Chart:
    names = tuple(MarkName(kind, mark_name(ENGLISH, kind)) for kind in MarkKind)
    return replace(course_chart(told(completed())), marks=marks, mark_names=names)


def picture(chart: Chart) -> QImage:
    frame = Frame(chart, 0, 0, ROOM)
    image = QImage(
        round(ROOM), round(frame.bottom + key_height(chart, ROOM)), QImage.Format.Format_Grayscale8
    )
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_chart(painter, chart, 0, 0, ROOM)
    draw_key(painter, chart, 0, frame.bottom, ROOM)
    painter.end()
    return image


def mark_picture(kind: MarkKind) -> bytes:
    """One mark alone, in grey."""
    mark = Mark(kind=kind, at_ns=0, seq=1)
    chart = chart_with(mark)
    frame = Frame(chart, 0, 0, ROOM)
    image = QImage(round(ROOM), round(frame.bottom), QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_marks(painter, frame)
    painter.end()
    x = frame.at(0)
    cut = QRectF(x - 2 * MARK, frame.strips_bottom, 4 * MARK, frame.marks_bottom - frame.strips_bottom)
    return bytes(image.copy(cut.toRect()).bits())


def test_marks_are_told_apart_without_colour() -> None:
    shown = {
        kind: mark_picture(kind) for kind in MarkKind if kind not in (MarkKind.CHECK, MarkKind.BAG_CHANGE)
    }
    assert all(shown[one] != shown[other] for one, other in combinations(shown, 2))


def test_marks_of_one_moment_stand_below_each_other() -> None:
    marks = [Mark(kind=MarkKind.NOTE, at_ns=number, seq=number) for number in range(1, 4)]
    frame = Frame(chart_with(*marks), 0, 0, ROOM)
    assert frame.lanes == (0, 1, 2)
    apart = [Mark(kind=MarkKind.NOTE, at_ns=number * 10**13, seq=number) for number in range(3)]
    assert Frame(chart_with(*apart), 0, 0, ROOM).lanes == (0, 0, 0)
    crowd = [Mark(kind=MarkKind.NOTE, at_ns=number, seq=number) for number in range(9)]
    assert max(Frame(chart_with(*crowd), 0, 0, ROOM).lanes) == MOST_LANES - 1
    assert Frame(chart_with(), 0, 0, ROOM).lanes == ()


def test_the_row_of_marks_is_as_high_as_they_need() -> None:
    one = Frame(chart_with(Mark(kind=MarkKind.NOTE, at_ns=1, seq=1)), 0, 0, ROOM)
    marks = [Mark(kind=MarkKind.NOTE, at_ns=1, seq=number) for number in range(3)]
    assert Frame(chart_with(*marks), 0, 0, ROOM).bottom > one.bottom


def test_every_reading_is_inside_its_strip() -> None:
    for chair in (completed(), reacted(), troubled()):
        frame = Frame(course_chart(told(chair)), 0, 0, ROOM)
        for number, strip in enumerate(frame.chart.strips):
            plot = frame.strip(number)
            for stretch in strip.stretches:
                for reading in stretch:
                    point = QPointF(frame.at(reading.at_ns), level(plot, strip, reading.value))
                    assert plot.contains(point)


def test_a_moment_outside_the_chart_stands_on_its_edge() -> None:
    frame = Frame(course_chart(told(completed())), 0, 0, ROOM)
    assert frame.at(-(10**18)) == frame.left
    assert frame.at(10**18) == pytest.approx(frame.right)


def test_twelve_hours_are_drawn_and_a_moment_too() -> None:
    long = at_step(4)
    for _ in range(12):
        long.wait(60 * MINUTE)
        long.check()
    for chair in (long, at_step(1), troubled()):
        image = picture(course_chart(told(chair)))
        inked = sum(image.pixelColor(x, image.height() // 2).value() < 128 for x in range(image.width()))
        assert inked > 0


def test_a_key_longer_than_a_line_goes_on_below() -> None:
    chart = chart_with()
    assert key_height(chart, pt(200)) > key_height(chart, pt(900))
    assert key_height(replace(chart, mark_names=()), ROOM) == 0
