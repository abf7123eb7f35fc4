"""The check form: keyboard only, nothing filled in, a draft out of every key, one key for all seven."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desens_gui.ui.screens.check import CheckScreen
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.check_draft import FIELDS, SYSTEM_CODES, CheckDraft, Moment
from tests.ui import samples_check
from tests.ui.live_scenes import NOW_US, SCENES, Scene, check_screen, live_window

Keep = Callable[[QWidget], None]


class Bench:
    """A window with the form in it; every draft is rendered back, as the program does."""

    def __init__(self) -> None:
        view = samples_check.check_view(CheckDraft(), samples_check.vitals_of(CheckDraft()))
        scene = Scene(frame=samples_check.FRAME, build=check_screen, view=view)
        self.window: MainWindow = live_window("light", (1366, 768), scene)
        screen = self.window.screen_named("live")
        assert isinstance(screen, CheckScreen)
        self.screen = screen
        self.drafts: list[CheckDraft] = []
        self.intents: list[str] = []
        self.explained: list[str] = []
        screen.changed.connect(self._changed)
        self.window.intent.connect(self.intents.append)
        self.window.explained.connect(self.explained.append)

    def _changed(self, draft: CheckDraft) -> None:
        self.drafts.append(draft)
        self.render(draft)

    def render(self, draft: CheckDraft) -> None:
        self.screen.render(samples_check.check_view(draft, samples_check.vitals_of(draft)))

    @property
    def draft(self) -> CheckDraft:
        return self.screen.draft

    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focus(), key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)
        self.press(Qt.Key.Key_Return)


@pytest.fixture
def bench(keep: Keep, app: QApplication) -> Bench:
    own = Bench()
    keep(own.window)
    return own


def test_a_whole_check_in_few_keys(bench: Bench) -> None:
    assert isinstance(bench.focus(), QLineEdit)
    for text in ("104", "112", "66", "20", "95"):
        bench.type(text)
    assert bench.focus().accessibleName() == "Air"
    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_Return)
    assert bench.focus().accessibleName() == "Alert"
    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_0)
    bench.press(Qt.Key.Key_F2)
    draft = bench.draft
    assert [draft.text(field) for field in FIELDS] == ["104", "112", "66", "20", "95", ""]
    assert (draft.choice("oxygen"), draft.choice("consciousness")) == ("air", "A")
    assert [draft.system(code).answer for code in SYSTEM_CODES] == ["none"] * 7
    assert draft.moment("heart_rate") == Moment(NOW_US)
    assert bench.explained == [samples_check.GO_UP.blocked_reason]  # blocked, it says why


def test_enter_alone_answers_nothing(bench: Bench) -> None:
    for _ in range(40):
        bench.press(Qt.Key.Key_Return)
    assert bench.drafts == []
    assert bench.draft.empty
    assert bench.intents == []


def test_digits_in_a_field_are_its_text_and_outside_they_answer(bench: Bench) -> None:
    bench.type("104")
    assert bench.draft.systems == {}
    bench.screen.symptoms.rows[0].baseline.setFocus()
    bench.press(Qt.Key.Key_3)
    assert bench.draft.system("chest").answer == "none"
    assert bench.screen.symptoms.rows[2].none.view.done
    bench.press(Qt.Key.Key_3)
    assert bench.draft.system("chest").answer == ""


def test_arrows_move_inside_a_choice_and_space_chooses(bench: Bench) -> None:
    choice = bench.screen.vitals.rows[5].answers[0]
    segments = choice.segments  # type: ignore[attr-defined]
    segments[0].setFocus()
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Space)
    assert bench.draft.choice("consciousness") == "C"
    bench.press(Qt.Key.Key_Space)
    assert bench.draft.choice("consciousness") == ""


def test_signs_go_round_and_more_opens_in_place(bench: Bench) -> None:
    row = bench.screen.symptoms.rows[0]
    chip = row.chips[0]
    said = []
    for _ in range(5):
        chip.click()
        said.append(bench.draft.system("skin").signs.get("skin_0", ""))
    assert said == ["mild", "moderate", "severe", "baseline", ""]
    row.none.click()
    assert bench.draft.system("skin").answer == "none"
    row.more_button.setFocus()
    bench.press(Qt.Key.Key_Space)
    panel = bench.screen.symptoms.panel
    assert panel.isVisible()
    assert bench.screen.live.timer.isVisible()
    assert bench.window.frame.action_bar.reaction.isVisible()
    assert panel.geometry().right() <= bench.screen.symptoms.width()
    further = panel.shown_chips()[4]
    further.click()
    assert bench.draft.system("skin").signs == {"skin_4": "mild"}
    assert panel.clipped_texts() == []
    bench.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert bench.focus() is row.more_button
    assert bench.intents == []  # Esc closed the panel and asked the window for nothing


def test_one_key_for_all_explains_while_it_is_blocked(bench: Bench) -> None:
    view = samples_check.check_view(bench.draft, samples_check.vitals_of(bench.draft))
    blocked = samples_check.symptoms(
        bench.draft, blocked="A new sign is noted: answer the others one by one."
    )
    bench.screen.render(replace(view, symptoms=blocked))
    bench.screen.symptoms.rows[0].none.setFocus()
    bench.press(Qt.Key.Key_0)
    assert bench.draft.empty
    assert bench.explained == ["A new sign is noted: answer the others one by one."]


def test_a_time_is_set_back_beside_its_value(bench: Bench) -> None:
    bench.type("104")
    field = bench.screen.vitals.rows[0].times[0]
    field.setFocus()
    QTest.keyClicks(field, "1")
    assert bench.draft.moment("heart_rate") == Moment(NOW_US, samples_check.MEASURED + "1")
    bench.press(Qt.Key.Key_Return)
    assert bench.focus() is bench.screen.vitals.rows[1].answers[0]


def test_after_clear_the_form_is_empty_again(bench: Bench) -> None:
    bench.type("104")
    bench.screen.clear()
    bench.render(bench.draft)
    QCoreApplication.processEvents()
    assert bench.draft.empty
    assert bench.screen.first_focus() is bench.screen.vitals.rows[0].answers[0]
    assert [field.text() for field in bench.screen.vitals.rows[0].answers] == [""]  # type: ignore[attr-defined]


def test_a_complete_form_hands_the_focus_to_the_primary(keep: Keep) -> None:
    view = samples_check.check_view(CheckDraft(), samples_check.vitals(chosen=True))
    typed = replace(view.vitals, rows=view.vitals.rows[:-1])
    window = live_window("light", (1366, 768), replace(SCENES["check"], view=replace(view, vitals=typed)))
    keep(window)
    assert window.screen_named("live").first_focus() is None
    assert QApplication.focusWidget() is window.frame.action_bar.primary
