"""desens-gui staff add|list|change-pin|badge|deactivate|reactivate [--data DIR]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.app.site import Site
from desens_gui.cli.administrator import NotSignedIn, sign_in
from desens_gui.domain.recorded import Actor, Role
from desens_gui.session.signing_in import SigningIn
from desens_gui.session.staff import ROLES, Person
from desens_gui.session.staffing import Staffing, StaffRefused
from desens_gui.storage.audit_writer import AuditWriter
from desens_gui.storage.problem_words import workstation_sentence
from desens_gui.storage.problems import StorageProblem, problem_of_os
from desens_gui.system.console import complain, say
from desens_gui.system.ids import SystemIds
from desens_gui.system.paths import folders
from desens_gui.system.prompting import NothingMore, ask_secret
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.roles import role_name
from desens_gui.wording.staff_words import staff_sentence
from desens_gui.wording.words import Words

DONE = 0
BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action",
        choices=("add", "list", "change-pin", "badge", "deactivate", "reactivate"),
        help="what to do",
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="whom it is about, for all but add and list")
    parser.add_argument("--name", help="add: the name as colleagues read it")
    parser.add_argument("--role", choices=[str(role) for role in ROLES], help="add: what the person may do")
    parser.add_argument("--id", dest="new_id", metavar="ID", help="add: a staff number, else one is made")
    parser.add_argument("--remove", action="store_true", help="badge: take it away")
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else that of the platform")


def run(args: Namespace, words: Words) -> int:
    """0 done, 2 with one sentence. PINs and badges are asked for, never taken from the command line."""
    place = folders(args.data)
    try:
        place.make()
        return _at_the_desk(Site(place), args, words)
    except NotSignedIn as not_signed_in:
        return _refuse(str(not_signed_in))
    except NothingMore:
        return _refuse(words("The input ended before everything was answered; nothing was changed."))
    except StorageProblem as problem:
        return _refuse(
            words("{file}: {said}", file=place.staff.name, said=workstation_sentence(problem, words))
        )
    except OSError as error:
        return _refuse(
            words(
                "{file}: {said}", file=str(place.data), said=workstation_sentence(problem_of_os(error), words)
            )
        )


def _at_the_desk(site: Site, args: Namespace, words: Words) -> int:
    audit = site.audit_writer()
    try:
        return _Desk(site, audit, words).do(args)
    except StaffRefused as refused:
        rules = site.policy.rules
        return _refuse(
            staff_sentence(
                words,
                refused.fault,
                refused.about,
                digits=rules.digits_least,
                letters=rules.passphrase_least,
            )
        )
    finally:
        audit.close()


class _Desk:
    """One action."""

    def __init__(self, site: Site, audit: AuditWriter, words: Words) -> None:
        self._words = words
        self._signing_in: SigningIn = site.signing_in(audit)
        self._staffing: Staffing = site.staffing(audit)
        if site.fault is not None:
            complain(fault_sentence(site.fault, words))

    def do(self, args: Namespace) -> int:
        words = self._words
        if args.action == "list":
            return self._list()
        if args.action == "add":
            return self._add(args)
        if args.id is None:
            return _refuse(words("ID: say whom it is about; “desens-gui staff list” shows everybody."))
        person = self._staffing.known(args.id)
        by = sign_in(self._signing_in, words, person.id if args.action == "change-pin" else "")
        return self._change(args, person, by)

    def _list(self) -> int:
        people = self._staffing.people()
        if not people:
            say(self._words("No staff are set up here: Desens runs in single-user mode."))
        for person in people:
            say(self._line(person))
        return DONE

    def _line(self, person: Person) -> str:
        words = self._words
        parts = [f"{person.id}  {person.name}, {role_name(words, person.role)}"]
        parts += [words("badge")] if person.badge else []
        parts += [] if person.active else [words("deactivated")]
        return ", ".join(parts)

    def _add(self, args: Namespace) -> int:
        words = self._words
        if args.role is None:
            roles = ", ".join(str(role) for role in ROLES)
            return _refuse(words("--role: say what the person may do; allowed are {roles}.", roles=roles))
        made = Person(id=args.new_id or SystemIds().short(), name=args.name or "", role=Role(args.role))
        by = sign_in(self._signing_in, words) if self._staffing.people() else None
        self._staffing.check_new(made, by)
        pin = self._new_pin(made.id)
        if pin is None:
            return BAD_INPUT
        self._staffing.add(made, pin, by)
        say(words("Added: {person}", person=self._line(made)))
        return DONE

    def _change(self, args: Namespace, person: Person, by: Actor) -> int:
        match args.action:
            case "change-pin":
                pin = self._new_pin(person.id)
                if pin is None:
                    return BAD_INPUT
                self._staffing.change_pin(person.id, pin, by)
            case "badge":
                badge = self._words("Tap the badge of {id}, or type its code:", id=person.id)
                code = None if args.remove else ask_secret(badge).strip()
                self._staffing.set_badge(person.id, code, by)
            case "deactivate":
                self._staffing.deactivate(person.id, by)
            case _:
                self._staffing.reactivate(person.id, by)
        say(self._words("Changed: {person}", person=self._line(self._staffing.known(person.id))))
        return DONE

    def _new_pin(self, person_id: str) -> str | None:
        """Typed twice the same; None, and a sentence, where it was not."""
        words = self._words
        pin = ask_secret(words("New PIN or passphrase of {id}:", id=person_id))
        self._staffing.check_pin(pin)
        if ask_secret(words("The same once more:")) == pin:
            return pin
        _refuse(words("PIN: the two are not the same; nothing was changed."))
        return None


def _refuse(said: str) -> int:
    complain(said)
    return BAD_INPUT
