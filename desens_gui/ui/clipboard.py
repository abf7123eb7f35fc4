"""What a person copied out of the program leaves the clipboard again after a minute."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit

from desens_gui.domain.quantities import NS_PER_SECOND

KEPT_NS = 60 * NS_PER_SECOND


class Copied(msgspec.Struct, frozen=True):
    """A text of ours on the clipboard; since_ns None until the next beat."""

    text: str
    since_ns: int | None = None


class ClipboardGuard(QObject):
    """Clears what is still ours; what another program put there is left alone."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._copied: dict[QClipboard.Mode, Copied] = {}
        clipboard.changed.connect(self._changed)

    def beat(self, now_ns: int) -> None:
        """Told the run's clock, five times a second."""
        for mode, copied in list(self._copied.items()):
            if copied.since_ns is None:
                self._copied[mode] = msgspec.structs.replace(copied, since_ns=now_ns)
            elif now_ns - copied.since_ns >= KEPT_NS:
                self._clear(mode)

    def close(self) -> None:
        """Nothing of ours outlives the program."""
        self._clipboard.changed.disconnect(self._changed)
        for mode in list(self._copied):
            self._clear(mode)

    def _changed(self, mode: QClipboard.Mode) -> None:
        self._copied.pop(mode, None)
        text = self._clipboard.text(mode)
        if text and (self._owns(mode) or text == _selected()):
            self._copied[mode] = Copied(text)

    def _owns(self, mode: QClipboard.Mode) -> bool:
        """As the platform knows it; some platforms never do."""
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()

    def _clear(self, mode: QClipboard.Mode) -> None:
        copied = self._copied.pop(mode)
        if self._clipboard.text(mode) == copied.text:
            self._clipboard.clear(mode)


def _selected() -> str:
    """What is marked in the field that has the keyboard: a copy leaves it marked."""
    field = QApplication.focusWidget()
    return field.selectedText() if isinstance(field, QLineEdit) else ""
