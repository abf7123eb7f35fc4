"""Takes pictures of the sample views: `python -m tests.ui.pictures FOLDER`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desens_gui.ui.theme import Scheme
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.bedside import BedsideView
from desens_gui.views.parts.frame import FrameView
from tests.ui import samples
from tests.ui.stage import SIZES, bedside_window, styled

SCENES: dict[str, tuple[FrameView, BedsideView]] = {
    "running": (samples.FRAME, samples.BEDSIDE),
    "late": (
        replace(samples.FRAME, alarm=samples.LATE, actions=samples.CHECK_ACTIONS),
        replace(samples.BEDSIDE, step=samples.OVER),
    ),
    "set-pump": (
        replace(samples.FRAME, alarm=samples.MEDIUM, status=samples.LOST),
        replace(samples.BEDSIDE, step=samples.SET_PUMP),
    ),
    "stop-pump": (
        replace(samples.FRAME, alarm=samples.HIGH),
        replace(samples.BEDSIDE, step=samples.STOP_PUMP),
    ),
}


def take(window: MainWindow, name: str, folder: Path) -> None:
    QCoreApplication.processEvents()
    window.grab().save(str(folder / f"{name}.png"))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    styled(app)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        for size in SIZES:
            for name, (frame, bedside) in SCENES.items():
                window = bedside_window(scheme, size, frame, bedside)
                take(window, f"{name}-{scheme}-{size[0]}", folder)
                window.close()
                window.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
