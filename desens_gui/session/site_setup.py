"""Setting a site up: who may answer which page, and what is wrong with an answer.

Page by page, each durable by itself: staff, keys, policy and settings lie in files of their own that no disk
writes together, so a set-up that is left half-way keeps what was answered, and goes on with the first page
that was not. A site counts as set up when no page is missing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from msgspec.structs import replace

from desens_gui.domain.protocol.about import Route, Status
from desens_gui.domain.protocol.protocol import Protocol as Recipe
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.site import Answered, Page, SiteRecord
from desens_gui.session.audit import Audit, AuditEntry, What
from desens_gui.session.ports import Clock
from desens_gui.session.staff import Person
from desens_gui.session.staffing import Staffing

NAME_LIMIT = 80
SIGNED_BY_ALLERGIST = (Page.POLICY, Page.PROTOCOL)
"""Clinical answers: an allergist puts the name under them, everything else an administrator."""


class SiteFault(StrEnum):
    NAME_MISSING = "name_missing"
    NAME_TOO_LONG = "name_too_long"
    ADMINISTRATOR_NEEDED = "administrator_needed"
    ALLERGIST_NEEDED = "allergist_needed"
    NO_ALLERGIST = "no_allergist"
    NOT_VERIFIED = "not_verified"
    NOT_IV = "not_iv"
    NOT_HEARD = "not_heard"


class SiteRefused(Exception):
    """What is wrong, and with what."""

    def __init__(self, fault: SiteFault, about: str = "") -> None:
        super().__init__(fault, about)
        self.fault = fault
        self.about = about


class SiteStore(Protocol):
    """What it raises is a problem of the disk or the file."""

    def read(self) -> SiteRecord: ...

    def write(self, record: SiteRecord) -> None:
        """Durable and whole before it returns."""
        ...


class SiteSetup:
    """by: who showed by PIN or badge who they are. Changes later are answers too, under the same rules."""

    def __init__(self, store: SiteStore, staffing: Staffing, *, clock: Clock, audit: Audit) -> None:
        self._store = store
        self._staffing = staffing
        self._clock = clock
        self._audit = audit

    def record(self) -> SiteRecord:
        return self._store.read()

    def begin(self, name: str, first: Person, pin: str) -> Actor:
        """The site's name and its first administrator, who answers the rest; StaffRefused too."""
        self.check_name(name)
        by = first.member.actor
        self._staffing.add(first, pin, None)
        self._keep(Answered(page=Page.NAME, by=by.id, utc_us=self._now_us(), about=name.strip()))
        return by

    def check_name(self, name: str) -> None:
        if not name.strip():
            raise SiteRefused(SiteFault.NAME_MISSING)
        if len(name.strip()) > NAME_LIMIT:
            raise SiteRefused(SiteFault.NAME_TOO_LONG, str(NAME_LIMIT))

    def rename(self, name: str, by: Actor) -> None:
        self.check_name(name)
        self.answer(Page.NAME, by, name.strip())

    def staff_complete(self, by: Actor) -> None:
        """With somebody who may order and approve."""
        people = self._staffing.people()
        if not any(each.active and each.role is Role.ALLERGIST for each in people):
            raise SiteRefused(SiteFault.NO_ALLERGIST)
        self.answer(Page.STAFF, by, str(sum(each.active for each in people)))

    def approve(self, protocol: Recipe, digest: str, by: Actor) -> None:
        """For emergencies: an infusion that may be started, so one of status verified."""
        if protocol.status != Status.VERIFIED:
            raise SiteRefused(SiteFault.NOT_VERIFIED, protocol.id)
        if protocol.route != Route.IV:
            raise SiteRefused(SiteFault.NOT_IV, protocol.id)
        self.answer(Page.PROTOCOL, by, protocol.id, protocol.revision, digest)

    def heard(self, by: Actor, *, heard: bool) -> None:
        """Only a sound that was heard is an answer."""
        if not heard:
            raise SiteRefused(SiteFault.NOT_HEARD)
        self.answer(Page.SOUND, by, "heard")

    def check_may(self, page: Page, by: Actor) -> None:
        """Before anything is written elsewhere; SiteRefused."""
        if page in SIGNED_BY_ALLERGIST:
            if by.role is not Role.ALLERGIST:
                raise SiteRefused(SiteFault.ALLERGIST_NEEDED)
        elif by.role is not Role.ADMINISTRATOR:
            raise SiteRefused(SiteFault.ADMINISTRATOR_NEEDED)

    def answer(self, page: Page, by: Actor, about: str, revision: int = 0, digest: str = "") -> None:
        self.check_may(page, by)
        made = Answered(
            page=page, by=by.id, utc_us=self._now_us(), about=about, revision=revision, digest=digest
        )
        self._keep(made)
        entry = AuditEntry(what=What.SITE_CHANGED, actor=by, stamp=self._clock.now(), command=str(page))
        self._audit.note(entry)

    def _keep(self, made: Answered) -> None:
        record = self._store.read()
        self._store.write(replace(record, answers=(*record.answers, made)))

    def _now_us(self) -> int:
        return self._clock.now().utc_us
