"""The texts around the drawing area: bags and steps above, names left, readings right, times below."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desens_gui.ui.charts.back import hatch
from desens_gui.ui.charts.places import NEAR, Along, Places
from desens_gui.ui.theme import Theme
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.views.parts.chart import (
    ChartBody,
    ChartView,
    ReadoutView,
    StepBandView,
    StripView,
    TimeFrame,
    TimeTick,
)
from desens_gui.wording.plain import plain

APART = 8.0  # px at least between two labels of the time axis


def labelled(frame: TimeFrame, width: float, theme: Theme) -> tuple[TimeTick, ...]:
    """Every tick where all labels have room, else those that keep their label."""
    if len(frame.ticks) < 2:
        return frame.ticks
    step = (frame.ticks[1].x - frame.ticks[0].x) * width / (frame.x1 - frame.x0)
    widest = max(theme.width(tick.text, "chart_tick") for tick in frame.ticks)
    return frame.ticks if step >= widest + APART else tuple(tick for tick in frame.ticks if tick.major)


def _along(view: ChartView, at: Places) -> Along:
    return Along(view.frame, at.plot.left(), at.plot.width())


def _span(along: Along, x0: float, x1: float, row: QRectF) -> QRectF:
    """Cut to the row; empty where it lies outside."""
    left = max(row.left(), float(round(along.px(x0))))
    right = min(row.right(), float(round(along.px(x1))))
    return QRectF(left, row.top(), max(0.0, right - left), row.height())


# ---- above


def draw_heads(canvas: Canvas, view: ChartView, at: Places) -> None:
    c, along = canvas.theme.c, _along(view, at)
    row = QRectF(at.left.left(), at.steps.top(), at.left.width() - NEAR, at.steps.height())
    canvas.text(row, view.body.step_label, "small_plain", c.ink2)
    tints = (c.bag1, c.bag2, c.bag3)
    for bag in view.bands.bags:
        box = _span(along, bag.x0, bag.x1, at.bags.united(at.steps))
        canvas.fill(box, tints[bag.tint])
        room = QRectF(box.left() + 4, at.bags.top(), box.width() - 6, at.bags.height())
        for text in bag.texts:
            if canvas.width(text, "small") <= room.width():
                canvas.text(room, text, "small", c.ink)
                break
    used = [
        plate
        for x0, x1 in view.bands.stopped
        if (plate := _draw_stopped(canvas, _span(along, x0, x1, at.steps), view.body.stopped_label))
    ]
    order = sorted(view.bands.steps, key=lambda step: (step.state != "current", step.state != "next"))
    for step in order:
        _draw_step(canvas, _span(along, step.x0, step.x1, at.steps), step, used)


def _draw_step(canvas: Canvas, box: QRectF, step: StepBandView, used: list[QRectF]) -> None:
    c = canvas.theme.c
    wide = canvas.width(step.text, "small")
    if box.width() <= 0:
        return
    if step.state == "done":
        if box.width() > 2:
            canvas.rule(box.left(), box.top(), box.left(), box.bottom() - 1, c.panel)
    else:
        least = max(box.width(), wide + 5)
        frame = QRectF(box.left(), box.top() + 1, least, box.height() - 2)
        dashed = step.state == "next"
        canvas.box(frame, c.panel if dashed else None, c.acc if dashed else c.ink, width=2, dashed=dashed)
        box = frame
    label = QRectF(box.center().x() - wide / 2 - 1, box.top(), wide + 2, box.height())
    crowded = step.state == "done" and wide > box.width() - 1
    if crowded or any(label.intersects(each) for each in used):
        return
    used.append(label)
    ink = c.acc if step.state == "next" else c.ink
    canvas.text(label, step.text, "small", ink, "centre")


def _draw_stopped(canvas: Canvas, box: QRectF, text: str) -> QRectF | None:
    """The place of its word, where there is room for one."""
    c = canvas.theme.c
    if box.width() <= 1:
        return None
    hatch(canvas.painter, box, c.high_ink, rising=True)
    wide = canvas.width(text, "small")
    if wide + 8 > box.width():
        return None
    plate = QRectF(box.center().x() - wide / 2 - 4, box.top() + 2, wide + 8, box.height() - 4)
    canvas.fill(plate, c.panel)
    canvas.text(plate, text, "small", c.high_ink, "centre")
    return plate


# ---- left


def draw_names(canvas: Canvas, body: ChartBody, at: Places) -> None:
    c = canvas.theme.c
    for strip, box in zip(body.strips, at.strips, strict=False):
        _draw_name(canvas, strip, box, at)
        _draw_ticks(canvas, strip, box, at)
    row = QRectF(at.left.left(), at.events.top(), at.left.width() - NEAR, at.events.height())
    canvas.text(row, body.event_label, "small_plain", c.ink2)


def _draw_name(canvas: Canvas, strip: StripView, box: QRectF, at: Places) -> None:
    c = canvas.theme.c
    lines = [(strip.name, "label_strong", c.ink), (strip.unit, "small_plain", c.ink2)]
    if strip.scale.note:
        lines.append((strip.scale.note, "small_plain", c.ink2))
    high = [canvas.metrics(role).height() for _, role, _ in lines]
    top = box.center().y() - sum(high) / 2
    for (text, role, colour), height in zip(lines, high, strict=True):
        canvas.text(QRectF(at.left.left(), top, at.left.width() - NEAR, height), text, role, colour)
        top += height


def _draw_ticks(canvas: Canvas, strip: StripView, box: QRectF, at: Places) -> None:
    c, high = canvas.theme.c, canvas.metrics("chart_tick").height()
    taken: list[float] = []
    bold = [(limit.y, limit.tick, "small", c.ink) for limit in strip.limits]
    usual = [(value, text, "chart_tick", c.ink2) for value, text in strip.scale.ticks]
    for value, text, role, colour in (*bold, *usual):
        share = (value - strip.scale.low) / (strip.scale.high - strip.scale.low)
        if not 0 <= share <= 1:
            continue
        y = box.bottom() - share * box.height()
        top = min(max(y - high / 2, box.top()), box.bottom() - high)
        if any(abs(top - other) < high * 0.9 for other in taken):
            continue
        taken.append(top)
        room = QRectF(at.left.left(), top, at.left.width() - NEAR, high)
        canvas.text(room, text, role, colour, "right")


# ---- right


def draw_readout(canvas: Canvas, view: ReadoutView, at: Places) -> None:
    c = canvas.theme.c
    room = at.right.adjusted(NEAR, 0, 0, 0)
    canvas.text(QRectF(room.left(), at.bags.top(), room.width(), at.bags.height()), view.time, "small", c.ink)
    note = QRectF(room.left(), at.steps.top(), room.width(), at.steps.height())
    canvas.text(note, view.note, "small_plain", c.ink2)
    for cell, box in zip(view.cells, at.strips, strict=False):
        lines = [
            (cell.value, "title", c.ink),
            (cell.change, "small_plain", c.ink2),
            (cell.time, "small_plain", c.ink2),
        ]
        lines = [line for line in lines if line[0]]
        high = [canvas.metrics(role).height() for _, role, _ in lines]
        top = box.center().y() - sum(high) / 2
        for (text, role, colour), height in zip(lines, high, strict=True):
            canvas.text(QRectF(room.left(), top, room.width(), height), text, role, colour)
            top += height


# ---- below


def draw_axis(canvas: Canvas, view: ChartView, at: Places) -> None:
    """Times of day; the plates of now and of the crosshair take the place of labels under them."""
    c, along, row = canvas.theme.c, _along(view, at), at.axis
    plates: list[QRectF] = []
    for line in (view.cursor, view.now):
        if line is None or not view.frame.x0 <= line.x <= view.frame.x1:
            continue
        wide = canvas.width(line.text, "small") + 14
        left = min(max(along.px(line.x) - wide / 2, 0.0), at.right.right() - wide)
        plate = QRectF(left, row.top() + 1, wide, row.height() - 3)
        if any(plate.intersects(each) for each in plates):
            continue
        plates.append(plate)
        canvas.box(plate, c.acc_fill, radius=canvas.theme.m.radius_tag)
        canvas.text(plate, line.text, "small", c.on_acc, "centre")
    for tick in labelled(view.frame, row.width(), canvas.theme):
        wide = canvas.width(plain(tick.text), "chart_tick")
        box = QRectF(along.px(tick.x) - wide / 2 - 1, row.top() + 2, wide + 2, row.height() - 4)
        if not any(box.adjusted(-3, 0, 3, 0).intersects(each) for each in plates):
            canvas.text(box, tick.text, "chart_tick", c.ink2, "centre")
