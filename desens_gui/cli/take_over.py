"""desens-gui take-over FILE --by NAME [--data DIR] [--other-is-off] [--again]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.app.taking_over import CannotTakeOver, behind, clock_is_behind, look, take_over
from desens_gui.cli.unlocking import NoKey, add_key_file, unlock
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.system.console import complain, say
from desens_gui.system.locks import ChairLock, ChairTaken, writer_of
from desens_gui.system.paths import folders
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words
from desens_gui.wording.writers import chair_is_taken

DONE = 0
BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the session file, or a copy or backup of it")
    parser.add_argument("--by", metavar="NAME", required=True, help="who takes the session over")
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else that of the platform")
    parser.add_argument(
        "--other-is-off",
        action="store_true",
        help="you know that the other workstation is switched off or its program is closed",
    )
    parser.add_argument(
        "--again", action="store_true", help="although it was taken over before, or goes on elsewhere"
    )

    add_key_file(parser)


def run(args: Namespace, words: Words) -> int:
    """0 and the new part is there for the program to go on with, 2 with the sentence why not."""
    place = folders(args.data)
    try:
        place.make()
        lock = ChairLock(place.data)
        lock.acquire()
    except ChairTaken as taken:
        running = chair_is_taken(words, writer_of(taken.holder))
        return _refuse(words("{running} Take over there, in its window: Take over here.", running=running))
    except OSError as error:
        folder, why = shown(str(place.data)), error.strerror or str(error)
        return _refuse(words("--data: {folder} cannot be used: {why}.", folder=folder, why=why))
    try:
        unlock(args.file, args.key_file, args.data, words)
        is_behind = clock_is_behind(look(args.file))
        part = take_over(args.file, place, args.by, words, is_off=args.other_is_off, again=args.again)
    except StorageProblem as problem:
        return _refuse(words("{file}: {said}", file=shown(args.file.name), said=sentence(problem, words)))
    except CannotTakeOver as cannot:
        return _refuse(words("{file}: {said}", file=shown(args.file.name), said=cannot))
    except NoKey as no_key:
        return _refuse(str(no_key))
    finally:
        lock.release()
    say(words("Taken over as part {part}: {path}", part=part.number, path=part.path))
    say(words("Compare code: {code}", code=part.code))
    if not part.marked:
        say(words("The old file could not be marked: tell the other workstation this code."))
    if is_behind:
        say(behind(words))
    say(words("Open the program at the chair: it goes on, and asks what the pump did meanwhile."))
    return DONE


def _refuse(said: str) -> int:
    complain(said)
    return BAD_INPUT
