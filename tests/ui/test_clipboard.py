"""A name that was copied out of a field is gone from the clipboard a minute later, if nobody else used it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desens_gui.ui.clipboard import ClipboardGuard
from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.field import Field
from tests.fake_clock import FakeClock

NAME = "OKAFOR, Adaeze"
COPY, CUT, MARK = Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_A


class Desk:
    """A field with the name in it, the guard, and its clock."""

    def __init__(self, looks: Looks, keep: Callable[[QWidget], None]) -> None:
        self.clock = FakeClock()
        self.clipboard = QApplication.clipboard()
        self.clipboard.clear()
        self.guard = ClipboardGuard(self.clipboard)
        self.field = Field(looks)
        keep(self.field)
        self.field.setFocus()
        QTest.keyClicks(self.field, NAME)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.field, key, Qt.KeyboardModifier.ControlModifier)

    def wait(self, seconds: float) -> None:
        self.guard.beat(self.clock.now().boot_ns)
        self.clock.advance(seconds)
        self.guard.beat(self.clock.now().boot_ns)


@pytest.fixture
def desk(looks: Looks, keep: Callable[[QWidget], None]) -> Iterator[Desk]:
    own = Desk(looks, keep)
    yield own
    own.clipboard.clear()
    own.guard.deleteLater()


@pytest.mark.requirement("R-LEAK-2")
@pytest.mark.parametrize("key", [COPY, CUT])
def test_it_stays_for_a_minute_and_no_longer(desk: Desk, key: Qt.Key) -> None:
    desk.press(MARK, key)
    desk.wait(59.9)
    assert desk.clipboard.text() == NAME
    desk.wait(0.1)
    assert desk.clipboard.text() == ""


def test_a_second_copy_has_a_minute_of_its_own(desk: Desk) -> None:
    desk.press(MARK, COPY)
    desk.wait(50)
    desk.press(COPY)
    desk.wait(50)
    assert desk.clipboard.text() == NAME
    desk.wait(10)
    assert desk.clipboard.text() == ""


def test_what_another_program_put_there_is_left_alone(desk: Desk) -> None:
    desk.press(MARK, COPY)
    desk.wait(30)
    desk.clipboard.setText("of another program")
    desk.wait(3600)
    assert desk.clipboard.text() == "of another program"


def test_a_change_that_was_not_told_is_left_alone_too(desk: Desk) -> None:
    desk.press(MARK, COPY)
    desk.wait(30)
    desk.clipboard.blockSignals(True)
    desk.clipboard.setText("of another program")
    desk.clipboard.blockSignals(False)
    desk.wait(3600)
    assert desk.clipboard.text(QClipboard.Mode.Clipboard) == "of another program"


def test_nothing_outlives_the_program(desk: Desk) -> None:
    desk.press(MARK, COPY)
    desk.guard.close()
    assert desk.clipboard.text() == ""
