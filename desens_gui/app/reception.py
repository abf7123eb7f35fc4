"""What the program at the chair answers to a later start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desens_gui.domain.session import Session
from desens_gui.domain.stage import SettingUp
from desens_gui.session.live_session import LiveSession
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import Words

if TYPE_CHECKING:
    from desens_gui.app.door import Answer, Asked, Door


class Reception:
    """Shows the window; lets a review in only while no session is live, and closes it when one is (S9)."""

    def __init__(self, window: MainWindow, live: LiveSession, words: Words) -> None:
        self._window = window
        self._live = live
        self._words = words
        self._door: Door | None = None
        self._was_live = False

    def open(self, data: Path) -> str | None:
        """The name to leave in the lock's note; imported here: a window must stand first."""
        from desens_gui.app.door import Door

        self._door = Door(data, self.answer, self._window)
        return self._door.name

    def answer(self, asked: Asked) -> Answer:
        from desens_gui.app.door import Answer

        words = self._words
        if asked.what == "show":
            self._show()
            return Answer(True, words("Desens runs already at this workstation: its window is in front now."))
        if is_live(self._live.state):
            return Answer(
                False,
                words(
                    "A session is live at this chair: nothing else opens beside it. "
                    "Review the file at another workstation, or when this session is closed."
                ),
            )
        return Answer(True)

    def _show(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def beat(self) -> None:
        live = is_live(self._live.state)
        if live and not self._was_live and self._door is not None:
            self._door.close_reviews()
        self._was_live = live

    def close(self) -> None:
        if self._door is not None:
            self._door.close()


def is_live(state: Session) -> bool:
    """Set-up is over and the session is not."""
    return not state.is_over and not isinstance(state.stage, SettingUp)
