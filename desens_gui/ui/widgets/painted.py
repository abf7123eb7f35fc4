"""A widget that paints itself, and reports the texts that did not fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks, Theme
from desens_gui.ui.widgets.canvas import Canvas, Placed
from desens_gui.ui.widgets.spoken import tell


class Painted(QWidget):
    """Subclasses draw in `draw`. Focus belongs to real controls, so a painted part takes none."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks
        self.placed: tuple[Placed, ...] = ()
        looks.changed.connect(self.restyle)

    @property
    def theme(self) -> Theme:
        return self.looks.theme

    def restyle(self) -> None:
        """The theme changed: measure and paint anew."""
        self.updateGeometry()
        self.update()

    def draw(self, canvas: Canvas, box: QRectF) -> None:
        """Paints the whole widget; `box` is its rectangle."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.theme)
        self.draw(canvas, QRectF(self.rect()))
        painter.end()
        self.placed = tuple(canvas.placed)

    def tell(self, name: str, description: str = "") -> None:
        """What assistive technology reads for this part."""
        tell(self, name, description)

    def clipped_texts(self) -> list[str]:
        """Texts of the last paint that did not fit their box."""
        return [one.text for one in self.placed if not one.fits]

    def painted_texts(self) -> list[str]:
        return [one.text for one in self.placed]
