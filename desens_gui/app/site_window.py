"""The site's set-up as the window answers it. Hashing a PIN holds the window up for a tenth of a second: this
is before any patient, and nothing runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desens_gui.app.key_page import write_key_page
from desens_gui.app.site_desk import PROBLEMS, SiteDesk
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.site import Page, SiteRecord
from desens_gui.session.staff import Person
from desens_gui.system.policies import load_policy
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.site import SAVE, SiteState, StaffMember
from desens_gui.wording.words import Words

Secret = Callable[[str], str]


class SiteWindow:
    """The port SiteAnswers. again: the program begins again with what was changed."""

    def __init__(self, make: Callable[[], SiteDesk], words: Words, again: Callable[[], None]) -> None:
        self._make = make
        self._made: SiteDesk | None = None
        self._words = words
        self._again = again
        self._by: Actor | None = None
        self._chosen: Page | None = None
        self._file = ""
        self._policy = load_policy()
        self._protocols: tuple[tuple[str, str], ...] = ()
        self._changed = False
        self._key = ""
        self._said = ""
        self._record = SiteRecord()
        self._people: tuple[Person, ...] = ()

    @property
    def _desk(self) -> SiteDesk:
        """Made when the set-up is opened first."""
        self._made = self._made or self._make()
        return self._made

    def open(self, page: Page | None) -> None:
        self._chosen, self._said = page, ""
        self._protocols = tuple((each.id, each.title) for each in self._desk.offered())
        self._look()

    def _look(self) -> None:
        """Read once for each change, not at each beat."""
        try:
            self._record, self._people = self._desk.record(), self._desk.people()
            self._key = self._desk.recovery_key() if self._by is not None else ""
        except PROBLEMS as problem:
            self._said = self._desk.said(problem)

    def state(self) -> SiteState:
        missing = self._record.missing
        page = self._chosen or (missing[0] if missing else None)
        return SiteState(
            record=self._record,
            page=page,
            by=self._by.id if self._by is not None else "",
            people=tuple(
                StaffMember(id=each.id, name=each.name, role=each.role, active=each.active)
                for each in self._people
            ),
            policy=self._policy,
            protocols=self._protocols,
            key=self._key,
            said=self._said,
        )

    def save(self, draft: FormDraft, secret: Secret) -> dict[str, str]:
        state, self._said = self.state(), ""
        if state.page is None:
            self.leave()
            return {}
        try:
            if state.asks_administrator:
                who = self._desk.signed_in(draft.text("site:admin"), secret("site:admin_pin"))
                if who.role is not Role.ADMINISTRATOR:
                    return {"site:admin": self._words("Only an administrator may do this.")}
                self._by = who
            elif state.page is Page.POLICY and self._read_first(draft):
                return {"site:file": self._words("Read what it says above, then accept it.")}
            elif self._answer(state.page, draft, secret):
                self._changed, self._chosen = True, None
        except PROBLEMS as problem:
            return {SAVE: self._desk.said(problem)}
        finally:
            self._look()
        return {}

    def _answer(self, page: Page, draft: FormDraft, secret: Secret) -> bool:
        """Whether the page is answered; not yet where more of it is asked."""
        desk, by = self._desk, self._by
        if page is Page.POLICY:
            self._accept(draft, secret)
        elif page is Page.PROTOCOL:
            doctor = desk.signed_in(draft.text("site:doctor"), secret("site:doctor_pin"))
            desk.approve(draft.choice("site:protocol"), doctor)
        elif by is None:
            name, person_id, person = (draft.text(f"site:{each}") for each in ("name", "id", "person"))
            self._by = desk.begin(name, person_id, person, (secret("site:pin"), secret("site:again")))
        elif page is Page.NAME:
            desk.name(draft.text("site:name"), by)
        elif page is Page.STAFF:
            return self._staff(draft, secret, by)
        elif page is Page.ENCRYPTION:
            self._encrypt(draft, by)
        elif page is Page.SOUND:
            desk.heard(by, heard=draft.choice("site:heard") == "yes")
        else:
            desk.back_up_to(draft.text("site:folder"), by)
        return True

    def _staff(self, draft: FormDraft, secret: Secret, by: Actor) -> bool:
        if not draft.text("site:person").strip():
            self._desk.staff_complete(by)
            return True
        role = Role(draft.choice("site:role") or Role.NURSE)
        person = Person(id=draft.text("site:id").strip(), name=draft.text("site:person").strip(), role=role)
        pins = (secret("site:pin"), secret("site:again"))
        self._desk.add(person, pins, secret("site:badge").strip(), by)
        self._changed = True
        self._said = self._words("{name} added", name=person.name)
        return False

    def _read_first(self, draft: FormDraft) -> bool:
        """An edited file is shown before a name goes under it."""
        file = draft.text("site:file").strip()
        if file == self._file:
            return False
        self._policy, self._file = self._desk.read_policy(file), file
        return True

    def _accept(self, draft: FormDraft, secret: Secret) -> None:
        """Under the file that is shown."""
        doctor = self._desk.signed_in(draft.text("site:doctor"), secret("site:doctor_pin"))
        self._desk.accept_policy(self._file, doctor)

    def _encrypt(self, draft: FormDraft, by: Actor) -> None:
        if draft.choice("site:encrypt") == "off":
            self._desk.leave_plain(by)
        else:
            self._desk.encrypt(draft.text("site:back"), by)

    def print_key(self, file: str) -> dict[str, str]:
        try:
            if self._by is None or not file.strip():
                return {"site:pdf": self._words("PDF file: give the path of a file to write.")}
            path = Path(file.strip()).expanduser()
            write_key_page(path, self._record.name, self._key.split(" "), self._words)
        except OSError as problem:
            return {"site:pdf": self._desk.said(problem)}
        self._said = self._words("Saved. Print it, then delete the file")
        return {}

    def leave(self) -> None:
        self._by, self._chosen, self._key = None, None, ""
        if self._changed:
            self._changed = False
            self._again()

    def close(self) -> None:
        if self._made is not None:
            self._made.close()
