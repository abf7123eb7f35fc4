"""A blocked action keeps the focus and says why; a press is never taken for another action."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.action_bar import ActionBar
from desens_gui.ui.widgets.action_button import ActionButton
from tests.ui import samples

Keep = Callable[[QWidget], None]


def made(looks: Looks, keep: Keep) -> tuple[ActionButton, list[str], list[str]]:
    button = ActionButton(looks)
    asked: list[str] = []
    explained: list[str] = []
    button.intent.connect(asked.append)
    button.explained.connect(explained.append)
    keep(button)
    return button, asked, explained


def test_blocked_takes_focus_explains_and_does_not_ask(looks: Looks, keep: Keep) -> None:
    button, asked, explained = made(looks, keep)
    button.render(samples.BLOCKED)
    button.setFocus()
    assert button.hasFocus()
    assert button.isEnabled()
    assert button.property("blocked") is True
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked == []
    assert explained == [samples.BLOCKED.blocked_reason] * 2
    assert button.hasFocus()
    assert button.accessibleDescription() == samples.BLOCKED.blocked_reason
    button.render(samples.GO_UP)
    assert button.property("blocked") is False
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked == ["start_check"]


def test_rendering_asks_nothing(looks: Looks, keep: Keep) -> None:
    button, asked, explained = made(looks, keep)
    for view in (samples.GO_UP, samples.BLOCKED, samples.REACTION, samples.GO_UP):
        button.render(view)
        button.render(view)
    assert (asked, explained) == ([], [])


def test_enter_never_presses(looks: Looks, keep: Keep) -> None:
    button, asked, _ = made(looks, keep)
    button.render(samples.REACTION)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Enter)
    assert asked == []


def test_an_action_that_changes_under_the_finger_is_not_pressed(looks: Looks, keep: Keep) -> None:
    button, asked, _ = made(looks, keep)
    button.resize(300, 60)
    button.render(samples.PAUSE)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    button.render(samples.GO_UP)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert asked == []
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["start_check"]


def test_assistive_technology_reads_a_push_button(looks: Looks, keep: Keep) -> None:
    button, _, _ = made(looks, keep)
    button.render(samples.GO_UP)
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "Go up to step 10"
    assert interface.text(QAccessible.Text.Description) == "Check first. Then set pump to 20 mL/h"
    assert interface.role() == QAccessible.Role.Button


def test_a_new_view_of_the_bar_keeps_the_focus_of_an_action_that_stays(looks: Looks, keep: Keep) -> None:
    bar = ActionBar(looks)
    bar.resize(1366, 76)
    keep(bar)
    bar.render(samples.ACTIONS)
    pause = next(button for button in bar.secondary if button.view.intent == "pause")
    pause.setFocus()
    bar.render(samples.CHECK_ACTIONS)
    QCoreApplication.processEvents()
    assert pause.hasFocus()
    assert pause in bar.secondary
    assert [button.view.intent for button in bar.secondary] == ["stay", "pause", "note", "stop_today"]
    bar.render(replace(samples.CHECK_ACTIONS, primary=None, reaction=None))
    assert bar.primary.isHidden()
    assert bar.reaction.isHidden()


def test_tab_goes_from_the_primary_leftwards(looks: Looks, keep: Keep) -> None:
    bar = ActionBar(looks)
    bar.resize(1366, 76)
    keep(bar)
    bar.render(samples.ACTIONS)
    bar.primary.setFocus()
    seen = []
    for _ in range(len(bar.buttons())):
        seen.append(next(button for button in bar.buttons() if button.hasFocus()).view.intent)
        QTest.keyClick(bar.window(), Qt.Key.Key_Tab)
    assert seen == ["start_check", "stop_today", "note", "vitals", "stay", "pause", "early_sign", "reaction"]
