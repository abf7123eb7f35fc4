"""Who may change whom: what the command line does not come past."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desens_gui.domain.recorded import Role
from desens_gui.session.pin_rules import PinRules
from desens_gui.session.staff import IdTaken, Making, Person
from desens_gui.session.staffing import StaffFault, Staffing, StaffRefused
from desens_gui.storage.staff_file import StaffFile
from tests.fake_clock import FakeClock
from tests.staff import BAKKER, LINDQVIST, VERMEER
from tests.storage.staff_files import Notes, PlainHasher, staff_file

NEW = Person(id="n7", name="New", role=Role.NURSE)


def staffing(store: StaffFile) -> Staffing:
    return Staffing(store, PlainHasher(), PinRules(6, 12), clock=FakeClock(), audit=Notes())


@pytest.fixture
def store(tmp_path: Path) -> StaffFile:
    return staff_file(tmp_path, VERMEER, LINDQVIST, BAKKER)


@pytest.mark.parametrize("by", [LINDQVIST.actor, None])
def test_only_an_administrator_changes_others(store: StaffFile, by: object) -> None:
    desk = staffing(store)
    actor = by if by is None else LINDQVIST.actor
    tries: list[Callable[[], None]] = [lambda: desk.check_new(NEW, actor)]
    if actor is not None:
        tries += [
            lambda: desk.change_pin("n2", "314159", actor),
            lambda: desk.set_badge("n1", "0004711", actor),
            lambda: desk.deactivate("n1", actor),
            lambda: desk.reactivate("n1", actor),
        ]
    for each in tries:
        with pytest.raises(StaffRefused) as refused:
            each()
        assert refused.value.fault is StaffFault.ADMINISTRATOR_NEEDED


def test_an_administrator_gives_anybody_a_new_pin(store: StaffFile) -> None:
    staffing(store).change_pin("n2", "314159", VERMEER.actor)


def test_another_program_was_quicker(store: StaffFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def quicker(person: Person, pin_hash: str, making: Making) -> None:
        raise IdTaken(person.id)

    monkeypatch.setattr(store, "add", quicker)
    with pytest.raises(StaffRefused) as refused:
        staffing(store).add(NEW, "314159", VERMEER.actor)
    assert refused.value.fault is StaffFault.ID_TAKEN
