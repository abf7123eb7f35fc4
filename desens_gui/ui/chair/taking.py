"""The form that takes a session over from another workstation, and whoever does it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog

from desens_gui.ui.chair.forms import Forms
from desens_gui.ui.chair.objections import Objections
from desens_gui.ui.window import MainWindow
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.panel_take_over import BY, FILE, IS_OFF, OTHER, SAID, SAID_OF, found
from desens_gui.views.parts.draft import typed
from desens_gui.views.scene import Scene

PANEL = "take_over"


class CannotTake(Exception):
    """One sentence for the person who asked."""


class Taker(Protocol):
    def look(self, file: Path) -> str:
        """Whose session it is and where it stands; CannotTake."""
        ...

    def take(self, file: Path, by: str, *, is_off: bool) -> None:
        """The program goes on with it; CannotTake."""
        ...


class Taking:
    """taker None: this window belongs to no chair."""

    def __init__(self, taker: Taker | None, window: MainWindow, forms: Forms, objections: Objections) -> None:
        self._taker = taker
        self._window = window
        self._forms = forms
        self._objections = objections

    def ask(self, intent: str, scene: Scene) -> bool:
        """Whether it was this form's."""
        if intent == "take_over:choose":
            self._choose(scene)
        elif intent == "confirm:take_over":
            self._confirm(scene)
        else:
            return False
        return True

    def _choose(self, scene: Scene) -> None:
        """In set-up only: nothing runs behind the dialog."""
        title = scene.words("Session of another workstation")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", "*.desens")
        if name:
            self._forms.use(PANEL, typed(self._forms.of(PANEL), FILE, name))
            self._look(scene)

    def _confirm(self, scene: Scene) -> None:
        draft = self._forms.of(PANEL)
        if not found(draft):
            self._look(scene)
            return
        reader = FormReader(scene, draft)
        by = reader.text(BY, scene.words("Who takes it over"))
        if reader.problems or self._taker is None:
            self._objections.unreadable("confirm:take_over", reader.problems)
            return
        try:
            self._taker.take(Path(draft.text(FILE).strip()), by, is_off=draft.choice(OTHER) == IS_OFF)
        except CannotTake as cannot:
            self._objections.say(str(cannot))

    def _look(self, scene: Scene) -> None:
        draft = self._forms.of(PANEL)
        file = draft.text(FILE).strip()
        try:
            if self._taker is None:
                raise CannotTake(scene.words("Only at a chair: this is a simulation."))
            said = self._taker.look(Path(file))
        except CannotTake as cannot:
            self._objections.say(str(cannot))
            return
        self._forms.use(PANEL, replace(draft, texts={**draft.texts, SAID: said, SAID_OF: file}))
