"""desens-gui encryption status|on|off|recover|show [--data DIR]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.app.keys_here import take_keys
from desens_gui.app.site import Site
from desens_gui.cli.administrator import NotSignedIn, sign_in
from desens_gui.domain.recorded import PROGRAM, Actor
from desens_gui.session.audit import AuditEntry, What
from desens_gui.storage.audit_file import ToNote
from desens_gui.storage.connecting import header_of
from desens_gui.storage.keys import kind_of, locked
from desens_gui.storage.problem_words import workstation_sentence
from desens_gui.storage.problems import StorageProblem, problem_of_os
from desens_gui.system.console import complain, say
from desens_gui.system.core_dumps import forbid_core_dumps
from desens_gui.system.encryption import Standing, keep, look, site_of
from desens_gui.system.ids import SystemIds, random_bytes
from desens_gui.system.paths import Folders, folders, sessions_in
from desens_gui.system.prompting import NothingMore, ask
from desens_gui.system.site_key import BYTES, Misread, fingerprint, on_paper, read_paper, write_site_key
from desens_gui.wording.key_words import misread_sentence
from desens_gui.wording.words import Words

DONE = 0
BAD_INPUT = 2
TRIES = 3
ACTIONS = ("status", "on", "off", "recover", "show")


class Refused(Exception):
    """Why nothing was changed, as one sentence."""


def add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action",
        choices=ACTIONS,
        help="on: encrypt new session files; off: no longer; recover: put the key back from its paper, or "
        "bring it to another workstation of the site; show: the recovery key again",
    )
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else that of the platform")


def run(args: Namespace, words: Words) -> int:
    """0 done, 2 with one sentence. Where staff are set up an administrator signs in for all but status."""
    forbid_core_dumps()
    place = folders(args.data)
    try:
        place.make()
        if args.action == "status":
            return _say_status(place, words)
        by = _signed_in(place, words)
        {"on": _on, "off": _off, "recover": _recover, "show": _show}[args.action](place, words)
        _note(place, args.action, by)
    except (NotSignedIn, Refused) as refused:
        return _refuse(str(refused))
    except NothingMore:
        return _refuse(words("The input ended before everything was answered; nothing was changed."))
    except StorageProblem as problem:
        return _refuse(workstation_sentence(problem, words))
    except OSError as error:
        said = workstation_sentence(problem_of_os(error), words)
        return _refuse(words("{file}: {said}", file=str(place.data), said=said))
    return DONE


def _on(place: Folders, words: Words) -> None:
    found = look(place)
    if found.standing in (Standing.MISSING, Standing.OTHER) or (found.key is None and site_of(place)):
        raise Refused(_lost(words))
    secret = found.key
    if secret is None:
        secret = random_bytes(BYTES)
        _show_key(secret, words)
        _typed_back(secret, words)
        write_site_key(place.site_key, secret)
    keep(place, on=True, site=fingerprint(secret))
    say(words("New session files of this workstation are encrypted."))
    _say_counts(place, words)


def _off(place: Folders, words: Words) -> None:
    keep(place, on=False, site=site_of(place))
    say(words("New session files of this workstation are not encrypted. The window says so."))
    _say_counts(place, words)


def _recover(place: Folders, words: Words) -> None:
    try:
        secret = read_paper(ask(words("Recovery key, as it stands on the paper:")))
    except Misread as misread:
        raise Refused(misread_sentence(misread.group, words)) from misread
    site = site_of(place)
    if site and site != fingerprint(secret):
        raise Refused(words("This is the recovery key of another site; nothing was changed."))
    if look(place).standing is Standing.OTHER:
        place.site_key.replace(place.site_key.with_name(f"{place.site_key.name}.other"))
    try:
        write_site_key(place.site_key, secret)
    except FileExistsError as error:
        raise Refused(
            words("Another site's key is here already: {file}; nothing was changed.", file=place.site_key)
        ) from error
    if not site:
        keep(place, on=True, site=fingerprint(secret))
    say(words("The key is here again."))
    _say_status(place, words)


def _show(place: Folders, words: Words) -> None:
    found = look(place)
    if found.key is None:
        raise Refused(_lost(words) if site_of(place) else words("No key was ever made here."))
    _show_key(found.key, words)


def _show_key(secret: bytes, words: Words) -> None:
    paper = on_paper(secret).split(" ")
    half = len(paper) // 2
    say(words("RECOVERY KEY of this site. Write it down now, twice, and keep it where medication is locked:"))
    say("")
    for number in (0, half):
        say("    " + "   ".join(paper[number : number + half]))
    say("")
    say(words("Whoever has it can read every session. Without it and without this computer nobody can."))


def _typed_back(secret: bytes, words: Words) -> None:
    """From the paper: a key that was copied wrongly is found out on the day it is needed otherwise."""
    for _ in range(TRIES):
        try:
            if read_paper(ask(words("Type it back from the paper:"))) == secret:
                return
            complain(words("Recovery key: this is another one."))
        except Misread as misread:
            complain(misread_sentence(misread.group, words))
    raise Refused(words("It was not typed back as it was shown; nothing was changed."))


def _say_status(place: Folders, words: Words) -> int:
    found = look(place)
    said = {
        Standing.NEVER: words("Encryption was never set up: session files are not encrypted."),
        Standing.OFF: words("Encryption is off: new session files are not encrypted."),
        Standing.ON: words("Encryption is on, and the key is here."),
        Standing.MISSING: _lost(words),
        Standing.OTHER: words("The key that is here is not the one of this site. {lost}", lost=_lost(words)),
    }
    say(said[found.standing])
    _say_counts(place, words)
    return DONE


def _say_counts(place: Folders, words: Words) -> None:
    take_keys(place)
    headers = [header_of(path) for path in sessions_in(place.sessions)]
    shut = sum(locked(header) is not None for header in headers)
    clear = sum(kind_of(header) is None for header in headers)
    say(
        words(
            "Session files: {encrypted} encrypted, {clear} not encrypted, {shut} that no key here opens.",
            encrypted=len(headers) - clear - shut,
            clear=clear,
            shut=shut,
        )
    )


def _lost(words: Words) -> str:
    return words(
        "The key is missing: encrypted sessions cannot be read here and new ones are not encrypted. "
        "“desens-gui encryption recover” puts it back from the recovery key."
    )


def _signed_in(place: Folders, words: Words) -> Actor:
    """In single-user mode whoever has the computer."""
    site = Site(place)
    if not site.staff.people():
        return PROGRAM
    audit = site.audit_writer()
    try:
        return sign_in(site.signing_in(audit), words)
    finally:
        audit.close()


def _note(place: Folders, action: str, by: Actor) -> None:
    site = Site(place)
    entry = AuditEntry(what=What.ENCRYPTION, actor=by, stamp=site.clock.now(), codes=(action,))
    site.audit.append([ToNote(SystemIds().uuid(), entry)])


def _refuse(said: str) -> int:
    complain(said)
    return BAD_INPUT
