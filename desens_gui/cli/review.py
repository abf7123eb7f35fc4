"""desens-gui review FILE [--data DIR] [--theme light|dark]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.cli.unlocking import NoKey, add_key_file, unlock
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.system.console import complain
from desens_gui.system.core_dumps import forbid_core_dumps
from desens_gui.wording.words import Words

BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the session file, finished or running")
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else that of the platform")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="colours of the window")

    add_key_file(parser)


def run(args: Namespace, words: Words) -> int:
    """0 when the window was closed, 2 for a file that cannot be read."""
    from desens_gui.app.knocking import NotLetIn
    from desens_gui.app.review_program import run as run_review

    forbid_core_dumps()
    try:
        unlock(args.file, args.key_file, args.data, words)
        return run_review(args.file, words, args.theme, args.data)
    except StorageProblem as problem:
        complain(sentence(problem, words))
        return BAD_INPUT
    except NoKey as no_key:
        complain(str(no_key))
        return BAD_INPUT
    except NotLetIn as not_now:
        complain(str(not_now))
        return BAD_INPUT
