"""One of a list, each row a target as a whole: name, what it comes to, how long it takes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.pressable import Pressable
from desens_gui.views.parts.setup import PickRow, PickView
from desens_gui.wording.plain import plain

EDGE = 3  # px of the bar before the chosen row


class PickRowButton(Pressable):
    """`stepped` asks for the neighbour, -1 or 1."""

    stepped = Signal(int)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.setCheckable(True)
        self.view = PickRow(code="", title="")

    def render(self, view: PickRow) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.setChecked(view.chosen)
        self.tell(view.title, ", ".join(text for text in (view.sub, view.note) if text))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    @property
    def row_height(self) -> int:
        lines = self.theme.metrics("strong").height() + self.theme.metrics("label").height()
        return max(self.theme.m.target, round(lines) + 8)

    def sizeHint(self) -> QSize:
        wide = self.theme.width(plain(self.view.title), "strong") + self.theme.width(
            plain(self.view.note), "strong"
        )
        return QSize(round(wide) + 60, self.row_height)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m, view = self.theme.c, self.theme.m, self.view
        if view.chosen or self.isDown():
            canvas.fill(box, c.acc_tint)
        elif self.underMouse():
            canvas.fill(box, c.panel2)
        if view.chosen:
            canvas.fill(QRectF(box.left(), box.top(), EDGE, box.height()), c.acc)
        canvas.rule(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c.line)
        side = float(m.icon)
        ring = QRectF(box.left() + m.pad, box.center().y() - side / 2, side, side)
        edge = c.line2 if view.locked and not view.chosen else c.acc
        canvas.box(ring, None, edge, radius=side / 2, width=2, dashed=view.locked)
        if view.chosen:
            inner = side * 0.24
            canvas.box(ring.adjusted(inner, inner, -inner, -inner), c.acc, radius=side)
        ink = c.ink3 if view.locked and not view.chosen else c.ink
        left, right = ring.right() + m.pad, box.right() - m.pad
        note = canvas.text(
            QRectF(left, box.top(), right - left, box.height()), view.note, "strong", ink, "right"
        )
        self._draw_words(canvas, QRectF(left, box.top(), right - left - note - m.gap, box.height()))

    def _draw_words(self, canvas: Canvas, room: QRectF) -> None:
        c, view = self.theme.c, self.view
        ink = c.ink3 if view.locked and not view.chosen else c.ink
        upper, lower = canvas.metrics("strong").height(), canvas.metrics("label").height()
        top = room.center().y() - (upper + (lower if view.sub else 0)) / 2
        canvas.text(QRectF(room.left(), top, room.width(), upper), view.title, "strong", ink)
        if view.sub:
            below = QRectF(room.left(), top + upper, room.width(), lower)
            canvas.text(below, view.sub, "label", c.ink2)


class PickList(Painted):
    """`chosen` carries the code of the list and of the row; arrow keys move inside."""

    chosen = Signal(str, str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view = PickView(code="", name="", rows=())
        self.rows: list[PickRowButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def render(self, view: PickView) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.tell(view.name, view.problem)
        while len(self.rows) < len(view.rows):
            row = PickRowButton(self.looks, self)
            row.clicked.connect(self._pressed)
            row.stepped.connect(self._step)
            self.rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(view.rows))
            if number < len(view.rows):
                row.render(view.rows[number])

    @property
    def height_wanted(self) -> int:
        return sum(row.row_height for row in self.rows[: len(self.view.rows)])

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, PickRowButton):
            self.chosen.emit(self.view.code, row.view.code)

    def _step(self, step: int) -> None:
        at = next((number for number, each in enumerate(self.rows) if each.hasFocus()), 0)
        self.rows[(at + step) % len(self.view.rows)].setFocus(Qt.FocusReason.TabFocusReason)
