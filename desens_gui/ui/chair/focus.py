"""Where the keyboard goes when what it was on is gone, or when the session asks for something else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desens_gui.ui.screens.form_screen import leaves
from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.window import MainWindow


class Focus:
    """Asked after each rendering. Whoever types into a field that is still there is left alone."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._asks = ""
        self._had_first = False

    def now(self) -> QWidget | None:
        """What has the keyboard, before a rendering: Qt gives it to the next best when that is hidden."""
        return self._window.focusWidget()

    def follow(self, screen: Screen, asks: str, before: QWidget | None) -> None:
        """asks: a name for what the screen asks for now; another one leads the keyboard there.

        So does a first field that was not there before, for a keyboard that waits on the action bar.
        """
        has_first = screen.first_focus() is not None
        appeared = has_first and not self._had_first and before in self._window.frame.action_bar.buttons()
        other = asks != self._asks
        self._asks, self._had_first = asks, has_first
        if other or appeared or not self._stands(before):
            self.lead(screen)

    def lead(self, screen: Screen) -> None:
        """The screen's own first control, else the primary action, else whatever the bar still offers."""
        first, bar = screen.first_focus(), self._window.frame.action_bar
        rest = bar.buttons()
        target = next(iter(leaves(first)), None) if first is not None else None
        target = target or (bar.primary if bar.primary in rest else next(iter(rest), None))
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stands(self, widget: QWidget | None) -> bool:
        return widget is not None and widget is not self._window and widget.isVisibleTo(self._window)
