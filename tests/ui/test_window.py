"""Keys reach the right action from everywhere; F12 and Ctrl+Space always mean REACTION."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desens_gui.ui.screens.bedside import BedsideScreen
from desens_gui.ui.screens.screen import Screen
from desens_gui.ui.theme import Looks
from desens_gui.ui.ticker import Ticker
from desens_gui.ui.widgets.action_button import ActionButton
from desens_gui.ui.widgets.field import NumberField
from desens_gui.ui.widgets.focus_ring import MARGIN
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.field import FieldView
from tests.ui import samples, stage

Keep = Callable[[QWidget], None]
MS = 1_000_000


class Form(Screen):
    """A screen with a field and an action of its own."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self.field = NumberField(looks)
        self.field.render(FieldView(code="hr", name="Heart rate"))
        self.none = ActionButton(looks)
        self.none.render(ActionView(intent="none_5", label="None", key="5"))
        self.none.intent.connect(self.intent)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.none)

    def first_focus(self) -> QWidget | None:
        return self.field


class Run:
    """A window, what it was asked, and the time it is told."""

    def __init__(self, keep: Keep) -> None:
        self.ns = 0
        self.asked: list[str] = []
        self.explained: list[str] = []
        self.window = stage.bedside_window(
            "light", (1366, 768), samples.FRAME, samples.BEDSIDE, lambda: self.ns
        )
        self.window.intent.connect(self.asked.append)
        self.window.explained.connect(self.explained.append)
        keep(self.window)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, held)


@pytest.fixture
def run(keep: Keep) -> Run:
    return Run(keep)


def test_keys_of_the_actions_on_screen(run: Run) -> None:
    for key in (
        Qt.Key.Key_F5,
        Qt.Key.Key_F8,
        Qt.Key.Key_F6,
        Qt.Key.Key_F3,
        Qt.Key.Key_F4,
        Qt.Key.Key_F11,
        Qt.Key.Key_F2,
    ):
        run.key(key)
    assert run.asked == ["early_sign", "pause", "stay", "vitals", "note", "stop_today", "start_check"]


def test_keys_without_an_action_on_screen(run: Run) -> None:
    run.key(Qt.Key.Key_F1)
    run.key(Qt.Key.Key_F9)
    run.key(Qt.Key.Key_Escape)
    run.key(Qt.Key.Key_F7)
    run.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    run.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert run.asked == ["help", "pause_audio", "back", "place_2", "all_keys"]


def test_reaction_keys_work_everywhere_and_press_nothing_else(run: Run) -> None:
    run.window.add_screen("form", Form)
    for place in ("bedside", "form"):
        run.window.show_screen(place)
        run.asked.clear()
        run.key(Qt.Key.Key_F12)
        run.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
        assert run.asked == ["reaction", "reaction"]
    run.window.frame.action_bar.render(ActionBarView())
    run.asked.clear()
    run.key(Qt.Key.Key_F12)
    assert run.asked == ["reaction"]


def test_a_second_f2_within_a_second_is_ignored(run: Run) -> None:
    run.key(Qt.Key.Key_F2)
    run.ns += 999 * MS
    run.key(Qt.Key.Key_F2)
    assert run.asked == ["start_check"]
    QTest.mouseClick(run.window.frame.action_bar.primary, Qt.MouseButton.LeftButton)
    assert run.asked == ["start_check"]
    run.ns += 1 * MS
    run.key(Qt.Key.Key_F2)
    assert run.asked == ["start_check", "start_check"]
    run.key(Qt.Key.Key_F12)
    run.key(Qt.Key.Key_F12)
    assert run.asked[2:] == ["reaction", "reaction"]


def test_a_second_f2_that_would_be_another_action_is_ignored_too(run: Run) -> None:
    run.key(Qt.Key.Key_F2)
    go_up = replace(samples.GO_UP, intent="go_up", label="Go up to step 10: set pump to 20 mL/h")
    run.window.render_frame(replace(samples.FRAME, actions=replace(samples.ACTIONS, primary=go_up)))
    run.ns += 300 * MS
    run.key(Qt.Key.Key_F2)
    assert run.asked == ["start_check"]


