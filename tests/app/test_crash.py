"""A fault of the program in a slot: said once, and the window goes on."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desens_gui.app.crash import CrashHooks
from desens_gui.wording.words import ENGLISH
from tests import courses
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.keyboard import F12

NAME = "OKAFOR, Adaeze"


class Fault(QObject):
    """A slot that fails whenever it is asked, with a value in its message."""

    asked = Signal()

    def __init__(self, value: str) -> None:
        super().__init__()
        self.value = value
        self.asked.connect(self.fail)

    def fail(self) -> None:
        raise ValueError(self.value)


def boxes(window: QWidget) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


@pytest.fixture
def chair(app: QApplication) -> Iterator[AtChair]:
    own = AtChair(courses.at_step(5))
    hooks = CrashHooks(own.window, lambda: own.state.seq, ENGLISH)
    hooks.install()
    yield own
    hooks.remove()
    own.chair.close()
    own.window.close()
    own.window.deleteLater()


def test_it_is_said_once_and_the_session_goes_on(chair: AtChair, capfd: pytest.CaptureFixture[str]) -> None:
    fault = Fault("OKAFOR, Adaeze")
    for _ in range(3):
        fault.asked.emit()
        QCoreApplication.processEvents()
    (box,) = boxes(chair.window)
    assert f"entry {chair.state.seq}" in box.text()
    assert not box.isModal()
    said = capfd.readouterr().err
    assert "ValueError" in said
    assert "OKAFOR" not in said  # no values reach the log
    chair.window.activateWindow()
    before = len(chair.events)
    chair.key(F12)
    assert (len(chair.events), chair.stage) == (before + 1, "Reacting")


def test_a_thread_that_fails_is_said_too(chair: AtChair) -> None:
    def fail() -> None:
        raise OSError("no")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    QCoreApplication.processEvents()
    assert len(boxes(chair.window)) == 1


def test_one_that_nobody_can_catch_is_said_without_its_values(
    chair: AtChair, capfd: pytest.CaptureFixture[str]
) -> None:
    class Patient:
        def __del__(self) -> None:
            raise ValueError(NAME)

        def __repr__(self) -> str:
            return NAME

    patient = Patient()
    del patient
    gc.collect()
    QCoreApplication.processEvents()
    assert len(boxes(chair.window)) == 1
    said = capfd.readouterr().err
    assert "ValueError" in said
    assert "OKAFOR" not in said


def test_an_interrupt_by_the_keyboard_is_none(chair: AtChair, capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    QCoreApplication.processEvents()
    assert boxes(chair.window) == []


def test_the_hooks_go_again(app: QApplication) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    window = QWidget()
    hooks = CrashHooks(window, lambda: 0, ENGLISH)
    hooks.install()
    assert sys.excepthook != before[0]
    hooks.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    window.deleteLater()
