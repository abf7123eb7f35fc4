"""The instruction to the person at the pump, with its running clock: the program itself moves nothing."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desens_gui.ui.widgets.canvas import Canvas, Run
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.step_card import OrderView
from desens_gui.wording.plain import plain


def draw_order(canvas: Canvas, box: QRectF, order: OrderView) -> None:
    """Instruction, clock since it was asked, and what the dose counts until the pump's state is reported."""
    c, m = canvas.theme.c, canvas.theme.m
    loud = c.high_ink if order.urgent else c.ink
    metrics = canvas.metrics("instruction")
    lines = min(2, len(wrapped(plain(order.text), canvas.theme.measure("instruction"), box.width() + 0.5)))
    clock = canvas.metrics("clock_big").height()
    counted = canvas.metrics("body")
    below = (
        len(wrapped(plain(order.counted), canvas.theme.measure("body"), box.width() + 0.5)) * counted.height()
    )
    total = lines * metrics.height() + clock + below + 2 * m.gap
    top = box.top() + max(0.0, (box.height() - total) / 3)
    canvas.paragraph(
        QRectF(box.left(), top, box.width(), lines * metrics.height()),
        order.text,
        "instruction",
        loud,
        top=True,
    )
    top += lines * metrics.height() + m.gap / 2
    runs = [Run(order.clock, "clock_big", loud), Run(order.since, "body", c.ink2, m.gap)]
    canvas.runs(QRectF(box.left(), top, box.width(), clock), runs)
    top += clock + m.gap / 2
    room = QRectF(box.left(), top, box.width(), max(counted.height(), box.bottom() - top))
    canvas.paragraph(room, order.counted, "body", c.ink2, top=True)