def test_a_blocked_f2_explains(run: Run) -> None:
    run.window.render_frame(replace(samples.FRAME, actions=samples.CHECK_ACTIONS))
    run.key(Qt.Key.Key_F2)
    assert run.asked == []
    assert run.explained == [samples.BLOCKED.blocked_reason]


def test_digits_act_only_when_no_field_has_the_focus(run: Run) -> None:
    run.window.add_screen("form", Form)
    form = run.window.show_screen("form")
    assert isinstance(form, Form)
    assert form.field.hasFocus()
    run.key(Qt.Key.Key_5)
    assert run.asked == []
    assert form.field.text() == "5"
    form.none.setFocus()
    run.key(Qt.Key.Key_5)
    assert run.asked == ["none_5"]
    run.window.show_screen("bedside")
    run.key(Qt.Key.Key_5)
    assert run.asked == ["none_5"]


def test_screens_are_built_when_first_shown(run: Run) -> None:
    built: list[str] = []

    def build(looks: Looks) -> Form:
        built.append("form")
        return Form(looks)

    run.window.add_screen("form", build)
    assert built == []
    first = run.window.show_screen("form")
    run.window.show_screen("bedside")
    assert run.window.show_screen("form") is first
    assert built == ["form"]
    with pytest.raises(KeyError):
        run.window.show_screen("nowhere")


def test_the_ring_stands_around_whatever_has_the_focus(run: Run) -> None:
    ring, bar = run.window.frame.ring, run.window.frame.action_bar
    for button in (bar.primary, bar.reaction):
        button.setFocus()
        corner = button.mapTo(run.window.frame, QPoint(0, 0)) - QPoint(MARGIN, MARGIN)
        assert ring.isVisible()
        assert ring.pos() == corner
        assert ring.width() == button.width() + 2 * MARGIN
    run.window.resize(1500, 800)
    QCoreApplication.processEvents()
    assert ring.pos() == bar.reaction.mapTo(run.window.frame, QPoint(0, 0)) - QPoint(MARGIN, MARGIN)
    bar.reaction.clearFocus()
    assert not ring.isVisible()


def test_the_ring_survives_a_control_that_is_deleted(run: Run) -> None:
    ring, bar = run.window.frame.ring, run.window.frame.action_bar
    own = ActionButton(run.window.looks, bar)
    own.show()
    own.setFocus()
    assert ring.isVisible()
    shiboken6.delete(own)
    bar.primary.setFocus()
    assert ring.width() == bar.primary.width() + 2 * MARGIN


def test_closing_asks_first(looks: Looks, keep: Keep) -> None:
    may = [False]
    window = MainWindow(looks, lambda: 0, lambda: may[0])
    keep(window)
    assert not window.close()
    assert window.isVisible()
    may[0] = True
    assert window.close()


def test_the_pump_field_says_what_was_typed_and_takes_the_first_focus(run: Run) -> None:
    screen = run.window.screen_named("bedside")
    assert isinstance(screen, BedsideScreen)
    assert screen.first_focus() is None
    said: list[tuple[str, str]] = []
    run.window.edited.connect(lambda code, text: said.append((code, text)))
    screen.render(replace(samples.BEDSIDE, step=samples.SET_PUMP))
    first = screen.first_focus()
    assert first is not None
    first.setFocus()
    run.key(Qt.Key.Key_2)
    run.key(Qt.Key.Key_0)
    assert said == [("pump_rate", "2"), ("pump_rate", "20")]


def test_the_ticker_asks_every_200_ms_and_stops(app: object) -> None:
    asked: list[int] = []
    ticker = Ticker(lambda: asked.append(1))
    timer = ticker.findChild(QTimer)
    assert isinstance(timer, QTimer)
    assert (timer.objectName(), timer.interval()) == ("beat", 200)
    assert timer.timerType() == Qt.TimerType.PreciseTimer
    seen = [ticker.running]
    ticker.start()
    seen.append(ticker.running)
    timer.timeout.emit()
    ticker.stop()
    seen.append(ticker.running)
    assert seen == [False, True, False]
    assert asked == [1]
