"""desens-gui verify FILE [--expect CODE]"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.storage.problem_words import sentence
from desens_gui.storage.verify import State, Verdict, verify
from desens_gui.wording.words import Words

EXIT = {State.INTACT: 0, State.ALTERED: 1, State.NOT_A_SESSION: 2, State.LOCKED: 3}
BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the session file")
    parser.add_argument("--expect", metavar="CODE", help="the compare code noted earlier: 312-8A31-77F0")


def run(args: Namespace, words: Words) -> int:
    """0 intact, 1 altered, 2 not a session file, 3 locked."""
    try:
        verdict = verify(args.file, args.expect)
    except ValueError:
        print(
            words(
                "--expect: “{typed}” is not a compare code; one looks like 312-8A31-77F0.", typed=args.expect
            ),
            file=sys.stderr,
        )
        return BAD_INPUT
    print(_said(verdict, words), file=sys.stdout if verdict.state is State.INTACT else sys.stderr)
    return EXIT[verdict.state]


def _said(verdict: Verdict, words: Words) -> str:
    if verdict.problem is not None:
        said = sentence(verdict.problem, words)
        return words("altered: {said}", said=said) if verdict.state is State.ALTERED else said
    intact = words("intact as far as the file alone can show, compare code {code}", code=verdict.code)
    if verdict.later:
        return words("{intact}; entries after the expected one: {later}", intact=intact, later=verdict.later)
    return intact
