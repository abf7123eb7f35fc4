"""One thing to do in an order: its number or tick, its words, and what a person types or presses for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.controls import Controls, Replies
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.row_text import draw_text, text_height
from desens_gui.views.parts.ordered import OrderedRow

ACTION = (150, 190)  # px: narrow, wide
FIELD = (132, 178)
SEGMENT = 84
GRID = 3  # fields side by side under the words
BAR = 4


class OrderedRowWidget(Painted):
    def __init__(self, looks: Looks, replies: Replies, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = OrderedRow(code="", title="")
        self._controls = Controls(looks, self, replies)
        self.grid: list[QWidget] = []
        self.right: list[QWidget] = []

    def render(self, view: OrderedRow) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        fields = self._controls.fields((*view.grid, *view.fields))
        self.grid = list(fields[: len(view.grid)])
        choices = self._controls.choices((view.choice,))
        actions = self._controls.actions((view.action,))
        self.right = [*fields[len(view.grid) :], *choices, *actions]
        self.tell(f"{view.number} {view.title}", f"{view.sub} {view.problem}")
        self._place()
        self.update()

    def stops(self) -> list[QWidget]:
        """In the order of Tab: everything to type and choose, then the button."""
        if self.view.action:
            return [*self.right[:-1], *self.grid, self.right[-1]]
        return [*self.right, *self.grid]

    # ---- places

    @property
    def _circle(self) -> int:
        return self.theme.m.icon + (14 if self.view.urgent else 10)

    def _text_left(self) -> int:
        return self.theme.m.pad + self.theme.m.icon + 14 + self.theme.m.pad

    def _widths(self) -> list[int]:
        wide = self.theme.m.min_width > 0
        choice = SEGMENT * len(self.view.choice.options) if self.view.choice else 0
        action = ACTION[wide] + (30 if self.view.urgent else 0)
        if self.view.action and self.view.action.kind == "primary":
            action = max(action, self.right[-1].sizeHint().width())
        elif self.view.action:
            button = self.right[-1]
            assert isinstance(button, ActionButton)
            action = max(action, button.least_width(narrow=1))
        return [
            *[FIELD[wide]] * len(self.view.fields),
            *([choice] if choice else []),
            *([action] if self.view.action else []),
        ]

    def _text_width(self, width: float) -> float:
        m = self.theme.m
        right = sum(own + m.gap for own in self._widths())
        return width - self._text_left() - m.pad - (right + m.gap if right else 0)

    def _right_height(self) -> int:
        heights = [max(self.theme.m.field, each.sizeHint().height()) for each in self.right]
        if self.view.urgent and self.view.action:
            heights.append(60)
        return max(heights, default=0)

    def _upper(self, width: float) -> float:
        """Height of words and controls beside each other."""
        words = text_height(self.theme, self.view, self._text_width(width))
        return max(words, self._right_height(), self._circle)

    def _grid_line(self) -> float:
        return self.theme.metrics("label_strong").height() + self.theme.m.field + 6

    def _grid_height(self) -> float:
        rows = -(-len(self.view.grid) // GRID)
        return rows * self._grid_line() + rows * 4

    def least_height(self, width: float) -> float:
        return self._upper(width) + self._grid_height() + 6

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def _top(self) -> float:
        return max(3.0, (self.height() - self._upper(self.width()) - self._grid_height()) / 2)

    def _place(self) -> None:
        m, high = self.theme.m, self._right_height()
        upper = self._upper(self.width())
        left = self.width() - m.pad - sum(own + m.gap for own in self._widths()) + m.gap
        for widget, width in zip(self.right, self._widths(), strict=True):
            height = high if widget is self.right[-1] and self.view.action else m.field
            widget.setGeometry(left, round(self._top() + (upper - height) / 2), width, height)
            left += width + m.gap
        start = self._text_left()
        each = (self.width() - start - m.pad - m.gap * (GRID - 1)) // GRID
        for number, field in enumerate(self.grid):
            row, column = divmod(number, GRID)
            top = self._top() + upper + row * (self._grid_line() + 4) + self._grid_line() - m.field
            field.setGeometry(start + column * (each + m.gap), round(top), each, m.field)

    # ---- painting

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, view = self.theme.c, self.view
        if view.state == "current" and not view.urgent:
            canvas.fill(box, c.acc_tint)
            canvas.fill(QRectF(box.left(), box.top(), BAR, box.height()), c.acc)
        canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line)
        upper = QRectF(box.left(), self._top(), box.width(), self._upper(self.width()))
        self._draw_circle(canvas, upper)
        width = self._text_width(self.width())
        height = text_height(self.theme, view, width)
        top = upper.center().y() - height / 2
        draw_text(canvas, QRectF(self._text_left(), top, width, height), view)
        for field, own in zip(self.grid, view.grid, strict=True):
            line = canvas.metrics("label_strong").height()
            place = QRectF(field.x(), field.y() - line - 4, field.width(), line)
            canvas.text(place, own.name, "label_strong", c.ink)

    def _draw_circle(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view, side = self.theme.c, self.theme.m, self.view, float(self._circle)
        middle = m.pad + (m.icon + 14) / 2
        disc = QRectF(middle - side / 2, box.center().y() - side / 2, side, side)
        if view.state == "done":
            canvas.box(disc, c.ink3, radius=side / 2)
            canvas.icon("tick", disc.adjusted(6, 6, -6, -6), c.panel, 3.0)
            return
        fill: QColor | None = None
        edge, ink = c.line2, c.ink
        if view.urgent:
            fill, ink = c.high, c.on_high
        elif view.state == "current":
            fill, ink = c.acc_fill, c.on_acc
        elif view.state == "instruction":
            edge = c.ink
        canvas.box(disc, fill, None if fill else edge, radius=side / 2, width=1.6)
        canvas.text(disc, view.number, "strong", ink, "centre")
