"""The keyboard of the person at the chair: every key goes to whatever has the focus, as it would."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desens_gui.ui.window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, SPACE, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Escape
F2, F3, F4, F5, F6, F7 = (
    Qt.Key.Key_F2,
    Qt.Key.Key_F3,
    Qt.Key.Key_F4,
    Qt.Key.Key_F5,
    Qt.Key.Key_F6,
    Qt.Key.Key_F7,
)
F8, F9, F10, F11, F12 = (
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
    Qt.Key.Key_F10,
    Qt.Key.Key_F11,
    Qt.Key.Key_F12,
)


class Keyboard:
    """`pressed` are the keys so far, without text typed into a field."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.pressed: list[str] = []

    def focus(self) -> QWidget:
        """What has the keyboard; a test fails where it is lost."""
        widget = self.window.focusWidget()
        assert widget is not None, "the keyboard is lost"
        assert widget.isVisibleTo(self.window), "the keyboard is on something hidden"
        return widget

    @property
    def focus_name(self) -> str:
        return self.focus().accessibleName()

    @property
    def code(self) -> str:
        """The code of the field that has the keyboard."""
        focus = self.focus()
        return str(focus.view.code) if isinstance(focus, QLineEdit) else ""  # type: ignore[attr-defined]

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self.pressed.append(Qt.Key(key).name)
            QTest.keyClick(self.focus(), key, held)
            QCoreApplication.processEvents()

    def keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.key(key)

    def press(self, sign: str) -> None:
        """A digit or a letter that is no text: an answer."""
        self.pressed.append(sign)
        QTest.keyClicks(self.focus(), sign)
        QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        assert isinstance(self.focus(), QLineEdit), f"{self.focus_name!r} takes no text"
        QTest.keyClicks(self.focus(), text)

    def enter(self, text: str) -> None:
        """Typed, then Enter: to the next field, or handed in."""
        self.type(text)
        self.key(ENTER)

    def tab_to(self, name: str, most: int = 60) -> QWidget:
        """Tab until that control has the keyboard."""
        for _ in range(most):
            focus = self.focus()
            if focus.accessibleName() == name or (isinstance(focus, QLineEdit) and focus.view.code == name):  # type: ignore[attr-defined]
                return focus
            self.key(TAB)
        raise AssertionError(f"Tab never comes to {name!r}")

    def choose(self, name: str) -> None:
        self.tab_to(name)
        self.key(SPACE)
