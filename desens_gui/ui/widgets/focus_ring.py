"""The ring around whatever has the keyboard: 3 px, with a gap of 2 px, drawn outside the control."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from desens_gui.ui.theme import Looks

WIDTH, GAP = 3, 2
MARGIN = WIDTH + GAP


class FocusRing(QWidget):
    """One overlay for a whole window; follows the focus, takes no mouse and no focus itself."""

    def __init__(self, looks: Looks, window: QWidget) -> None:
        super().__init__(window)
        self.looks = looks
        self._host = window
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        looks.changed.connect(self.update)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if (around := self._there()) is not None:
            around.removeEventFilter(self)
        self._around = None
        host = self._host
        if new is not None and new is not host and host.isAncestorOf(new) and new.window() is host.window():
            self._around = new
            new.installEventFilter(self)
        self.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
        if event.type() in kinds:
            self.follow()
        return False

    def _there(self) -> QWidget | None:
        """What it stands around; a control that Qt has deleted is none."""
        around = self._around
        return around if around is not None and shiboken6.isValid(around) else None

    def follow(self) -> None:
        """Takes its place around the control, or disappears."""
        around, host = self._there(), self._host
        if around is None or not around.isVisibleTo(host):
            self.hide()
            return
        corner = around.mapTo(host, QPoint(0, 0))
        self.setGeometry(
            corner.x() - MARGIN,
            corner.y() - MARGIN,
            around.width() + 2 * MARGIN,
            around.height() + 2 * MARGIN,
        )
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.looks.theme.c.focus, WIDTH))
        half = WIDTH / 2
        radius = self.looks.theme.m.radius + GAP + half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()
