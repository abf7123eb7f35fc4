"""A staff file with a few people, and hashing that costs nothing and hides nothing."""

from __future__ import annotations

from pathlib import Path

from desens_gui.domain.recorded import PROGRAM
from desens_gui.session.audit import AuditEntry
from desens_gui.session.people import Member
from desens_gui.session.staff import Making, Person
from desens_gui.storage.staff_file import StaffFile
from tests.fake_clock import FakeClock, FakeIds
from tests.staff import badge_of, pin_of

KEY = bytes(range(32))


class PlainHasher:
    """The port Hasher, in the clear; version says with which parameters."""

    def __init__(self, version: int = 1) -> None:
        self._version = version
        self.looked = 0

    def hash(self, pin: str) -> str:
        return f"{self._version}:{pin}"

    def fits(self, stored: str, pin: str) -> bool:
        self.looked += 1
        return stored.split(":", 1)[1] == pin

    def outdated(self, stored: str) -> bool:
        return not stored.startswith(f"{self._version}:")


class Notes:
    """The port Audit in memory."""

    def __init__(self) -> None:
        self.entries: list[AuditEntry] = []

    def note(self, entry: AuditEntry) -> None:
        self.entries.append(entry)


def staff_file(folder: Path, *members: Member, first: int = 1) -> StaffFile:
    """Each member with their PIN and their badge."""
    file = StaffFile(folder / "staff.db", key=lambda: KEY, ids=FakeIds(first), workstation="chair-4")
    for member in members:
        add(file, member)
    return file


def add(file: StaffFile, member: Member) -> None:
    making = Making(PROGRAM, FakeClock().now())
    person = Person(id=member.id, name=member.name, role=member.role)
    file.add(person, PlainHasher().hash(pin_of(member)), making)
    file.set_badge(member.id, badge_of(member), making)
