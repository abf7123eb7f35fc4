"""A real button that paints itself: focus, keys and assistive technology as any button has."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desens_gui.ui.theme import Looks, Theme
from desens_gui.ui.widgets.canvas import Canvas, Placed
from desens_gui.ui.widgets.spoken import tell


class Pressable(QAbstractButton):
    """Never carries Qt's own text, so no `&` in data becomes a shortcut. Checked only when a view says so."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks
        self.placed: tuple[Placed, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        looks.changed.connect(self.restyle)

    @property
    def theme(self) -> Theme:
        return self.looks.theme

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        """Paints the whole button; `box` is its rectangle."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.theme)
        self.draw(canvas, QRectF(self.rect()))
        painter.end()
        self.placed = tuple(canvas.placed)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def nextCheckState(self) -> None:
        """A press asks; only the next view model answers."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.m.target, self.theme.m.target)

    def tell(self, name: str, description: str = "") -> None:
        tell(self, name, description)

    def clipped_texts(self) -> list[str]:
        return [one.text for one in self.placed if not one.fits]

    def painted_texts(self) -> list[str]:
        return [one.text for one in self.placed]
