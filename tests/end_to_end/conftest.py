"""One demonstration for all tests of it: it takes some ten seconds."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from msgspec import Struct
from PySide6.QtWidgets import QApplication

from desens_gui.app import demo
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import ENGLISH
from tests.end_to_end.painted import texts

SIZE = (1366, 768)


class Picture(Struct, frozen=True):
    """`texts` is all that the window had painted when the picture was taken."""

    path: Path
    seq: int
    texts: frozenset[str]
    banner: frozenset[str]

    @property
    def name(self) -> str:
        return self.path.stem[3:].rpartition("-seq")[0]


class Shown(Struct, frozen=True):
    """What the demonstration left, and what it printed."""

    out: Path
    code: int
    printed: str
    pictures: tuple[Picture, ...]

    @property
    def session(self) -> Path:
        return next(self.out.glob("*.desens"))


@pytest.fixture(scope="session")
def demonstration(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    out, printed = tmp_path_factory.mktemp("demo"), io.StringIO()
    pictures: list[Picture] = []

    def seen(path: Path, window: MainWindow) -> None:
        seq = int(path.stem.rpartition("-seq")[2])
        banner = frozenset(one.text for one in window.frame.banner.placed)
        pictures.append(Picture(path, seq, texts(window), banner))

    with redirect_stdout(printed):
        code = demo.run(out, ENGLISH, size=SIZE, seen=seen)
    return Shown(out, code, printed.getvalue(), tuple(pictures))
