"""desens-gui export FILE --to csv|pdf|copy --out PATH [--table NAME] [--paper SIZE] [--replace] ..."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.app.audit import note_command
from desens_gui.cli.unlocking import NoKey, add_key_file, first_line, unlock
from desens_gui.handover.csv_text import ENCODING
from desens_gui.handover.session_tables import TABLES, table_csv
from desens_gui.session.audit import What
from desens_gui.session.review import Review
from desens_gui.storage.copying import copy_rekeyed
from desens_gui.storage.keys import Encrypting, hold, passphrase_key
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.storage.reading import read_whole
from desens_gui.storage.verify import verify
from desens_gui.system.console import complain, say
from desens_gui.system.core_dumps import forbid_core_dumps
from desens_gui.system.ids import random_bytes
from desens_gui.system.paths import SUFFIX, folders
from desens_gui.system.prompting import NothingMore, ask_secret
from desens_gui.system.whole_file import write_whole
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words

DONE = 0
BAD_INPUT = 2
PASSPHRASE_LEAST = 12
"""A copy may be guessed at for years, without any delay. E, not published."""
_TO = ("csv", "pdf", "copy")


class Refused(Exception):
    """Why nothing is written, as one sentence."""


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the session file, finished or running")
    parser.add_argument(
        "--to",
        required=True,
        choices=_TO,
        help="csv: tables, pdf: handover page, copy: the whole session under a passphrase that is asked for",
    )
    parser.add_argument(
        "--out", required=True, metavar="PATH", type=Path, help="the file; for csv without --table a folder"
    )
    parser.add_argument("--table", choices=TABLES, help="csv: this table alone, into one file")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="pdf: size of the page")
    parser.add_argument(
        "--passphrase-file", metavar="FILE", type=Path, help="copy: the passphrase is its first line"
    )
    parser.add_argument("--in-clear", action="store_true", help="copy: not encrypted at all")
    add_key_file(parser)
    parser.add_argument("--replace", action="store_true", help="write over files of the same name")
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else that of the platform")


def run(args: Namespace, words: Words) -> int:
    """The names of what was written on standard output; 2 and one sentence where nothing was."""
    try:
        unlock(args.file, args.key_file, args.data, words)
        written, session_id = _EXPORTS[args.to](args, words)
    except StorageProblem as problem:
        file, said = shown(args.file.name), sentence(problem, words)
        return _refuse(words("{file}: {said}", file=file, said=said))
    except (Refused, NoKey) as refused:
        return _refuse(str(refused))
    except NothingMore:
        return _refuse(words("The input ended before everything was answered; nothing was written."))
    except FileExistsError as error:
        return _refuse(_taken(Path(error.filename2 or error.filename), words))
    except OSError as error:
        path, why = str(args.out), error.strerror or str(error)
        return _refuse(words("--out: {path} cannot be written: {why}.", path=path, why=why))
    for line in written:
        say(line)
    if said := note_command(folders(args.data), What.EXPORTED, session_id, args.to, words):
        complain(said)
    return DONE


def _pdf(args: Namespace, words: Words) -> tuple[list[str], str]:
    """What was written, and the id of the session."""
    target = args.out / f"{args.file.stem}.pdf" if args.out.is_dir() else args.out
    _require_free([target], args, words)
    try:
        from desens_gui.app.paper import export_pdf
    except ImportError as error:  # a system library of Qt is missing, or Qt itself
        if not (error.name or "").startswith("PySide6"):
            raise
        raise Refused(words("The page needs Qt, which does not start here: {why}.", why=error)) from error
    done = export_pdf(args.file, target, words, size=args.paper, replace=args.replace)
    said = words("{path}, pages: {pages}, compare code {code}", path=target, pages=done.pages, code=done.code)
    return [said], done.session_id


def _csv(args: Namespace, words: Words) -> tuple[list[str], str]:
    names = (args.table,) if args.table else TABLES
    targets = [args.out] if args.table else [args.out / f"{name}.csv" for name in names]
    if not args.table and args.out.exists() and not args.out.is_dir():
        raise Refused(
            words("--out: {path} is a file; tables go into a folder, or name one --table.", path=args.out)
        )
    _require_free(targets, args, words)
    whole = read_whole(args.file)
    course = Review(whole.records).course
    texts = [table_csv(name, course, words) for name in names]
    if not args.table:
        args.out.mkdir(parents=True, exist_ok=True)
    _write_all(dict(zip(targets, texts, strict=True)), replace=args.replace)
    return [*map(str, targets), words("compare code {code}", code=whole.code)], whole.session_id


def _copy(args: Namespace, words: Words) -> tuple[list[str], str]:
    """The same entries and the same compare code, readable with the passphrase alone."""
    target = args.out / args.file.name if args.out.is_dir() else args.out
    if target.suffix != SUFFIX:
        raise Refused(words("--out: {path} must end in {suffix}.", path=target, suffix=SUFFIX))
    whole = read_whole(args.file)
    if target.exists():
        raise Refused(words("--out: {path} exists already; give another name.", path=target))
    if args.in_clear:
        encrypting = None
    else:
        forbid_core_dumps()
        key = passphrase_key(_new_passphrase(args, words))
        hold(key)
        encrypting = Encrypting(key, random_bytes)
    copy_rekeyed(args.file, target, encrypting)
    code = verify(target).code
    return [words("{path}, compare code {code}", path=target, code=code)], whole.session_id


def _new_passphrase(args: Namespace, words: Words) -> str:
    if args.passphrase_file is not None:
        passphrase = first_line(args.passphrase_file, words)
    else:
        passphrase = ask_secret(words("Passphrase for the copy:"))
        if passphrase != ask_secret(words("The same once more:")):
            raise Refused(words("Passphrase: the two are not the same; nothing was written."))
    if len(passphrase.strip()) < PASSPHRASE_LEAST:
        raise Refused(
            words("Passphrase: at least {least} characters, several words are best.", least=PASSPHRASE_LEAST)
        )
    return passphrase


_EXPORTS = {"csv": _csv, "pdf": _pdf, "copy": _copy}


def _write_all(files: dict[Path, str], *, replace: bool) -> None:
    """All of them or none: what was new goes again when a later one cannot be written."""
    new = []
    try:
        for path, text in files.items():
            was_there = path.exists()
            write_whole(path, text.encode(ENCODING), replace=replace)
            new += [] if was_there else [path]
    except OSError:
        for path in new:
            path.unlink(missing_ok=True)
        raise


def _require_free(targets: list[Path], args: Namespace, words: Words) -> None:
    for target in targets:
        if target.suffix == SUFFIX or (target.exists() and target.samefile(args.file)):
            raise Refused(
                words("--out: {path} is the name of a session file, never written over.", path=target)
            )
        if target.is_dir():
            raise Refused(words("--out: {path} is a folder; give the name of a file.", path=target))
        if target.exists() and not args.replace:
            raise Refused(_taken(target, words))


def _taken(path: Path, words: Words) -> str:
    return words("--out: {path} exists already; give another name, or --replace to write over it.", path=path)


def _refuse(said: str) -> int:
    complain(said)
    return BAD_INPUT
