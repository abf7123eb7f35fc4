"""A site's set-up in the window, on its real files; hashing costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desens_gui.app.site_desk import SiteDesk
from desens_gui.app.site_window import SiteWindow
from desens_gui.system.paths import folders
from desens_gui.wording.words import ENGLISH
from tests.storage.staff_files import PlainHasher
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.keyboard import F2

ADMIN, DOCTOR = "271828", "161803"


class Again:
    """Counts how often the program was to begin again."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> None:
        self.asked += 1


def window_of(data: Path, monkeypatch: pytest.MonkeyPatch, again: Callable[[], None]) -> SiteWindow:
    monkeypatch.setattr("desens_gui.system.pin_hashing.Argon", lambda _cost: PlainHasher())
    return SiteWindow(lambda: SiteDesk(folders(data), ENGLISH), ENGLISH, again)


def fill(chair: AtChair, **answers: str) -> None:
    """Field codes without their beginning; Tab goes to each."""
    for code, text in answers.items():
        chair.tab_to(f"site:{code}")
        chair.type(text)


def save(chair: AtChair) -> None:
    chair.clock.advance(2)
    chair.key(F2)


def begun(chair: AtChair) -> None:
    """Site, administrator and an allergist."""
    chair.chair.ask("site:open")
    fill(chair, name="Unit 4", person="K. Vermeer", id="x1", pin=ADMIN, again=ADMIN)
    save(chair)
    fill(chair, person="Dr R. Achterberg", id="a1")
    chair.choose("Allergist")
    fill(chair, pin=DOCTOR, again=DOCTOR, badge="0004711-A")
    save(chair)
