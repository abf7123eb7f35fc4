"""Setting a site up at this workstation, for window and command line alike: each page with its effect.

What a page changes is written first (staff, policy, key, settings), the answer last: an answer that stands
was carried out. No Qt.
"""

from __future__ import annotations

from pathlib import Path

from desens_gui.app.sign_in_said import said as not_signed_in
from desens_gui.app.site import Site
from desens_gui.domain.policy import Policy
from desens_gui.domain.protocol.about import Route, Status
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.site import Page, SiteRecord
from desens_gui.session.people import SignedIn
from desens_gui.session.site_setup import SiteRefused, SiteSetup
from desens_gui.session.staff import Person
from desens_gui.session.staffing import StaffRefused
from desens_gui.storage.problem_words import workstation_sentence
from desens_gui.storage.problems import StorageProblem, problem_of_os
from desens_gui.system.encryption import Standing, keep, look, site_of
from desens_gui.system.folder_check import check_folder
from desens_gui.system.ids import random_bytes
from desens_gui.system.paths import Folders
from desens_gui.system.policies import load_policy
from desens_gui.system.protocols import load_protocol, protocol_ids
from desens_gui.system.resources import resource
from desens_gui.system.settings import Settings, keep_settings
from desens_gui.system.site_file import SiteFile
from desens_gui.system.site_key import BYTES, Misread, fingerprint, on_paper, read_paper, write_site_key
from desens_gui.system.site_policy import digest_of
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.system.whole_file import write_whole
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.key_words import misread_sentence
from desens_gui.wording.site_words import site_sentence
from desens_gui.wording.staff_words import staff_sentence
from desens_gui.wording.words import Words

SHIPPED_POLICY = resource("policies", "default.toml")


class CannotSetUp(Exception):
    """One sentence for the person who answers; nothing was changed."""


