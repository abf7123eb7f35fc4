"""The pages of the site's set-up at a terminal. PINs, badges and the recovery key are no arguments."""

from __future__ import annotations

from pathlib import Path

from desens_gui.app.site_desk import SiteDesk
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.site import Page
from desens_gui.session.staff import ROLES, Person
from desens_gui.system.console import complain, say
from desens_gui.system.prompting import ask, ask_secret
from desens_gui.wording.roles import role_name
from desens_gui.wording.site_words import page_title, policy_lines
from desens_gui.wording.words import Words


class Pages:
    """One sitting: who signed in as administrator is asked once."""

    def __init__(self, desk: SiteDesk, words: Words) -> None:
        self._desk = desk
        self._words = words
        self._by: Actor | None = None

    def ask(self, page: Page) -> None:
        """What the desk raises goes on to the caller."""
        say("")
        say(page_title(self._words, page))
        {
            Page.NAME: self._name,
            Page.STAFF: self._staff,
            Page.POLICY: self._policy,
            Page.PROTOCOL: self._protocol,
            Page.ENCRYPTION: self._encryption,
            Page.SOUND: self._sound,
            Page.BACKUP: self._backup,
        }[page]()

    def _administrator(self) -> Actor:
        if self._by is None:
            self._by = self._signed(Role.ADMINISTRATOR)
        return self._by

    def _signed(self, role: Role) -> Actor:
        ids = ", ".join(each.id for each in self._desk.people() if each.active and each.role is role)
        name = role_name(self._words, role)
        who = ask(self._words("{role}, your id ({ids}):", role=name, ids=ids))
        return self._desk.signed_in(who, ask_secret(self._words("PIN of {id}:", id=who)))

    def _name(self) -> None:
        words = self._words
        name = ask(words("Site name:"))
        if self._desk.people():
            self._desk.name(name, self._administrator())
            return
        person = ask(words("First administrator, name:"))
        person_id = ask(words("Staff number or short id:"))
        self._by = self._desk.begin(name, person_id, person, self._pins(person_id))

    def _pins(self, person_id: str) -> tuple[str, str]:
        first = ask_secret(self._words("New PIN or passphrase of {id}:", id=person_id))
        return first, ask_secret(self._words("The same once more:"))

    def _staff(self) -> None:
        words, by = self._words, self._administrator()
        say(words("Add at least one allergist, and everybody who works at the chair."))
        while name := ask(words("Name (empty: everybody is here):")):
            roles = ", ".join(str(role) for role in ROLES)
            role = ask(words("Role ({roles}):", roles=roles))
            if role not in {str(each) for each in ROLES}:
                complain(words("Role: allowed are {roles}.", roles=roles))
                continue
            person = Person(id=ask(words("Staff number or short id:")), name=name, role=Role(role))
            pins = self._pins(person.id)
            badge = ask_secret(words("Tap the badge of {id}, or Enter for none:", id=person.id)).strip()
            self._desk.add(person, pins, badge, by)
            say(
                words(
                    "Added: {person}", person=f"{person.id}  {person.name}, {role_name(words, person.role)}"
                )
            )
        self._desk.staff_complete(by)

    def _policy(self) -> None:
        words = self._words
        file = ask(words("Edited policy file (empty: the default that comes with Desens):"))
        policy = self._desk.read_policy(file)
        say(words("{title}, revision {revision}:", title=policy.title, revision=policy.revision))
        for line in policy_lines(policy, words):
            say(f"  {line}")
        say(words("An allergist accepts it by name."))
        self._desk.accept_policy(file, self._signed(Role.ALLERGIST))

    def _protocol(self) -> None:
        words, offered = self._words, self._desk.offered()
        for each in offered:
            say(f"  {each.id}  {each.title}")
        chosen = offered[0].id if len(offered) == 1 else ask(words("Protocol for emergencies:"))
        say(words("An allergist approves {protocol} for emergencies, by name.", protocol=chosen))
        self._desk.approve(chosen, self._signed(Role.ALLERGIST))

    def _encryption(self) -> None:
        words, by = self._words, self._administrator()
        if ask(words("Encrypt session files? (on, off):")) != "on":
            self._desk.leave_plain(by)
            say(words("Session files are not encrypted. The window says so."))
            return
        paper = self._desk.recovery_key().split(" ")
        say(words("RECOVERY KEY of this site. Keep it on paper, twice, where medication is locked:"))
        for at in range(0, len(paper), 4):
            say("    " + "   ".join(paper[at : at + 4]))
        if file := ask(words("Page to print, a PDF file to write (empty: none):")):
            from desens_gui.app.key_page import write_key_page

            write_key_page(Path(file).expanduser(), self._desk.record().name, paper, words)
            say(words("Print {file}, then delete it.", file=file))
        self._desk.encrypt(ask(words("Type it back from the paper:")), by)

    def _sound(self) -> None:
        from desens_gui.app.sound_check import alarm_sound

        words, by = self._words, self._administrator()
        with alarm_sound(words) as wrong:
            if wrong:
                complain(wrong)
            heard = ask(words("Ten short tones: heard at the chair? (yes, no):")) == "yes"
        self._desk.heard(by, heard=heard)

    def _backup(self) -> None:
        words, by = self._words, self._administrator()
        self._desk.back_up_to(ask(words("Backup folder, on another disk or a share:")), by)
        say(words("Written, read back, and kept: finished sessions are copied there."))
