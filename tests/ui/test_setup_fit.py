"""Set-up at both sizes and themes: rows where design says, nothing cut, every target large enough."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desens_gui.domain.commands.setup import IdentifyPatient, IdentifyStaff
from desens_gui.domain.patient import Allergy
from desens_gui.domain.recorded import Role
from desens_gui.ui.theme import Scheme
from desens_gui.ui.widgets.form_flow import lines_of
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.draft import FormDraft
from tests.driving import Chair, patient
from tests.ui import stage
from tests.ui.setup_desk import SetupDesk
from tests.views.setup_scenes import (
    PATIENT,
    PEOPLE,
    PLAN,
    QUALIFY,
    READY,
    STAGES,
    chair_at,
    with_choices,
    with_texts,
)

ROWS = {1366: (56, 46, 76, 28), 1920: (72, 52, 104, 36)}
LONG = "Maria Magdalena Wilhelmina Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"
Keep = Callable[[QWidget], None]


def long_named() -> Chair:
    chair = chair_at("opened")
    chair.do(IdentifyStaff(id="ml", name=LONG, role=Role.NURSE))
    allergies = tuple(Allergy(drug=drug, reaction="urticaria") for drug in ("CARBOplatin", "latex"))
    chair.do(IdentifyPatient(patient=patient(family_name="Okafor", given_name=LONG, allergies=allergies)))
    return chair


SAVED = ("people", "patient", "plan", "qualify")
TYPED: dict[str, tuple[str, str, FormDraft]] = {
    "people-other": ("opened", "", with_choices(PEOPLE, people__alone="other")),
    "patient-typed": ("people", "", PATIENT),
    "patient-change": ("baseline", "change:patient", FormDraft()),
    "plan-typed": ("patient", "", PLAN),
    "plan-20": ("patient", "", with_choices(PLAN, plan__protocol="rdd-5bag-20step")),
    "plan-change": ("baseline", "change:plan", FormDraft()),
    "qualify-typed": ("plan", "", QUALIFY),
    "qualify-told": ("plan", "", with_choices(QUALIFY, qualify__dress="yes", qualify__skin_test="positive")),
    "ready-typed": ("baseline", "card:ready", READY),
    "ready-change": ("baseline", "change:ready", READY),
    "plan-units": ("patient", "", with_texts(PLAN, plan__dose="1296700 units")),
    **{stage_: (stage_, "", FormDraft()) for stage_ in STAGES},
    **{
        f"{card}-saved": ("baseline", f"card:{card}", FormDraft())
        for card in ("people", "patient", "plan", "qualify")
    },
}


def desk_of(name: str, scheme: Scheme, size: tuple[int, int]) -> SetupDesk:
    at, card, draft = TYPED[name]
    desk = SetupDesk(chair_at(at), scheme, size, card)
    if draft != FormDraft():
        desk.screen.use_draft(draft)
        desk.render()
    return desk


@pytest.mark.parametrize("name", TYPED)
def test_rows_texts_and_targets(name: str, keep: Keep) -> None:
    window = desk_of(name, "light", (1366, 768)).show()
    keep(window)
    for look in stage.in_every_look(window):
        with look:
            _rows_texts_and_targets(window)


def _rows_texts_and_targets(window: MainWindow) -> None:
    frame = window.frame
    rows = (frame.banner, frame.alarm, frame.action_bar, frame.status)
    for part, height in zip(rows, ROWS[window.width()], strict=True):
        assert abs(part.height() - height) <= 2
    parts = stage.parts(window)
    assert len(parts) >= 10
    cut = {type(part).__name__: texts for part in parts if (texts := part.clipped_texts())}  # type: ignore[attr-defined]
    assert cut == {}
    pressed = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    shown = [control for control in pressed if control.isVisibleTo(window)]
    assert len(shown) >= 10
    for control in shown:
        assert min(control.width(), control.height()) >= 44, control.accessibleName()
        assert control.accessibleName()


@pytest.mark.parametrize("size", stage.SIZES)
@pytest.mark.parametrize("card", ["", "card:patient", "change:patient"])
def test_a_long_name_wraps_in_the_cards(size: tuple[int, int], card: str, keep: Keep) -> None:
    desk = SetupDesk(long_named(), "light", size, card)
    keep(desk.show())
    desk.window.grab()
    own = (desk.screen.form, desk.screen.missing, desk.screen.answered)
    for one in own:
        assert one.clipped_texts() == []
        assert one.inside.clipped_texts() == []
    read = " ".join(desk.screen.answered.inside.painted_texts())
    assert "Featherstonehaugh" in read


def test_a_word_longer_than_its_room_is_broken_not_cut() -> None:
    lines = lines_of("MRN " + "x" * 25, lambda text: 10.0 * len(text), 100.0)
    assert lines == ["MRN", "x" * 10, "x" * 10, "x" * 5]
    assert lines_of("aaaa-bbbbbbbb", lambda text: 10.0 * len(text), 100.0) == ["aaaa-", "bbbbbbbb"]
    assert lines_of("ab", lambda text: 10.0 * len(text), 5.0) == ["a", "b"]


def test_a_form_higher_than_its_place_follows_the_keyboard(keep: Keep) -> None:
    desk = desk_of("patient-change", "light", (1366, 768))
    keep(desk.show())
    body = desk.screen.form.inside

    def inside(control: QWidget) -> bool:
        top = control.mapTo(body, QPoint(0, 0)).y()
        return top >= 0 and top + control.height() <= body.height()

    stops = body.stops()
    assert not inside(stops[-1])
    stops[-1].setFocus(Qt.FocusReason.TabFocusReason)
    assert inside(stops[-1])
    assert not inside(stops[0])
    ring = desk.window.frame.ring
    middle = stops[-1].mapTo(desk.window.frame, stops[-1].rect().center())
    assert (ring.geometry().center() - middle).manhattanLength() <= 2
    stops[0].setFocus(Qt.FocusReason.BacktabFocusReason)
    assert inside(stops[0])


def test_a_long_plan_is_scrolled_by_the_keyboard(keep: Keep) -> None:
    desk = desk_of("plan-20", "light", (1366, 768))
    keep(desk.show())
    area = desk.screen.plan
    assert area.focusPolicy() is Qt.FocusPolicy.StrongFocus
    area.setFocus()
    before = area.verticalScrollBar().value()
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > before
    short = desk_of("plan-typed", "light", (1366, 768))
    keep(short.show())
    assert short.screen.plan.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_stepper_opens_cards(keep: Keep) -> None:
    desk = desk_of("patient", "light", (1366, 768))
    keep(desk.show())
    marks = desk.window.frame.alarm.stepper.marks
    assert [mark.view.label for mark in marks][2] == "Order and plan"
    QTest.mouseClick(marks[0], Qt.MouseButton.LeftButton)
    assert desk.chosen == "card:people"
    assert desk.screen.form.head.title == "People"


def test_the_view_of_a_running_clock_takes_no_cursor_away(keep: Keep) -> None:
    desk = desk_of("patient-typed", "light", (1366, 768))
    keep(desk.show())
    field = desk.screen.form.inside.stops()[0]
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.setCursorPosition(2)
    desk.chair.wait(1)
    desk.render()
    assert field.hasFocus()
    assert field.cursorPosition() == 2
