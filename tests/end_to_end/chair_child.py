"""Run as a process of its own: the real program; once its window stands, keys answer for the pump.

Arguments: the data folder, the rate the pump shows. Prints "answered" when the step goes on.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desens_gui.app.chair_program import run
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import ENGLISH


def answer_for_pump() -> None:
    """It ran all the time, and it shows this rate."""
    window = next(top for top in QApplication.topLevelWidgets() if isinstance(top, MainWindow))
    window.activateWindow()
    QCoreApplication.processEvents()
    press(window, "1")
    choose(window, "Running")
    choose_field(window, "pump_rate")
    QTest.keyClicks(window.focusWidget(), sys.argv[2])
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    QCoreApplication.processEvents()
    print("answered", flush=True)


def press(window: MainWindow, sign: str) -> None:
    QTest.keyClicks(window.focusWidget(), sign)
    QCoreApplication.processEvents()


def choose(window: MainWindow, name: str) -> None:
    while window.focusWidget().accessibleName() != name:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    QCoreApplication.processEvents()


def choose_field(window: MainWindow, code: str) -> None:
    while getattr(getattr(window.focusWidget(), "view", None), "code", "") != code:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), "light", ENGLISH, usable=answer_for_pump))