class SiteDesk:
    """Close it: the audit is written to the end."""

    def __init__(self, place: Folders, words: Words) -> None:
        self._place = place.make()
        self._words = words
        self._site = Site(place)
        self._audit = self._site.audit_writer()
        self.staffing = self._site.staffing(self._audit)
        self.signing_in = self._site.signing_in(self._audit)
        self._setup = SiteSetup(
            SiteFile(place.site), self.staffing, clock=self._site.clock, audit=self._audit
        )
        self._key: bytes | None = None

    def close(self) -> None:
        self._audit.close()

    # ---- what stands

    def record(self) -> SiteRecord:
        return self._setup.record()

    def people(self) -> tuple[Person, ...]:
        return self.staffing.people()

    def signed_in(self, person_id: str, pin: str) -> Actor:
        """CannotSetUp: what is wrong with PIN or id, as at the chair."""
        answer = self.signing_in.pin(person_id.strip(), pin)
        if isinstance(answer, SignedIn):
            return answer.person.actor
        raise CannotSetUp(not_signed_in(answer, self._words))

    # ---- pages

    def begin(self, name: str, person_id: str, person: str, pins: tuple[str, str]) -> Actor:
        """Site name and first administrator."""
        self._same(pins)
        first = Person(id=person_id.strip(), name=person.strip(), role=Role.ADMINISTRATOR)
        return self._setup.begin(name, first, pins[0])

    def name(self, name: str, by: Actor) -> None:
        self._setup.rename(name, by)

    def add(self, person: Person, pins: tuple[str, str], badge: str, by: Actor) -> None:
        """badge: "" for none."""
        self._setup.check_may(Page.STAFF, by)
        self.staffing.check_new(person, by)
        self._same(pins)
        self.staffing.add(person, pins[0], by)
        if badge:
            self.staffing.set_badge(person.id, badge, by)

    def staff_complete(self, by: Actor) -> None:
        self._setup.staff_complete(by)

    def read_policy(self, file: str) -> Policy:
        """The shipped one without a name; TomlProblem says what is wrong with an edited one."""
        return load_policy(Path(file).expanduser() if file else SHIPPED_POLICY)

    def accept_policy(self, file: str, by: Actor) -> None:
        """It stands from the next session on."""
        self._setup.check_may(Page.POLICY, by)
        policy = self.read_policy(file)
        source = Path(file).expanduser() if file else SHIPPED_POLICY
        write_whole(self._place.policy, source.read_bytes(), replace=True)
        digest = digest_of(self._place.policy)
        self._setup.answer(Page.POLICY, by, policy.id, policy.revision, digest)

    def offered(self) -> tuple[Protocol, ...]:
        """What may be approved for emergencies."""
        every = (load_protocol(name) for name in protocol_ids())
        return tuple(each for each in every if each.status == Status.VERIFIED and each.route == Route.IV)

    def approve(self, protocol: str, by: Actor) -> None:
        path = resource("protocols", f"{protocol}.toml")
        self._setup.approve(load_protocol(protocol), digest_of(path), by)

    def recovery_key(self) -> str:
        """As it goes on paper: that of the site where there is one, else a new one, not yet written."""
        found = look(self._place)
        lost = found.standing in (Standing.MISSING, Standing.OTHER)
        if lost or (found.key is None and site_of(self._place)):
            raise CannotSetUp(
                self._words("The site's key is missing; “desens-gui encryption recover” puts it back.")
            )
        self._key = self._key or found.key or random_bytes(BYTES)
        return on_paper(self._key)

    def encrypt(self, typed_back: str, by: Actor) -> None:
        """typed_back: the key, from the paper."""
        self._setup.check_may(Page.ENCRYPTION, by)
        shown = self.recovery_key()
        try:
            secret = read_paper(typed_back)
        except Misread as misread:
            raise CannotSetUp(misread_sentence(misread.group, self._words)) from misread
        if on_paper(secret) != shown:
            raise CannotSetUp(self._words("Recovery key: this is another one."))
        write_site_key(self._place.site_key, secret)
        keep(self._place, on=True, site=fingerprint(secret))
        self._setup.answer(Page.ENCRYPTION, by, "on")
        self._key = None

    def leave_plain(self, by: Actor) -> None:
        """Off is an answer too, and then shown in the window."""
        self._setup.check_may(Page.ENCRYPTION, by)
        keep(self._place, on=False, site=site_of(self._place))
        self._setup.answer(Page.ENCRYPTION, by, "off")

    def heard(self, by: Actor, *, heard: bool) -> None:
        self._setup.heard(by, heard=heard)

    def back_up_to(self, folder: str, by: Actor) -> None:
        """Checked by writing and reading there."""
        words, path = self._words, Path(folder.strip()).expanduser()
        self._setup.check_may(Page.BACKUP, by)
        if not path.is_absolute():
            raise CannotSetUp(words("Backup folder: give the whole path, as /mnt/backup/desens."))
        if path.resolve().is_relative_to(self._place.data.resolve()):
            raise CannotSetUp(words("Backup folder: it must not lie in the folder that it backs up."))
        check_folder(path)
        keep_settings(self._place.settings, Settings(backup_folder=path))
        self._setup.answer(Page.BACKUP, by, str(path))

    def _same(self, pins: tuple[str, str]) -> None:
        if pins[0] != pins[1]:
            raise CannotSetUp(self._words("PIN: the two are not the same; nothing was changed."))

    # ---- what is wrong

    def said(self, problem: Exception) -> str:
        """One sentence for whatever a page raised; anything else is a bug and raised again."""
        words, rules = self._words, self._site.policy.rules
        match problem:
            case CannotSetUp():
                return str(problem)
            case SiteRefused():
                return site_sentence(words, problem.fault, problem.about)
            case StaffRefused():
                return staff_sentence(
                    words,
                    problem.fault,
                    problem.about,
                    digits=rules.digits_least,
                    letters=rules.passphrase_least,
                )
            case TomlProblem():
                return fault_sentence(problem.fault, words)
            case StorageProblem():
                return workstation_sentence(problem, words)
            case OSError():
                return workstation_sentence(problem_of_os(problem), words)
        raise problem


PROBLEMS = (CannotSetUp, SiteRefused, StaffRefused, TomlProblem, StorageProblem, OSError)
"""What a page may raise and `said` says."""
