"""What every screen is: a widget that renders its view and passes on what a person asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks


class Screen(QWidget):
    """`intent` is a code, `edited` code and text of a field, `chosen` code of a choice and of its option."""

    intent = Signal(str)
    edited = Signal(str, str)
    entered = Signal(str)
    chosen = Signal(str, str)
    explained = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes when the screen opens; None leaves it to the primary action."""
        return None
