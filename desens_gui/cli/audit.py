"""desens-gui audit --format csv|json [--out PATH] [--data DIR]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.app.site import Site
from desens_gui.cli.administrator import NotSignedIn, sign_in
from desens_gui.domain.recorded import PROGRAM, Actor
from desens_gui.handover.audit_tables import FORMATS, audit_text
from desens_gui.handover.csv_text import ENCODING
from desens_gui.session.audit import AuditEntry, What
from desens_gui.storage.audit_file import ToNote
from desens_gui.storage.audit_writer import AuditWriter
from desens_gui.storage.problem_words import workstation_sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.system.console import complain, say
from desens_gui.system.ids import SystemIds
from desens_gui.system.paths import folders
from desens_gui.system.prompting import NothingMore
from desens_gui.system.whole_file import write_whole
from desens_gui.wording.words import Words

DONE = 0
BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, default="csv", help="csv for a spreadsheet, or json")
    parser.add_argument("--out", metavar="PATH", type=Path, help="a new file; else on standard output")
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else that of the platform")


def run(args: Namespace, words: Words) -> int:
    """0 done, 2 with one sentence. Where staff are set up an administrator signs in for it."""
    place = folders(args.data)
    try:
        place.make()
        site = Site(place)
        writer = site.audit_writer()
        try:
            return _export(args, site, writer, words)
        finally:
            writer.close()
    except NotSignedIn as not_signed_in:
        return _refuse(str(not_signed_in))
    except NothingMore:
        return _refuse(words("The input ended before everything was answered; nothing was written."))
    except StorageProblem as problem:
        return _refuse(
            words("{file}: {said}", file=place.audit.name, said=workstation_sentence(problem, words))
        )
    except FileExistsError:
        return _refuse(words("--out: {path} exists already; give another name.", path=args.out))
    except OSError as error:
        path, why = args.out or place.data, error.strerror or str(error)
        return _refuse(words("{path} cannot be written: {why}.", path=path, why=why))


def _export(args: Namespace, site: Site, writer: AuditWriter, words: Words) -> int:
    by = _reader(site, writer, words)
    writer.close()  # what was noted by now is read with the rest
    text = audit_text(site.audit.read(), args.format)
    if args.out is None:
        say(text)
    else:
        write_whole(args.out, text.encode(ENCODING if args.format == "csv" else "utf-8"))
        say(str(args.out))
    stamp = site.clock.now()
    entry = AuditEntry(what=What.AUDIT_READ, actor=by, stamp=stamp, codes=(args.format,))
    site.audit.append([ToNote(SystemIds().uuid(), entry)])
    return DONE


def _reader(site: Site, writer: AuditWriter, words: Words) -> Actor:
    """In single-user mode whoever has the computer."""
    return sign_in(site.signing_in(writer), words) if site.staff.people() else PROGRAM


def _refuse(said: str) -> int:
    complain(said)
    return BAD_INPUT
