"""The small framed name of a key, beside what it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF

from desens_gui.ui.widgets.canvas import Canvas

PAD = 6.0


def key_cap_width(metrics: QFontMetricsF, key: str) -> float:
    """0 for no key; never narrower than it is high."""
    return max(metrics.horizontalAdvance(key) + 2 * PAD, metrics.height() + 4) if key else 0.0


def draw_key_cap(canvas: Canvas, right: float, middle: float, key: str, ink: QColor, edge: QColor) -> float:
    """Draws the cap with its right edge at `right`; returns its width."""
    if not key:
        return 0.0
    metrics = canvas.metrics("small")
    width, height = key_cap_width(metrics, key), metrics.height() + 4
    box = QRectF(round(right - width), round(middle - height / 2), round(width), round(height))
    canvas.box(box, edge=edge, radius=canvas.theme.m.radius_tag + 1)
    canvas.text(box, key, "small", ink, "centre")
    return width
