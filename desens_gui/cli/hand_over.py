"""desens-gui hand-over FILE --to NAME (--out DIR | --code CODE) [--data DIR]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from desens_gui.app.audit import note_command
from desens_gui.app.handing_over import HandingOver
from desens_gui.app.session_at_chair import AtChair, reopened
from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.parts import ClosePart
from desens_gui.domain.events.parts import Leaving
from desens_gui.domain.recorded import PROGRAM
from desens_gui.session.audit import What
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.system.console import complain, say
from desens_gui.system.paths import folders
from desens_gui.wording.refusals import refusals
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words

DONE = 0
BAD_INPUT = 2
_LONGEST_S = 60.0


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the session file of this workstation")
    parser.add_argument("--to", metavar="NAME", required=True, help="the workstation or place it goes on at")
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else that of the platform")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", metavar="DIR", type=Path, help="folder for the copy to take over from")
    where.add_argument(
        "--code", metavar="CODE", help="it goes on there already: the compare code shown there"
    )


def run(args: Namespace, words: Words) -> int:
    """0 and this part is closed, 2 with the sentence why not; the program at the chair must be closed."""
    place = folders(args.data)
    try:
        with closing(reopened(args.file, place)) as chair:
            if args.out is not None:
                return _handed_over(chair, args, words)
            command = ClosePart(why=Leaving.CONTINUED, to=args.to, code=args.code)
            decision = chair.live.submit(command, PROGRAM)
            if isinstance(decision, Refused):
                return _refuse(refusals(words, decision.reasons, chair.live.state.zone_offset_min))
            say(words("This part is closed."))
            return DONE
    except StorageProblem as problem:
        return _refuse(words("{file}: {said}", file=shown(args.file.name), said=sentence(problem, words)))


def _handed_over(chair: AtChair, args: Namespace, words: Words) -> int:
    def copied() -> None:
        session_id = chair.live.state.opened.session_id
        if said := note_command(folders(args.data), What.EXPORTED, session_id, "copy", words):
            complain(said)

    handing = HandingOver(chair.live, chair.path, words, copied)
    handing.begin(args.out, args.to, PROGRAM)
    while handing.busy:
        handing.wait(_LONGEST_S)
        handing.beat()
    closed = chair.live.state.left is not None
    speak = say if closed else complain
    speak(handing.said)
    return DONE if closed else BAD_INPUT


def _refuse(said: str) -> int:
    complain(said)
    return BAD_INPUT
