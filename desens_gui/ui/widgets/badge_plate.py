"""Where a badge is tapped: a scanner types its code like a keyboard and ends with Enter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.painted import Painted

LONGEST = 200
APART_MS = 500
"""A scanner types without a pause: what was typed longer ago was a person's finger (E, not published)."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class BadgePlate(Painted):
    """`tapped` carries the code, which is nowhere kept or shown. Keys that type nothing pass through."""

    tapped = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._texts = ("", "")
        self._code: list[str] = []
        self._at_ms = 0

    def render(self, title: str, sub: str) -> None:  # type: ignore[override]
        if (title, sub) != self._texts:
            self._texts = (title, sub)
            self.tell(title, sub)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._code:
            code = "".join(self._code).strip()
            self._code.clear()
            self.tapped.emit(code)
        elif event.text().isprintable() and event.text() and not event.modifiers() & _CHORD:
            self._add(event.text(), event.timestamp())
        else:
            super().keyPressEvent(event)

    def _add(self, typed: str, at_ms: int) -> None:
        if at_ms - self._at_ms > APART_MS or len(self._code) >= LONGEST:
            self._code.clear()
        self._at_ms = at_ms
        self._code.append(typed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._code.clear()
        super().focusOutEvent(event)

    def sizeHint(self) -> QSize:
        m = self.theme.m
        lines = self.theme.metrics("patient").height() + self.theme.metrics("body").height()
        return QSize(240, max(m.target, round(lines) + 2 * m.pad))

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m = self.theme.c, self.theme.m
        canvas.box(box, c.acc_tint, c.acc, radius=m.radius, width=2, dashed=True)
        side = box.height() * 0.46
        canvas.icon("person", QRectF(box.left() + m.pad, box.center().y() - side / 2, side, side), c.ink)
        room = box.adjusted(side + 2 * m.pad + 4, 0, -m.pad, 0)
        upper, lower = canvas.metrics("patient").height(), canvas.metrics("body").height()
        top = room.center().y() - (upper + lower) / 2
        canvas.text(QRectF(room.left(), top, room.width(), upper), self._texts[0], "patient", c.ink)
        canvas.text(QRectF(room.left(), top + upper, room.width(), lower), self._texts[1], "body", c.ink)
