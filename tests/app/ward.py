"""Two workstations, and a person who goes from one to the other."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest

from desens_gui.app.handing_over import HandingOver
from desens_gui.app.session_at_chair import AtChair
from desens_gui.app.taking_over import Taken, take_over
from desens_gui.system.paths import Folders, folders
from desens_gui.wording.words import ENGLISH
from tests.driving import NURSE

LIMIT_S = 10.0


class Ward:
    """Two workstations with their folders; `at` says at which one the person stands."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.a, self.b = folders(folder / "a"), folders(folder / "b")
        self.usb = folder / "usb"
        self.usb.mkdir()
        self._monkeypatch = monkeypatch
        self.at("chair-a")

    def at(self, name: str) -> None:
        self._monkeypatch.setattr(platform, "node", lambda: name)


def handed_over(chair: AtChair, folder: Path) -> str:
    handing = HandingOver(chair.live, chair.path, ENGLISH)
    handing.begin(folder, "chair-b", NURSE)
    while handing.busy:
        handing.wait(LIMIT_S)
        handing.beat()
    return handing.said


def taken(source: Path, place: Folders, **how: bool) -> Taken:
    return take_over(source, place, "Mara Lindt", ENGLISH, **how)
