"""desens-gui watchdog --data DIR --pid N: started by the program itself while a session runs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.wording.words import Words


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", type=Path, required=True, help="data folder of the program")
    parser.add_argument("--pid", metavar="N", type=int, required=True, help="its process number")


def run(args: Namespace, words: Words) -> int:
    """0 when there is nothing more to say."""
    from desens_gui.watchdog import run as watch

    return watch(args.data, args.pid, words)
