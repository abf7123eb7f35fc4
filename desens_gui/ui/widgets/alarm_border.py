"""A border around the whole window in the colour of the alarm: for a room in which it cannot be heard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.views.parts.alarm import AlarmStripView

WIDTH = 6


class AlarmBorder(QWidget):
    """Lies over everything, takes no mouse and no focus; flashes with the edge of the strip."""

    def __init__(self, looks: Looks, frame: QWidget) -> None:
        super().__init__(frame)
        self.looks = looks
        self._frame = frame
        self._view = AlarmStripView(title="")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        looks.changed.connect(self.update)

    def render(self, view: AlarmStripView) -> None:  # type: ignore[override]
        before, self._view = self._view, view
        self.setVisible(view.silent)
        if view.silent and (before.level, before.edge_on) != (view.level, view.edge_on):
            self.update()

    def follow(self) -> None:
        """As large as the frame, above whatever came since."""
        self.setGeometry(self._frame.rect())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        c, view = self.looks.theme.c, self._view
        painter = QPainter(self)
        box = QRectF(self.rect())
        for width, colour in ((WIDTH, getattr(c, view.level)), (WIDTH / 2, c.ink if view.edge_on else None)):
            if colour is not None:
                painter.fillRect(QRectF(0, 0, box.width(), width), colour)
                painter.fillRect(QRectF(0, box.height() - width, box.width(), width), colour)
                painter.fillRect(QRectF(0, 0, width, box.height()), colour)
                painter.fillRect(QRectF(box.width() - width, 0, width, box.height()), colour)
        painter.end()
