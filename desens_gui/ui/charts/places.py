"""Where the parts of the chart stand: head rows, one strip for each series, event row, time axis, foot."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF

from desens_gui.ui.theme import Theme
from desens_gui.views.parts.chart import ChartBody, TimeFrame

WEIGHTS = (97.0, 122.0, 83.0, 74.0)
"""Heights of the strips to each other, in the order of the view."""

WIDEST = ("188/108", "\N{MINUS SIGN}88/\N{MINUS SIGN}88")
NEAR = 6.0


class Places(Struct, frozen=True, kw_only=True):
    """All in px of the chart. `plot` holds strips and event row; x of the time frame runs over its width."""

    bags: QRectF
    steps: QRectF
    plot: QRectF
    strips: tuple[QRectF, ...]
    events: QRectF
    axis: QRectF
    foot: QRectF
    left: QRectF
    right: QRectF


def places(width: float, height: float, theme: Theme, body: ChartBody, *, foot: bool) -> Places:
    """foot: controls and legend stand below the time axis."""
    m = theme.m
    wide = m.min_width > 0
    left = _left(theme, body)
    right = _right(theme)
    row = theme.metrics("small").height() + (5 if wide else 3)
    foot_height = m.target + m.gap if foot else 0
    axis_height = theme.metrics("chart_tick").height() + 8
    event_height = 30.0 if wide else 24.0
    plot_width = round(max(40.0, width - left - right))
    top = round(2 * row + 4)
    bottom = round(height - foot_height - axis_height)
    plot = QRectF(left, top, plot_width, max(60, bottom - top))
    strips = _strips(plot.height() - event_height, len(body.strips), 6 if wide else 4)
    events_top = plot.bottom() - event_height
    return Places(
        bags=QRectF(left, 0, plot_width, round(row)),
        steps=QRectF(left, round(row), plot_width, round(row) + 2),
        plot=plot,
        strips=tuple(QRectF(left, plot.top() + at, plot_width, high) for at, high in strips),
        events=QRectF(left, events_top, plot_width, event_height),
        axis=QRectF(left, plot.bottom(), plot_width, axis_height),
        foot=QRectF(0, height - m.target, width, m.target),
        left=QRectF(0, 0, left, plot.bottom()),
        right=QRectF(plot.right(), 0, width - plot.right(), plot.bottom()),
    )


def _left(theme: Theme, body: ChartBody) -> int:
    """Names and units, then tick labels."""
    names = [theme.width(strip.name, "label_strong") for strip in body.strips]
    names += [theme.width(strip.unit, "small_plain") for strip in body.strips]
    ticks = [theme.width(text, "small") for strip in body.strips for _, text in strip.scale.ticks]
    return round(max(names, default=0.0) + NEAR + max(ticks, default=0.0) + NEAR)


def _right(theme: Theme) -> int:
    return round(max(theme.width(text, "title") for text in WIDEST) + 2 * NEAR)


def _strips(height: float, count: int, gap: int) -> list[tuple[float, float]]:
    """Top and height of each strip."""
    weights = [WEIGHTS[place % len(WEIGHTS)] for place in range(count)]
    room = height - gap * count
    found, top = [], 0.0
    for weight in weights:
        high = round(room * weight / sum(weights))
        found.append((top, float(high)))
        top += high + gap
    return found


class Along:
    """Between seconds of session time and px along the plot."""

    def __init__(self, frame: TimeFrame, left: float, width: float) -> None:
        self._x0, self._left = frame.x0, left
        self._per_second = width / (frame.x1 - frame.x0)

    def px(self, x: float) -> float:
        return self._left + (x - self._x0) * self._per_second

    def x(self, px: float) -> float:
        return self._x0 + (px - self._left) / self._per_second
