"""Fields, choices and chips: what a person does is said, what a view shows is only shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desens_gui.ui.theme import Looks
from desens_gui.ui.widgets.chip import CYCLE, Chip, after
from desens_gui.ui.widgets.choice import SegmentedChoice
from desens_gui.ui.widgets.field import LabelledField, NumberField, TimeField
from desens_gui.views.parts.field import ChipView, ChoiceView, FieldState, FieldView, OptionView, Severity

Keep = Callable[[QWidget], None]
HEART_RATE = FieldView(code="hr", name="Heart rate", unit="/min", state="waiting", hint="to enter")
OXYGEN = ChoiceView(
    code="oxygen",
    name="Oxygen",
    options=(OptionView(code="air", label="Air", key="5"), OptionView(code="oxygen", label="Oxygen")),
)


def test_typing_is_said_and_its_echo_moves_no_cursor(looks: Looks, keep: Keep) -> None:
    field = NumberField(looks)
    said: list[tuple[str, str]] = []
    done: list[str] = []
    field.edited.connect(lambda code, text: said.append((code, text)))
    field.entered.connect(done.append)
    keep(field)
    field.render(HEART_RATE)
    field.setFocus()
    QTest.keyClicks(field, "104")
    field.setCursorPosition(1)
    field.render(replace(HEART_RATE, text="104", state="out_of_range", words="22 above baseline"))
    assert field.cursorPosition() == 1
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said == [("hr", "1"), ("hr", "10"), ("hr", "104")]
    assert done == ["hr"]
    assert field.accessibleName() == "Heart rate"
    assert field.accessibleDescription() == "/min 22 above baseline"


def test_a_view_fills_a_field_without_saying_anything(looks: Looks, keep: Keep) -> None:
    field, said = TimeField(looks), []
    field.edited.connect(lambda code, text: said.append((code, text)))
    keep(field)
    field.render(FieldView(code="at", name="Measured", text="10:49:10"))
    field.render(FieldView(code="at", name="Measured", text="10:49:12"))
    assert field.text() == "10:49:12"
    assert said == []


@pytest.mark.parametrize("state", ["normal", "waiting", "out_of_range", "error", "read_only"])
def test_every_state_of_a_field_looks_different(state: FieldState, looks: Looks, keep: Keep) -> None:
    field, plain_field = NumberField(looks), NumberField(looks)
    for each in (field, plain_field):
        each.resize(150, 44)
        each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep(each)
    plain_field.render(replace(HEART_RATE, text="104", state="normal", hint=""))
    field.render(replace(HEART_RATE, text="104", state=state, hint=""))
    same = field.grab().toImage() == plain_field.grab().toImage()
    assert same == (state == "normal")
    assert field.isReadOnly() == (state == "read_only")
    assert field.clipped_texts() == []
    field.resize(60, 44)
    field.grab()
    assert field.clipped_texts() == ["104"]


def test_labelled_field_puts_words_under_it(looks: Looks, keep: Keep) -> None:
    own = LabelledField(looks, NumberField(looks))
    own.resize(240, own.height())
    keep(own)
    own.render(
        FieldView(code="rate", name="Rate on the pump", unit="mL/h", state="error", words="Expected 10 mL/h")
    )
    own.grab()
    assert [one.text for one in own.placed] == ["Rate on the pump", "Expected 10 mL/h"]
    assert own.clipped_texts() == []
    own.setFocus()
    assert own.field.hasFocus()


def test_choice_says_what_was_chosen_and_shows_only_what_the_view_says(looks: Looks, keep: Keep) -> None:
    choice = SegmentedChoice(looks)
    said: list[tuple[str, str]] = []
    explained: list[str] = []
    choice.chosen.connect(lambda code, option: said.append((code, option)))
    choice.explained.connect(explained.append)
    choice.render(OXYGEN)
    keep(choice)
    choice.render(OXYGEN)
    air, oxygen = choice.segments
    QTest.mouseClick(air, Qt.MouseButton.LeftButton)
    assert said == [("oxygen", "air")]
    assert not air.isChecked()  # only the next view says that it is chosen
    choice.render(replace(OXYGEN, options=(replace(OXYGEN.options[0], chosen=True), OXYGEN.options[1])))
    assert air.isChecked()
    assert not oxygen.isChecked()
    air.setFocus()
    assert air.hasFocus()
    QTest.keyClick(air, Qt.Key.Key_Right)
    assert oxygen.hasFocus()
    QTest.keyClick(oxygen, Qt.Key.Key_Space)
    assert said[-1] == ("oxygen", "oxygen")
    blocked = replace(OXYGEN.options[0], blocked_reason="Not yet. A symptom is chosen.")
    choice.render(replace(OXYGEN, options=(blocked,)))
    assert oxygen.isHidden()
    QTest.mouseClick(air, Qt.MouseButton.LeftButton)
    assert explained == ["Not yet. A symptom is chosen."]
    choice.grab()
    assert choice.clipped_texts() == []


def test_a_chip_goes_round_its_severities(looks: Looks, keep: Keep) -> None:
    chip, said = Chip(looks), []
    chip.tapped.connect(lambda code, severity: said.append(severity))
    keep(chip)
    severity: Severity = ""
    for _ in CYCLE:
        chip.render(ChipView(code="hives", label="Hives", severity=severity, severity_text=severity))
        assert chip.isChecked() == bool(severity)
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        severity = after(severity)
        assert said[-1] == severity
    assert said == ["mild", "moderate", "severe", "baseline", ""]


def test_a_found_chip_carries_its_severity_under_the_name(looks: Looks, keep: Keep) -> None:
    chip = Chip(looks)
    keep(chip)
    chip.render(ChipView(code="palms", label="Itchy palms, soles", severity="mild", severity_text="mild"))
    chip.resize(chip.sizeHint().width(), 60)
    chip.grab()
    assert chip.painted_texts() == ["Itchy palms,", "soles", "mild"]
    assert chip.clipped_texts() == []
    assert chip.accessibleDescription() == "mild"
