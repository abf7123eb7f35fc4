"""A whole set-up from the keyboard alone, in the real window, through the real rules."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desens_gui.domain.prescribing import OrderFor, OrderTaken
from desens_gui.domain.quantities import Amount
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.stage import ChangingBag
from desens_gui.views.setup_state import missing_items
from tests.qualified import ABOUT_PATIENT, AT_CHAIR
from tests.ui.setup_desk import SetupDesk, new_chair

Keep = Callable[[QWidget], None]


class Hands:
    """Keys only: what has the focus gets them."""

    def __init__(self, desk: SetupDesk) -> None:
        self.desk = desk

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def at(self) -> str:
        return self.focus.accessibleName()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focus, key)
        QApplication.processEvents()

    def to(self, name: str) -> None:
        """Tab until the control of this name has the focus."""
        for _ in range(60):
            if self.at == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reached {name}")

    def type(self, name: str, text: str) -> None:
        self.to(name)
        assert isinstance(self.focus, QLineEdit)
        QTest.keyClicks(self.focus, text)
        QApplication.processEvents()

    def choose(self, name: str) -> None:
        self.to(name)
        self.key(Qt.Key.Key_Space)

    def primary(self) -> None:
        """F2; the second within a second would be ignored."""
        self.desk.chair.wait(2)
        self.key(Qt.Key.Key_F2)


def people(hands: Hands) -> None:
    hands.type("Name", "M. Lindqvist, RN")
    hands.type("Staff id or initials", "ML")
    hands.choose("Nurse")
    hands.choose("Only nurse on this shift")
    hands.primary()


def patient(hands: Hands) -> None:
    hands.type("Family name", "Okafor")
    hands.key(Qt.Key.Key_Return)
    assert hands.at == "Given name"
    hands.type("Given name", "Adaeze")
    hands.type("Born", "12-Mar-1968")
    hands.type("Record number (MRN)", "00482913")
    hands.choose("Female")
    hands.type("Weight", "64")
    hands.type("Allergic to", "CARBOplatin")
    hands.type("First reaction", "anaphylaxis")
    hands.type("Grade, if known", "Brown 2 (2004)")
    hands.type("Date, if known", "03-Oct-2026")
    hands.choose("None known")
    hands.primary()


def plan(hands: Hands) -> None:
    hands.choose("3-bag 12-step")
    hands.type("Drug", "CARBOplatin")
    hands.type("Dose", "400 mg")
    hands.type("Prescriber", "Dr R. Achterberg")
    hands.choose("Telephone")
    hands.choose("Read back")
    hands.primary()


def read(hands: Hands) -> None:
    hands.type("Record number", "2913")
    hands.type("Drug", "carboplatin")
    hands.type("Dose", "400 mg")
    hands.type("Number of bags", "3")
    hands.primary()


def qualified(desk: SetupDesk) -> None:
    """Who qualifies and what is ready; by keys in tests.ui.chair.ways."""
    for answer in (*ABOUT_PATIENT, *AT_CHAIR):
        desk.chair.do(answer, desk.actor)
    desk.render()


def missing(desk: SetupDesk) -> list[str]:
    return [item.value for item in missing_items(desk.scene)]


def test_a_whole_set_up_from_the_keyboard(keep: Keep) -> None:
    desk = SetupDesk(new_chair())
    keep(desk.show())
    hands = Hands(desk)
    assert hands.at == "Name"
    people(hands)
    assert hands.at == "Family name"
    patient(hands)
    assert hands.at == "3-bag 12-step"
    plan(hands)
    assert hands.at == "No"
    qualified(desk)
    assert hands.at == "Record number"
    read(hands)
    assert "plan_verified" in missing(desk)
    assert desk.screen.draft.texts == {}
    desk.chair.wait(60)
    desk.render()
    read(hands)
    assert missing(desk) == ["baseline"]
    hands.primary()  # the baseline check
    assert desk.chair.session.baseline is not None
    hands.primary()
    assert desk.has_started()
    session = desk.chair.session
    assert isinstance(session.stage, ChangingBag)
    assert session.plan is not None
    assert session.plan.target == Amount.of("400 mg")
    assert session.patient is not None
    assert session.patient.allergies[0].on == "2026-10-03"
    assert session.orders[0].order.taken is OrderTaken.TELEPHONE
    assert {each.actor for each in desk.chair.records[2:]} == {Actor("ML", Role.NURSE)}


def test_a_baseline_with_fever_starts_only_by_a_named_order_taken_in_place(keep: Keep) -> None:
    desk = SetupDesk(new_chair())
    keep(desk.show())
    hands = Hands(desk)
    people(hands)
    patient(hands)
    plan(hands)
    qualified(desk)
    read(hands)
    desk.chair.wait(60)
    desk.render()
    read(hands)
    desk.baseline = {"temp": "38.4"}
    hands.primary()
    hands.primary()
    assert not desk.has_started()
    assert "Temperature 38.4" in desk.window.frame.action_bar.primary.view.blocked_reason
    hands.type("Prescriber", "Dr Haas")
    hands.choose("In person")
    hands.choose("Read back")
    hands.choose("Record this order")
    assert desk.chair.session.orders[-1].order.purpose is OrderFor.ACCEPT_BASELINE
    hands.primary()
    assert desk.has_started()


def test_what_was_typed_survives_another_card(keep: Keep) -> None:
    desk = SetupDesk(new_chair())
    keep(desk.show())
    hands = Hands(desk)
    hands.type("Name", "M. <b>Lindqvist</b> & co")
    desk.ask("card:patient")
    assert desk.screen.form.head.title == "Patient"
    desk.ask("card:people")
    hands.to("Name")
    assert isinstance(hands.focus, QLineEdit)
    assert hands.focus.text() == "M. <b>Lindqvist</b> & co"
