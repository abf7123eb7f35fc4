"""What stands typed on the screens: they keep it themselves, and it is read and emptied here."""

from __future__ import annotations

from desens_gui.ui.screens.check import CheckScreen
from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.screens.setup import SetupScreen
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.parts.draft import FormDraft

KEPT = ("setup", "note", "check")
"""Forms that stay as typed while the session goes on; every other belongs to the moment it was opened in."""


class Forms:
    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def of(self, name: str) -> FormDraft:
        screen = self._window.screen_named(name)
        return screen.draft if isinstance(screen, FormScreen) else FormDraft()

    @property
    def check(self) -> CheckDraft:
        screen = self._window.screen_named("check")
        return screen.draft if isinstance(screen, CheckScreen) else CheckDraft()

    def clear(self, name: str) -> None:
        screen = self._window.screen_named(name)
        if isinstance(screen, FormScreen | CheckScreen):
            screen.clear()

    def use(self, name: str, draft: FormDraft) -> None:
        screen = self._window.screen_named(name)
        if isinstance(screen, FormScreen):
            screen.use_draft(draft)

    def take(self, name: str, code: str) -> str:
        """A secret, once; no draft holds it."""
        screen = self._window.screen_named(name)
        return screen.form.inside.take(code) if isinstance(screen, SetupScreen) else ""

    def drop_passing(self) -> None:
        """No rate, time or order typed for one moment stands ready for the next (SAFETY S4)."""
        for name in self._window.built:
            if name not in KEPT:
                self.clear(name)
