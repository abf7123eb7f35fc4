"""Adding people and changing what they sign in with: who may, and what is wrong with the rest."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.recorded import PROGRAM, Actor, Role
from desens_gui.session.audit import Audit, AuditEntry, What
from desens_gui.session.pin_rules import PinFault, PinRules
from desens_gui.session.ports import Clock
from desens_gui.session.staff import BadgeTaken, Hasher, IdTaken, Making, Person, StaffStore

NAME_LIMIT = 120
ID_LIMIT = 40
BADGE_LEAST, BADGE_MOST = 4, 200
"""Characters of a badge code: fewer are typed by chance (E, not published)."""

RESERVED = ("desens", "unidentified", "badge")
"""Ids that stand for no person."""


class StaffFault(StrEnum):
    NAME_MISSING = "name_missing"
    NAME_TOO_LONG = "name_too_long"
    ID_NOT_ALLOWED = "id_not_allowed"
    ID_TAKEN = "id_taken"
    NOT_KNOWN = "not_known"
    FIRST_ADMINISTRATOR = "first_administrator"
    ADMINISTRATOR_NEEDED = "administrator_needed"
    LAST_ADMINISTRATOR = "last_administrator"
    BADGE_LENGTH = "badge_length"
    BADGE_TAKEN = "badge_taken"
    NOT_ACTIVE = "not_active"
    ALREADY_ACTIVE = "already_active"


class StaffRefused(Exception):
    """What is wrong, and whom or what it is about: an id, never a PIN or a badge."""

    def __init__(self, fault: StaffFault | PinFault, about: str = "") -> None:
        super().__init__(fault, about)
        self.fault = fault
        self.about = about


class Staffing:
    """by: who signed in for it. The first person is an administrator and needs nobody; later it takes one."""

    def __init__(
        self, store: StaffStore, hasher: Hasher, rules: PinRules, *, clock: Clock, audit: Audit
    ) -> None:
        self._store = store
        self._hasher = hasher
        self._rules = rules
        self._clock = clock
        self._audit = audit

    def people(self) -> tuple[Person, ...]:
        return self._store.people()

    def check_new(self, person: Person, by: Actor | None) -> None:
        """Before a PIN is asked for; StaffRefused."""
        self._require_administrator(by, person.role)
        if not person.name.strip():
            raise StaffRefused(StaffFault.NAME_MISSING)
        if len(person.name) > NAME_LIMIT:
            raise StaffRefused(StaffFault.NAME_TOO_LONG, str(NAME_LIMIT))
        if not _is_id(person.id):
            raise StaffRefused(StaffFault.ID_NOT_ALLOWED, person.id)
        if any(each.id == person.id for each in self.people()):
            raise StaffRefused(StaffFault.ID_TAKEN, person.id)

    def check_pin(self, pin: str) -> None:
        fault = self._rules.fault(pin)
        if fault is not None:
            raise StaffRefused(fault)

    def add(self, person: Person, pin: str, by: Actor | None) -> None:
        self.check_new(person, by)
        self.check_pin(pin)
        try:
            self._store.add(person, self._hasher.hash(pin), self._making(by))
        except IdTaken as taken:  # another program was quicker
            raise StaffRefused(StaffFault.ID_TAKEN, person.id) from taken
        self._note("add", person.id, by)

    def change_pin(self, person_id: str, pin: str, by: Actor) -> None:
        """An administrator anybody's, everybody their own."""
        if by.id != person_id:
            self._require_administrator(by)
        self.known(person_id)
        self.check_pin(pin)
        self._store.set_pin(person_id, self._hasher.hash(pin), self._making(by))
        self._note("change-pin", person_id, by)

    def set_badge(self, person_id: str, code: str | None, by: Actor) -> None:
        self._require_administrator(by)
        self.known(person_id)
        if code is not None and not BADGE_LEAST <= len(code) <= BADGE_MOST:
            raise StaffRefused(StaffFault.BADGE_LENGTH)
        try:
            self._store.set_badge(person_id, code, self._making(by))
        except BadgeTaken as taken:
            raise StaffRefused(StaffFault.BADGE_TAKEN, taken.person) from taken
        self._note("badge", person_id, by)

    def deactivate(self, person_id: str, by: Actor) -> None:
        self._require_administrator(by)
        person = self.known(person_id)
        if not person.active:
            raise StaffRefused(StaffFault.NOT_ACTIVE, person_id)
        others = [each for each in self.people() if each.id != person_id and _administers(each)]
        if _administers(person) and not others:
            raise StaffRefused(StaffFault.LAST_ADMINISTRATOR, person_id)
        self._store.set_active(person_id, False, self._making(by))
        self._note("deactivate", person_id, by)

    def reactivate(self, person_id: str, by: Actor) -> None:
        self._require_administrator(by)
        if self.known(person_id).active:
            raise StaffRefused(StaffFault.ALREADY_ACTIVE, person_id)
        self._store.set_active(person_id, True, self._making(by))
        self._note("reactivate", person_id, by)

    def known(self, person_id: str) -> Person:
        """StaffRefused for an id that nobody has."""
        for person in self.people():
            if person.id == person_id:
                return person
        raise StaffRefused(StaffFault.NOT_KNOWN, person_id)

    def _require_administrator(self, by: Actor | None, adds: Role | None = None) -> None:
        if not self.people():
            if adds is not Role.ADMINISTRATOR:
                raise StaffRefused(StaffFault.FIRST_ADMINISTRATOR)
        elif by is None or by.role is not Role.ADMINISTRATOR:
            raise StaffRefused(StaffFault.ADMINISTRATOR_NEEDED)

    def _making(self, by: Actor | None) -> Making:
        return Making(by or PROGRAM, self._clock.now())

    def _note(self, command: str, person_id: str, by: Actor | None) -> None:
        made = self._making(by)
        self._audit.note(
            AuditEntry(
                what=What.STAFF_CHANGED, actor=made.by, stamp=made.at, command=command, person=person_id
            )
        )


def _administers(person: Person) -> bool:
    return person.active and person.role is Role.ADMINISTRATOR


def _is_id(text: str) -> bool:
    """A staff number or a short name: what stands in records for ever, without blanks or signs."""
    plain = text.replace("-", "").replace(".", "").replace("_", "")
    return 0 < len(text) <= ID_LIMIT and text.isascii() and plain.isalnum() and text not in RESERVED
