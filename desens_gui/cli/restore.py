"""desens-gui restore FILE|FOLDER [--data DIR]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.cli.unlocking import NoKey, add_key_file, unlock
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import NotASession, StorageProblem
from desens_gui.storage.restore import Restored, restore
from desens_gui.system.console import complain, say
from desens_gui.system.locks import ChairLock, ChairTaken, writer_of
from desens_gui.system.paths import SUFFIX, Folders, folders
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words
from desens_gui.wording.writers import chair_is_taken

DONE = 0
BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "backup", metavar="FILE|FOLDER", type=Path, help="a backup, or the folder with all of them"
    )
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else that of the platform")

    add_key_file(parser)


def run(args: Namespace, words: Words) -> int:
    """0 all are there again, 2 with a sentence for each that is not."""
    place = folders(args.data)
    try:
        place.make()
        lock = ChairLock(place.data)
        lock.acquire()
    except ChairTaken as taken:
        return _refuse(words("{taken} Close it first.", taken=chair_is_taken(words, writer_of(taken.holder))))
    except OSError as error:
        folder, why = shown(str(place.data)), error.strerror or str(error)
        return _refuse(words("--data: {folder} cannot be used: {why}.", folder=folder, why=why))
    try:
        return _restored(args.backup, args.key_file, place, words)
    finally:
        lock.release()


def _restored(backup: Path, key_file: Path | None, place: Folders, words: Words) -> int:
    found = sorted(backup.glob(f"*{SUFFIX}")) if backup.is_dir() else [backup]
    if not found:
        return _refuse(words("{folder} holds no session file.", folder=shown(str(backup))))
    code = DONE
    for each in found:
        name = shown(each.name)
        try:
            if each.suffix != SUFFIX:
                raise NotASession
            unlock(each, key_file, place.data, words)
            say(words("{file}: {said}", file=name, said=_said(restore(each, place.sessions), words)))
        except NoKey as no_key:
            code = _refuse(str(no_key))
        except StorageProblem as problem:
            code = _refuse(words("{file}: {said}", file=name, said=sentence(problem, words)))
    return code


def _said(restored: Restored, words: Words) -> str:
    sentences = {
        Restored.NEW: words("restored."),
        Restored.ALREADY_THERE: words("is there already, whole."),
        Restored.OLDER_REPLACED: words("restored; an older state of it was there."),
        Restored.DAMAGED_PUT_ASIDE: words("restored; the damaged file was put aside, not deleted."),
    }
    return sentences[restored]


def _refuse(said: str) -> int:
    complain(said)
    return BAD_INPUT
