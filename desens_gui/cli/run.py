"""desens-gui run [--data DIR] [--theme light|dark]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.system.console import complain, say
from desens_gui.system.core_dumps import forbid_core_dumps
from desens_gui.wording.words import Words

DONE = 0
BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else that of the platform")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="colours of the window")


def run(args: Namespace, words: Words) -> int:
    """0 when the window was closed or runs already and was shown, 2 where the program cannot start."""
    from desens_gui.app.chair_program import CannotStart, ShownThere
    from desens_gui.app.chair_program import run as run_window

    forbid_core_dumps()
    try:
        return run_window(args.data, args.theme, words)
    except ShownThere as shown:
        say(str(shown))
        return DONE
    except CannotStart as cannot:
        complain(str(cannot))
        return BAD_INPUT
