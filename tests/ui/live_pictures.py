"""Takes pictures of the live screens: `python -m tests.ui.live_pictures FOLDER [NAME ...]`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desens_gui.ui.theme import Scheme
from tests.ui import stage
from tests.ui.live_scenes import SCENES, live_window
from tests.ui.pictures import take


def main(folder: Path, wanted: list[str]) -> int:
    """1 when any text did not fit."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    stage.styled(app)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    clipped = 0
    for name in wanted or SCENES:
        for scheme in schemes:
            for size in stage.SIZES:
                window = live_window(scheme, size, SCENES[name])
                QCoreApplication.processEvents()
                take(window, f"{name}-{scheme}-{size[0]}", folder)
                for part in stage.parts(window):
                    if texts := part.clipped_texts():  # type: ignore[attr-defined]
                        clipped += 1
                        sys.stderr.write(f"{name} {size[0]} {type(part).__name__}: {texts}\n")
                window.close()
                window.deleteLater()
    return 1 if clipped else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
