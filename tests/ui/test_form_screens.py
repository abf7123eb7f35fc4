"""What a person types, chooses and presses on the live screens comes out as codes and one draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desens_gui.ui.screens.form_screen import FormScreen
from desens_gui.ui.widgets.pressable import Pressable
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.draft import FormDraft
from tests.ui import samples_bag_change, samples_ending, samples_panel, samples_reaction, samples_restart
from tests.ui.live_scenes import SCENES, live_window

SECOND_FIELDS = tuple(field.code for field in samples_bag_change.SECOND_FIELDS)
Keep = Callable[[QWidget], None]
Open = Callable[[str], "Bench"]


class Bench:
    """One scene in a window, and everything it said."""

    def __init__(self, name: str) -> None:
        self.window: MainWindow = live_window("light", (1366, 768), SCENES[name])
        self.screen: Any = self.window.screen_named("live")
        assert isinstance(self.screen, FormScreen)
        self.drafts: list[FormDraft] = []
        self.intents: list[str] = []
        self.explained: list[str] = []
        self.screen.changed.connect(self.drafts.append)
        self.window.intent.connect(self.intents.append)
        self.window.explained.connect(self.explained.append)

    def field(self, code: str) -> QLineEdit:
        fields = self.window.frame.content.findChildren(QLineEdit)
        return next(each for each in fields if each.view.code == code and not each.isHidden())  # type: ignore[attr-defined]

    def button(self, name: str) -> Pressable:
        every = self.window.findChildren(Pressable)
        return next(each for each in every if each.accessibleName() == name and each.isVisibleTo(self.window))

    def type(self, code: str, text: str) -> None:
        self.field(code).setFocus()
        QTest.keyClicks(self.field(code), text)

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


@pytest.fixture
def bench(app: QApplication, keep: Keep) -> Open:
    def opened(name: str) -> Bench:
        own = Bench(name)
        keep(own.window)
        return own

    return opened


def test_a_label_is_typed_where_it_is_asked_for(bench: Open) -> None:
    own = bench("bag-label")
    assert QApplication.focusWidget() is own.field("concentration")
    own.type("concentration", "1.587")
    assert own.screen.draft.text("concentration") == "1.587"
    assert own.drafts[-1] == own.screen.draft
    own.button("Label read").click()
    own.press(Qt.Key.Key_F6)
    assert own.intents == ["read_label", "connected"]


def test_the_first_answers_are_nowhere_while_the_second_reading_is_open(bench: Open) -> None:
    own = bench("bag-second")
    own.window.grab()
    order = own.screen.order
    shown = " ".join(text for row in order.rows for text in row.painted_texts())
    assert "1.587" not in shown
    assert "00482913" not in shown
    assert QApplication.focusWidget() is own.field(SECOND_FIELDS[0])
    for code in SECOND_FIELDS:
        own.type(code, "3")
        own.press(Qt.Key.Key_Tab)
    assert [own.screen.draft.text(code) for code in SECOND_FIELDS] == ["3"] * 4
    own.button("Compare with the first reading").click()
    assert own.explained == ["Not yet. All four values; 42 s to wait."]
    own.button("Not well").click()
    assert own.screen.draft.choice("iv_site") == "not_well"
    assert own.intents == []


def test_a_row_that_stays_keeps_the_focus_and_what_was_typed(bench: Open) -> None:
    own = bench("bag-label")
    own.type("concentration", "1.5")
    for clock in ("00:43", "00:44"):
        view = samples_bag_change.READING
        own.screen.render(replace(view, clock=replace(view.clock, clock=clock)))
        QCoreApplication.processEvents()
    assert QApplication.focusWidget() is own.field("concentration")
    assert own.field("concentration").text() == "1.5"
    done = replace(samples_bag_change.READING, order=samples_bag_change.WAITING.order)
    own.screen.render(done)
    QCoreApplication.processEvents()
    assert own.screen.order.rows[2].grid == []
    own.screen.clear()
    assert own.screen.draft == FormDraft()


def test_f2_reports_the_stopped_pump_and_enter_does_not(bench: Open) -> None:
    own = bench("reaction-called")
    assert QApplication.focusWidget() is own.button("The pump shows STOPPED")
    own.press(Qt.Key.Key_Return)
    assert own.intents == []
    own.press(Qt.Key.Key_F2)
    assert own.intents == ["pump_stopped"]
    own.type("stopped_at", "10:47:20")
    assert own.screen.draft.text("stopped_at") == "10:47:20"


def test_after_the_stop_every_way_is_there_and_the_shut_one_says_why(bench: Open) -> None:
    own = bench("reaction-called")
    own.screen.render(samples_reaction.STOPPED)
    QCoreApplication.processEvents()
    assert own.screen.next.isVisible()
    own.type("error_reason", "wrong key")
    for name in ("Entered in error", "Stop desensitization", "Transferred", "Died", "Resume"):
        own.button(name).click()
    assert own.intents == ["entered_in_error", "stop:stopped_reaction", "stop:transferred", "stop:died"]
    assert len(own.explained) == 1
    assert own.screen.draft.text("error_reason") == "wrong key"
    own.screen.render(samples_reaction.CALLED)
    assert own.screen.next.isHidden()


def test_instructions_have_no_control(bench: Open) -> None:
    own = bench("reaction-called")
    controls = [row.stops() for row in own.screen.order.rows if row.view.state == "instruction"]
    assert controls == [[], [], [], []]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (Qt.Key.Key_1, "ran"),
        (Qt.Key.Key_2, "stopped_at"),
        (Qt.Key.Key_3, "keep_open"),
        (Qt.Key.Key_4, "not_sure"),
    ],
)
def test_the_question_after_a_restart_is_answered_with_one_key(key: Qt.Key, code: str, bench: Open) -> None:
    own = bench("restart")
    own.press(key)
    assert own.screen.draft.choice("meanwhile") == code
    own.type("pump_rate", "10")
    own.button("Running").click()
    assert own.screen.draft.text("pump_rate") == "10"
    assert own.screen.draft.choice("pump_now") == "running"
    own.press(Qt.Key.Key_F2)
    assert own.explained == ["Not yet. Did the pump run; the pump's rate."]


def test_an_order_is_asked_for_only_where_one_is_needed(bench: Open) -> None:
    own = bench("restart")
    assert own.screen.away.order.isHidden()
    own.screen.render(samples_restart.NOT_SURE)
    QCoreApplication.processEvents()
    own.type("order_by", "Dr. Ames")
    own.button("Read back").click()
    assert own.screen.draft.text("order_by") == "Dr. Ames"
    assert own.screen.draft.choice("order_read_back") == "yes"
    own.screen.render(replace(samples_restart.ASKED, look=None, record=None))
    assert own.screen.away.order.isHidden()
    assert own.screen.look.isHidden()


def test_the_closed_list_of_endings(bench: Open) -> None:
    own = bench("ending")
    own.button("Completed").click()
    assert own.explained == [samples_ending.OBSERVING.endings.options[0].blocked_reason]
    own.button("Transferred").click()
    assert own.screen.draft.choice("ending") == "transferred"
    own.screen.render(samples_ending.TRANSFER)
    QCoreApplication.processEvents()
    assert [row.view.code for row in own.screen.endings.shown] == ["transferred"]
    own.type("transfer_where", "Ward 7")
    own.button("Stopped").click()
    assert own.screen.draft.text("transfer_where") == "Ward 7"
    assert own.screen.draft.choice("transfer_pump") == "stopped"
    own.button("Transferred").click()
    assert own.screen.draft.choice("ending") == ""
    own.screen.render(samples_ending.OBSERVING)
    assert len(own.screen.endings.shown) == 10
    own.button("Start check").click()
    assert own.intents == ["open_check"]


def test_a_reason_is_one_tap(bench: Open) -> None:
    own = bench("pause")
    own.button("Toilet").click()
    own.press(Qt.Key.Key_Escape)
    assert own.intents == ["pause:toilet", "back"]


def test_stopping_for_a_transfer_asks_where_and_says_what_is_missing(bench: Open) -> None:
    own = bench("stop")
    assert QApplication.focusWidget() is own.field("transfer_where")
    own.button("Stop today: transferred").click()
    assert own.explained == ["Not yet. Where to; to whom; what the line holds."]
    assert own.button("Transferred").view.done  # type: ignore[attr-defined]


def test_a_medication_with_an_earlier_time(bench: Open) -> None:
    own = bench("medication")
    own.type("route", "IV")
    own.button("Now").click()
    own.button("Save").click()
    assert own.screen.draft.text("route") == "IV"
    assert own.screen.draft.choice("when") == "now"
    assert own.intents == ["save_note"]
    own.screen.render(replace(samples_panel.MEDICATION, choices=(), fields=(), problem="", confirm=None))
    QCoreApplication.processEvents()
    assert [foot.accessibleName() for foot in own.screen.card.feet] == ["Back"]


def test_a_pause_shows_what_going_on_needs(bench: Open) -> None:
    own = bench("paused")
    own.press(Qt.Key.Key_F3)
    own.type("order_by", "Dr. Ames")
    own.press(Qt.Key.Key_F2)
    assert own.intents == ["open_check"]
    assert own.explained == ["Not yet. A fresh check; an order."]


@pytest.mark.parametrize("scene", [name for name in SCENES if not name.startswith("check")])
def test_scheme_and_size_change_under_the_form(scene: str, bench: Open) -> None:
    own = bench(scene)
    own.window.looks.use_scheme("dark")
    own.window.resize(1920, 1080)
    QCoreApplication.processEvents()
    own.screen.render(SCENES[scene].view)
    own.window.grab()
    cut = [
        part.clipped_texts() for part in own.window.findChildren(Pressable) if part.isVisibleTo(own.window)
    ]
    assert [texts for texts in cut if texts] == []
