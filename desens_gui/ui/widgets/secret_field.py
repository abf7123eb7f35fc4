"""A field for a PIN: shows dots, tells nobody what is typed, and is empty once it was taken."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.field import Field
from desens_gui.ui.widgets.spoken import tell
from desens_gui.views.parts.field import FieldView


class SecretField(Field):
    """Never emits `edited`: no draft, no view and no signal carries a PIN. Leaving the screen empties it."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(looks, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(128)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def render(self, view: FieldView) -> None:  # type: ignore[override]
        """What stands typed is left alone: a view holds no PIN."""
        if view != self.view:
            self.view = view
            tell(self, view.name, view.words)
            self.update()

    def take(self) -> str:
        """What was typed, once."""
        typed = self.text()
        self.wipe()
        return typed

    def hideEvent(self, event: QHideEvent) -> None:
        self.wipe()
        super().hideEvent(event)

    def _typed(self, text: str) -> None:
        """Nobody is told."""

    def sizeHint(self) -> QSize:
        return QSize(160, self.looks.theme.m.field)

    def clipped_texts(self) -> list[str]:
        return []
