"""desens-gui verify FILE [--expect CODE] [--key FILE] [--part-of OLD]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.cli.unlocking import NoKey, add_key_file, unlock
from desens_gui.storage.part_of import part_of
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import NotItsPart, StorageProblem
from desens_gui.storage.seal import Seal
from desens_gui.storage.verify import State, Verdict, verify
from desens_gui.system.console import complain, say
from desens_gui.system.workstation_key import NAME, read_key
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words

EXIT = {State.INTACT: 0, State.ALTERED: 1, State.NOT_A_SESSION: 2, State.LOCKED: 3}
BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the session file")
    parser.add_argument("--expect", metavar="CODE", help="the compare code noted earlier: 312-8A31-77F0")
    parser.add_argument(
        "--key",
        metavar="FILE",
        type=Path,
        help="the workstation's key: every entry must be sealed with it; "
        "without it the key of the data folder that the file lies in is used, if it is there",
    )
    parser.add_argument(
        "--part-of", metavar="OLD", type=Path, help="and that FILE continues this file of another workstation"
    )

    add_key_file(parser)


def run(args: Namespace, words: Words) -> int:
    """0 intact, 1 altered, 2 not a session file, 3 locked."""
    try:
        unlock(args.file, args.key_file, None, words)
    except NoKey as no_key:
        return _refuse(str(no_key))
    key: Path | None = args.key or _found_beside(args.file)
    try:
        seal = _seal(key) if key is not None else None
    except OSError as error:
        why = error.strerror or str(error)
        return _refuse(words("--key: {file} is no key that can be read: {why}.", file=key, why=why))
    try:
        verdict = verify(args.file, args.expect, seal, whole=args.key is not None)
    except ValueError:
        return _refuse(
            words(
                "--expect: “{typed}” is not a compare code; one looks like 312-8A31-77F0.", typed=args.expect
            )
        )
    if verdict.state is State.INTACT and args.part_of is not None:
        return _bound(args.file, args.part_of, _said(verdict, key, words), words)
    speak = say if verdict.state is State.INTACT else complain
    speak(_said(verdict, key, words))
    return EXIT[verdict.state]


def _bound(new: Path, old: Path, intact: str, words: Words) -> int:
    """1 where the one does not continue the other."""
    try:
        bound = part_of(new, old)
    except NotItsPart as problem:
        complain(sentence(problem, words))
        return EXIT[State.ALTERED]
    except StorageProblem as problem:
        return _refuse(words("--part-of: {file}: {said}", file=old.name, said=sentence(problem, words)))
    same = words(
        "{intact}; the entries up to {seq} are those of {old}",
        intact=intact,
        seq=bound.head.seq,
        old=old.name,
    )
    if bound.left_out:
        same = words(
            "{same}; later entries there that are not here: {later}", same=same, later=bound.left_out
        )
    say(same)
    return EXIT[State.INTACT]


def _seal(path: Path) -> Seal:
    key = read_key(path)
    return Seal(lambda: key)


def _found_beside(session: Path) -> Path | None:
    """The key of the data folder, for a file in its sessions or beside it."""
    here = session.absolute().parent
    found = (folder / NAME for folder in (here.parent, here / "data"))
    return next((key for key in found if key.is_file()), None)


def _said(verdict: Verdict, key: Path | None, words: Words) -> str:
    if verdict.problem is not None:
        return _wrong(verdict, verdict.problem, words)
    intact = words("intact as far as the file alone can show, compare code {code}", code=verdict.code)
    if part := verdict.part:
        intact = words(
            "{intact}; part {part}, continues {continues}, compare code {code}",
            intact=intact,
            part=part.number,
            continues=plain(part.continues),
            code=part.code,
        )
    if verdict.sealed and part is not None:
        intact = words(
            "{intact}; every entry from {seq} on is sealed with the key {key}",
            intact=intact,
            seq=part.seq,
            key=key,
        )
    elif verdict.sealed:
        intact = words("{intact}; every entry is sealed with the key {key}", intact=intact, key=key)
    if verdict.later:
        return words("{intact}; entries after the expected one: {later}", intact=intact, later=verdict.later)
    return intact


def _wrong(verdict: Verdict, problem: StorageProblem, words: Words) -> str:
    said = sentence(problem, words)
    if verdict.state is not State.ALTERED:
        return said
    altered = words("ALTERED: {said}", said=said)
    if verdict.breach is None:
        return altered
    from desens_gui.storage.explanation import explained  # reads events: slow, and only needed here

    return "\n".join([altered, *explained(verdict.breach, words)])


def _refuse(said: str) -> int:
    complain(said)
    return BAD_INPUT
