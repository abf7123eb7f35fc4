"""The words of an ordered row: title, sub-line, read pairs, and why the last try was refused."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desens_gui.ui.theme import Theme
from desens_gui.ui.widgets.canvas import SLACK, Canvas
from desens_gui.ui.widgets.wrapping import wrapped
from desens_gui.views.parts.ordered import OrderedRow
from desens_gui.wording.plain import plain

INSIDE = 8  # px around the words of a problem


def title_role(row: OrderedRow) -> str:
    if row.urgent:
        return "instruction"
    return "heading" if row.state == "instruction" else "title"


def sub_role(row: OrderedRow) -> str:
    return "body" if row.urgent or row.state == "instruction" else "label"


def _height(theme: Theme, text: str, role: str, width: float) -> float:
    lines = wrapped(plain(text), theme.measure(role), width + SLACK) if text else []
    return len(lines) * theme.metrics(role).height()


def text_height(theme: Theme, row: OrderedRow, width: float) -> float:
    """px that the words need when they are `width` px wide."""
    height = _height(theme, row.title, title_role(row), width) + _height(theme, row.sub, sub_role(row), width)
    height += len(row.table) * theme.metrics("label").height() + (2 if row.table else 0)
    if row.problem:
        height += _height(theme, row.problem, "label_strong", width - 2 * INSIDE) + INSIDE + 4
    return height


def draw_text(canvas: Canvas, box: QRectF, row: OrderedRow) -> None:
    """Draws the words from the top of the box."""
    theme, c = canvas.theme, canvas.theme.c
    done = row.state == "done"
    role, top, width = title_role(row), box.top(), box.width()
    ink = c.high_ink if row.urgent and not done else c.ink2 if done else c.ink
    for text, each, colour in ((row.title, role, ink), (row.sub, sub_role(row), c.ink2)):
        if text:
            place = QRectF(box.left(), top, width, _height(theme, text, each, width))
            top += canvas.paragraph(place, text, each, colour, top=True)
    if row.table:
        top = _draw_table(canvas, QRectF(box.left(), top + 2, width, 0), row)
    if row.problem:
        height = _height(theme, row.problem, "label_strong", width - 2 * INSIDE) + INSIDE
        place = QRectF(box.left(), top + 4, width, height)
        canvas.box(place, c.medium_tint, c.medium_line, radius=theme.m.radius_tag, width=2)
        canvas.paragraph(place.adjusted(INSIDE, 0, -INSIDE, 0), row.problem, "label_strong", c.ink)


def _draw_table(canvas: Canvas, box: QRectF, row: OrderedRow) -> float:
    """Returns the bottom."""
    c, line = canvas.theme.c, canvas.metrics("label").height()
    labels = max(canvas.width(pair.label, "label") for pair in row.table) + 2 * canvas.theme.m.pad
    top = box.top()
    for pair in row.table:
        canvas.text(QRectF(box.left(), top, labels, line), pair.label, "label", c.ink2)
        place = QRectF(box.left() + labels, top, box.width() - labels, line)
        canvas.text(place, pair.value, "label_strong", c.ink2 if row.state == "done" else c.ink)
        top += line
    return top
