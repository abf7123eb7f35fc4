"""The chart of a course in ink: bags and steps behind, vital signs over them, events and times below."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter, QPen

from desens_gui.handover.chart import Chart
from desens_gui.handover.document import Diagram, Run
from desens_gui.ui.paper.chart_bands import draw_bands
from desens_gui.ui.paper.chart_frame import TIME_ROW, Frame
from desens_gui.ui.paper.chart_marks import draw_key, draw_marks, key_height
from desens_gui.ui.paper.chart_strips import draw_strip
from desens_gui.ui.paper.lines import paragraph
from desens_gui.ui.paper.look import GRID, QUIET, Type, font, pt, width
from desens_gui.ui.paper.piece import Piece, stacked

BELOW = pt(2)


def diagram_piece(block: Diagram, room: float) -> Piece:
    """The chart with its key; one strip of the page, never cut."""
    chart = block.chart
    height = Frame(chart, 0, 0, room).bottom
    marks = key_height(chart, room)
    text = stacked(paragraph([Run(text=block.key, quiet=True)], room, Type.SMALL))

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chart(painter, chart, x, y, room)
        painter.restore()
        draw_key(painter, chart, x, y + height, room)
        text.draw(painter, x, y + height + marks)

    return Piece(height=height + marks + text.height + BELOW, draw=draw)


def draw_chart(painter: QPainter, chart: Chart, x: float, y: float, room: float) -> None:
    frame = Frame(chart, x, y, room)
    draw_bands(painter, frame)
    _times(painter, frame)
    for number, strip in enumerate(chart.strips):
        draw_strip(painter, frame, strip, frame.strip(number))
    draw_marks(painter, frame)


def _times(painter: QPainter, frame: Frame) -> None:
    """A faint line down all strips at every round time, its number below."""
    base = frame.marks_bottom + TIME_ROW - pt(3)
    for tick in frame.chart.times:
        at = frame.at(tick.at_ns)
        painter.setPen(QPen(GRID, pt(0.5)))
        painter.drawLine(QLineF(at, frame.strips_top, at, frame.strips_bottom))
        painter.setPen(QUIET)
        painter.setFont(font(Type.TICK))
        half = width(tick.label, Type.TICK) / 2
        left = min(max(at - half, frame.left), frame.right - 2 * half)
        painter.drawText(QPointF(left, base), tick.label)
