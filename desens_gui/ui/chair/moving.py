"""The form that hands a session over to another workstation, and whoever carries it there."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desens_gui.domain.recorded import Actor
from desens_gui.ui.chair.forms import Forms
from desens_gui.ui.chair.objections import Objections
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.panel_move import COPY, FOLDER, HOW, TO
from desens_gui.views.scene import Scene

CONFIRM = "confirm:move"


class Carrier(Protocol):
    """Writes the copy and closes the part."""

    @property
    def said(self) -> str:
        """What a person is told now; "" while there is nothing to tell."""
        ...

    def begin(self, folder: Path, to: str, actor: Actor) -> None:
        """Copy it there, then close it here."""
        ...

    def beat(self) -> None:
        """Go on with what was begun."""
        ...


class Moving:
    """carrier None: a session that is not recorded at a chair goes nowhere."""

    def __init__(self, carrier: Carrier | None, forms: Forms, objections: Objections) -> None:
        self._carrier = carrier
        self._forms = forms
        self._objections = objections
        self._told = ""

    def ask(self, intent: str, scene: Scene, actor: Actor) -> bool:
        """Whether it was this form's, and there was nothing wrong with it."""
        draft = self._forms.of("move") if intent == CONFIRM else None
        if self._carrier is None or draft is None or draft.choice(HOW) != COPY:
            return False
        reader = FormReader(scene, draft)
        to = reader.text(TO, scene.words("Workstation or place"))
        folder = reader.text(FOLDER, scene.words("Folder"))
        if reader.problems:
            self._objections.unreadable(CONFIRM, reader.problems)
        else:
            self._carrier.begin(Path(folder), to, actor)
        return True

    def beat(self, scene: Scene) -> None:
        """Said once; where the copy is and its code stand as long as the closed part is shown."""
        if self._carrier is None:
            return
        self._carrier.beat()
        said = self._carrier.said
        if said and (said != self._told or scene.session.left is not None):
            self._objections.say(said)
        self._told = said
