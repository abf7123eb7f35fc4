"""The heads of the step ladder: GIVEN and PLANNED over their own columns, units here and nowhere else."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.ladder_columns import Columns
from desens_gui.views.parts.ladder import LadderHeads


def draw_heads(canvas: Canvas, box: QRectF, heads: LadderHeads, columns: Columns, bag_width: float) -> None:
    c = canvas.theme.c
    canvas.fill(box, c.panel2)
    canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line2)
    canvas.rule(columns.divider, box.top(), columns.divider, box.bottom(), c.line2, 2)
    canvas.text(QRectF(box.left(), box.top(), bag_width, box.height()), heads.bag, "small", c.ink2, "centre")
    canvas.text(
        QRectF(columns.glyph, box.top(), columns.flag - columns.glyph, box.height()),
        heads.step,
        "small",
        c.ink2,
    )
    line = canvas.metrics("small").height()
    left, wide = columns.tag, columns.rate_right - columns.tag
    two = box.center().y() - line
    canvas.text(QRectF(left, two, wide, line), heads.rate, "small", c.ink2, "right")
    canvas.text(QRectF(left, two + line, wide, line), heads.rate_unit, "small", c.ink2, "right")
    if columns.minutes_right:
        room = QRectF(columns.rate_right, box.top(), columns.minutes_right - columns.rate_right, box.height())
        canvas.text(room, heads.minutes, "small", c.ink2, "right")
    left = columns.minutes_right or columns.rate_right
    canvas.text(
        QRectF(left, box.top(), columns.start_right - left, box.height()),
        heads.start,
        "small",
        c.ink2,
        "right",
    )
    _draw_group(
        canvas,
        box,
        heads.given,
        heads,
        columns,
        ("given", "given_total"),
        columns.start_right,
        columns.divider,
    )
    _draw_group(
        canvas, box, heads.planned, heads, columns, ("planned", "planned_total"), columns.divider, box.right()
    )


def _draw_group(
    canvas: Canvas,
    box: QRectF,
    name: str,
    heads: LadderHeads,
    columns: Columns,
    pair: tuple[str, str],
    left: float,
    right: float,
) -> None:
    c, m = canvas.theme.c, canvas.theme.m
    half = box.height() / 2
    upper = QRectF(left + m.gap / 2, box.top(), right - left - m.gap, half)
    canvas.text(upper, name, "small", c.ink, "centre")
    canvas.rule(upper.left(), upper.bottom(), upper.right(), upper.bottom(), c.line2)
    for column_name, text in zip(pair, (heads.dose, heads.total), strict=True):
        column = columns.numbers[column_name]
        room = QRectF(column.left, box.top() + half, column.right - column.left, half)
        canvas.text(room, text, "small", c.ink2, "centre")
