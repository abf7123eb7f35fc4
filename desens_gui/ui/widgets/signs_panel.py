"""Every sign of one organ system, in the place of the symptom rows; nothing floats over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.answer_button import AnswerButton
from desens_gui.ui.widgets.canvas import Canvas
from desens_gui.ui.widgets.painted import Painted
from desens_gui.ui.widgets.sign_chip import SignChip
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.check import SystemRow

ACROSS = 4
CHIP_HEIGHT = 60


class SignsPanel(Painted):
    """`tapped` carries system, sign and severity; `closed` asks to take the panel away (button or Esc)."""

    tapped = Signal(str, str, str)
    closed = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.view: SystemRow | None = None
        self.chips: list[SignChip] = []
        self.close_button = AnswerButton(looks, self)
        self.close_button.intent.connect(self.closed)
        self.hide()

    def render(self, view: SystemRow) -> None:  # type: ignore[override]
        if view == self.view:
            return
        self.view = view
        self.tell(view.panel_title or view.label)
        close = view.panel_close or view.more
        self.close_button.render(ActionView(intent="close", label=close.label))
        every = (*view.chips, *view.further)
        while len(self.chips) < len(every):
            chip = SignChip(self.looks, self)
            chip.tapped.connect(self._tap)
            self.chips.append(chip)
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < len(every))
            if number < len(every):
                chip.render(every[number])
        self._place()
        self.update()

    def _tap(self, sign: str, severity: str) -> None:
        if self.view is not None:
            self.tapped.emit(self.view.code, sign, severity)

    def shown_chips(self) -> list[SignChip]:
        return [chip for chip in self.chips if not chip.isHidden()]

    def event(self, event: QEvent) -> bool:
        """Esc closes the panel and is not a shortcut of the window while it is open."""
        override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    @property
    def _head(self) -> int:
        return self.theme.m.target + 2 * self.theme.m.gap

    def _place(self) -> None:
        m = self.theme.m
        close = max(96, self.close_button.sizeHint().width())
        self.close_button.setGeometry(self.width() - m.pad - close, m.gap, close, m.target)
        width = (self.width() - 2 * m.pad - m.gap * (ACROSS - 1)) // ACROSS
        for number, chip in enumerate(self.shown_chips()):
            row, column = divmod(number, ACROSS)
            left = m.pad + column * (width + m.gap)
            chip.setGeometry(left, self._head + m.gap + row * (CHIP_HEIGHT + m.gap), width, CHIP_HEIGHT)

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        c, m = self.theme.c, self.theme.m
        canvas.fill(box, c.panel)
        head = QRectF(box.left(), box.top(), box.width(), self._head)
        canvas.fill(head, c.acc_tint)
        canvas.fill(QRectF(box.left(), box.top(), 4, self._head), c.acc)
        canvas.rule(box.left(), head.bottom() - 1, box.right(), head.bottom() - 1, c.line)
        if self.view is not None:
            room = head.adjusted(m.pad + 4, 0, -m.pad - self.close_button.width() - m.gap, 0)
            canvas.paragraph(room, self.view.panel_title or self.view.label, "title", c.ink)
