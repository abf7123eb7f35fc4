"""The one window: the frame, the screens by name, and the keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow

from desens_gui.ui.frame import BedsideFrame
from desens_gui.ui.keys import AGAIN_NS, ALWAYS, PRIMARY_KEY, REACTION_KEYS, SHORTCUTS, sign_of
from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.views.parts.frame import FrameView

LEAST = (1280, 700)
PRESSES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.Wheel,
)
Now = Callable[[], int]


class MainWindow(QMainWindow):
    """Screens are built when first shown. `now` gives ns of the run's clock; `on_close` may refuse."""

    intent = Signal(str)
    edited = Signal(str, str)
    entered = Signal(str)
    chosen = Signal(str, str)
    explained = Signal(str)
    touched = Signal()
    """Somebody pressed a key, a button or the screen; a mouse that only moved is no one."""

    def __init__(self, looks: Looks, now: Now, on_close: Callable[[], bool]) -> None:
        super().__init__()
        self.looks = looks
        self._now = now
        self._on_close = on_close
        self._factories: dict[str, Callable[[Looks], Screen]] = {}
        self._screens: dict[str, Screen] = {}
        self._primary_at: int | None = None
        self.setMinimumSize(*LEAST)
        self.frame = BedsideFrame(looks, self)
        self.setCentralWidget(self.frame)
        self.frame.intent.connect(self._ask)
        self.frame.explained.connect(self.explained)
        for key in SHORTCUTS:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
            shortcut.activated.connect(partial(self.press_key, key))

    # ---- screens

    def add_screen(self, name: str, build: Callable[[Looks], Screen]) -> None:
        self._factories[name] = build

    def screen_named(self, name: str) -> Screen:
        """The screen, built now if this is the first time it is asked for. An unknown name is a KeyError."""
        screen = self._screens.get(name)
        if screen is None:
            screen = self._screens[name] = self._factories[name](self.looks)
            screen.intent.connect(self._ask)
            screen.edited.connect(self.edited)
            screen.entered.connect(self.entered)
            screen.chosen.connect(self.chosen)
            screen.explained.connect(self.explained)
            self.frame.content.addWidget(screen)
        return screen

    @property
    def built(self) -> tuple[str, ...]:
        """The screens that were shown or asked for so far."""
        return tuple(self._screens)

    def show_screen(self, name: str) -> Screen:
        screen = self.screen_named(name)
        if self.frame.content.currentWidget() is not screen:
            self.frame.content.setCurrentWidget(screen)
            (screen.first_focus() or self.frame.action_bar.primary).setFocus()
        return screen

    def render_frame(self, view: FrameView) -> None:
        self.frame.render(view)

    # ---- what a person asks for

    def _ask(self, intent: str) -> None:
        primary = self.frame.action_bar.view.primary
        if primary is not None and intent == primary.intent and self._too_soon():
            return
        self.intent.emit(intent)

    def _too_soon(self) -> bool:
        """Whether the primary action was asked for less than a second ago."""
        now, last = self._now(), self._primary_at
        if last is not None and 0 <= now - last < AGAIN_NS:
            return True
        self._primary_at = now
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and letters come here only when no field took them."""
        sign = sign_of(event.text())
        if not sign or event.isAutoRepeat() or not self.press_key(sign):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        handle.removeEventFilter(self)
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What comes from outside comes through the window's handle, wherever it goes from there."""
        if event.type() in PRESSES:
            self.touched.emit()
        return False

    def press_key(self, key: str) -> bool:
        """REACTION first and always; else the action on screen with this key; else the table."""
        button = None if key in REACTION_KEYS else self._button_with(key)
        if button is not None:
            button.click()
        elif key in ALWAYS:
            self.intent.emit(ALWAYS[key])
        return button is not None or key in ALWAYS

    def _button_with(self, key: str) -> ActionButton | None:
        """The action on screen that names this key; the bar first, then the screen."""
        bar = self.frame.action_bar.buttons()
        if key == PRIMARY_KEY and self.frame.action_bar.primary in bar:
            bar = (self.frame.action_bar.primary, *bar)
        screen = self.frame.content.currentWidget()
        inside = screen.findChildren(ActionButton) if screen is not None else []
        every = (*bar, *self.frame.alarm.buttons, *(button for button in inside if button.isVisibleTo(self)))
        return next((each for each in every if each.view.key == key and not each.isHidden()), None)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._on_close():
            event.accept()
        else:
            event.ignore()
