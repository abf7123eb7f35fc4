"""The only label of the program: what it is given is what stands there, markup and all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.wording.plain import plain


class PlainLabel(QLabel):
    """`role` and `colour` are token names. Use it where text must wrap or be selected; else paint it."""

    def __init__(
        self, looks: Looks, role: str = "body", colour: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.looks = looks
        self._role, self._colour = role, colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        looks.changed.connect(self.restyle)
        self.restyle()

    def render(self, text: str) -> None:  # type: ignore[override]
        shown = plain(text)
        if shown != self.text():
            self.setText(shown)

    def use(self, role: str, colour: str) -> None:
        if (role, colour) != (self._role, self._colour):
            self._role, self._colour = role, colour
            self.restyle()

    def restyle(self) -> None:
        theme = self.looks.theme
        self.setFont(theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, getattr(theme.c, self._colour))
        self.setPalette(palette)

    def clipped_texts(self) -> list[str]:
        """Its own text, if the label is too small for it."""
        width = self.contentsRect().width()
        needed = self.heightForWidth(width) if self.wordWrap() else self.sizeHint().height()
        wide = self.fontMetrics().horizontalAdvance(max(self.text().split(" "), key=len))
        fits = needed <= self.height() + 1 and wide <= width + 1
        return [] if fits or not self.text() else [self.text()]
