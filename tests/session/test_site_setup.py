"""Who may answer which page of a site's set-up, and what is wrong with an answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from desens_gui.domain.protocol.about import Route, Status
from desens_gui.domain.recorded import Role
from desens_gui.domain.site import PAGES, Page, SiteRecord
from desens_gui.session.audit import What
from desens_gui.session.pin_rules import PinRules
from desens_gui.session.site_setup import SiteFault, SiteRefused, SiteSetup
from desens_gui.session.staff import Person
from desens_gui.session.staffing import Staffing
from desens_gui.system.protocols import load_protocol
from tests.fake_clock import FakeClock
from tests.staff import ACHTERBERG, LINDQVIST, VERMEER
from tests.storage.staff_files import Notes, PlainHasher, staff_file

FIRST = Person(id="x9", name="First", role=Role.ADMINISTRATOR)
PROTOCOL = load_protocol("rdd-3bag-12step")


class Kept:
    """The port SiteStore in memory."""

    def __init__(self) -> None:
        self.record = SiteRecord()

    def read(self) -> SiteRecord:
        return self.record

    def write(self, record: SiteRecord) -> None:
        self.record = record


class Office:
    def __init__(self, folder: Path, *members: object) -> None:
        self.kept, self.notes = Kept(), Notes()
        store = staff_file(folder, *members)  # type: ignore[arg-type]
        staffing = Staffing(store, PlainHasher(), PinRules(6, 12), clock=FakeClock(), audit=self.notes)
        self.setup = SiteSetup(self.kept, staffing, clock=FakeClock(), audit=self.notes)


def fault(act: Callable[[], object]) -> SiteFault:
    with pytest.raises(SiteRefused) as refused:
        act()
    return refused.value.fault


def test_page_by_page_until_none_is_missing(tmp_path: Path) -> None:
    office = Office(tmp_path, VERMEER, ACHTERBERG)
    setup, admin, doctor = office.setup, VERMEER.actor, ACHTERBERG.actor
    assert setup.record().missing == PAGES
    setup.rename(" Unit 4 ", admin)
    setup.staff_complete(admin)
    setup.answer(Page.POLICY, doctor, "default", 1, "ab")
    setup.approve(PROTOCOL, "cd", doctor)
    setup.answer(Page.ENCRYPTION, admin, "off")
    setup.heard(admin, heard=True)
    assert setup.record().missing == (Page.BACKUP,)
    setup.answer(Page.BACKUP, admin, "/mnt/backup")
    record = setup.record()
    assert record.missing == ()
    assert record.name == "Unit 4"
    assert record.approved("rdd-3bag-12step", "cd")
    assert not record.approved("rdd-3bag-12step", "ce")
    noted = [entry.command for entry in office.notes.entries if entry.what is What.SITE_CHANGED]
    assert noted == [str(page) for page in PAGES]


def test_the_first_administrator_comes_with_the_name(tmp_path: Path) -> None:
    office = Office(tmp_path)
    assert fault(lambda: office.setup.begin(" ", FIRST, "271828")) is SiteFault.NAME_MISSING
    assert fault(lambda: office.setup.begin("n" * 81, FIRST, "271828")) is SiteFault.NAME_TOO_LONG
    assert office.kept.record.name == ""
    assert office.setup.begin("Unit 4", FIRST, "271828") == FIRST.member.actor
    assert office.kept.record.name == "Unit 4"


@pytest.mark.requirement("R-SITE-1")
def test_who_may_answer_what(tmp_path: Path) -> None:
    setup = Office(tmp_path, VERMEER, LINDQVIST, ACHTERBERG).setup
    for page in PAGES:
        clinical = page in (Page.POLICY, Page.PROTOCOL)
        for member in (VERMEER, LINDQVIST, ACHTERBERG):
            role = Role.ALLERGIST if clinical else Role.ADMINISTRATOR
            if member.role is role:
                setup.check_may(page, member.actor)
                continue
            wanted = SiteFault.ALLERGIST_NEEDED if clinical else SiteFault.ADMINISTRATOR_NEEDED
            assert fault(lambda: setup.answer(page, member.actor, "x")) is wanted  # noqa: B023
    assert setup.record() == SiteRecord()


def test_what_is_no_answer(tmp_path: Path) -> None:
    setup, admin, doctor = Office(tmp_path, VERMEER).setup, VERMEER.actor, ACHTERBERG.actor
    assert fault(lambda: setup.staff_complete(admin)) is SiteFault.NO_ALLERGIST
    assert fault(lambda: setup.heard(admin, heard=False)) is SiteFault.NOT_HEARD
    recalled, oral = replace(PROTOCOL, status=Status.RECALLED), replace(PROTOCOL, route=Route.ORAL)
    assert fault(lambda: setup.approve(recalled, "cd", doctor)) is SiteFault.NOT_VERIFIED
    assert fault(lambda: setup.approve(oral, "cd", doctor)) is SiteFault.NOT_IV
