"""desens-gui demo [--out DIR] [--speed N] [--theme light|dark] [--size WxH]"""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from desens_gui.system.console import complain
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words

BAD_INPUT = 2
_SIZE = re.compile(r"(\d{3,4})x(\d{3,4})", re.ASCII)
LEAST, MOST = (1280, 700), (7680, 4320)


def add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--out", metavar="DIR", type=Path, default=Path("desens-demo"), help="folder for what it makes"
    )
    parser.add_argument(
        "--speed",
        metavar="N",
        type=_speed,
        help="times as fast as life; with a screen 240, without one no limit",
    )
    parser.add_argument("--sound", action="store_true", help="let alarms sound; else a simulation is silent")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="colours of the window")
    parser.add_argument("--size", metavar="WxH", type=_size, default=(1920, 1080), help="size of the window")


def _speed(text: str) -> float:
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not 1 <= factor <= 100_000:
        raise ArgumentTypeError(f"{shown(text)} is not a number from 1 to 100000")
    return factor


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (LEAST[0] <= size[0] <= MOST[0] and LEAST[1] <= size[1] <= MOST[1]):
        raise ArgumentTypeError(f"{shown(text)} is not a size from 1280x700 to 7680x4320")
    return size


def run(args: Namespace, words: Words) -> int:
    """0 and all is in the folder, 1 it did not go as the scenario says, 2 the folder cannot be used."""
    from desens_gui.app.demo import run as run_demo

    try:
        return run_demo(
            args.out.absolute(),
            words,
            speed=args.speed,
            scheme=args.theme,
            size=args.size,
            sound=args.sound,
        )
    except OSError as error:
        folder, why = shown(str(args.out)), error.strerror or str(error)
        complain(words("--out: {folder} cannot be used: {why}.", folder=folder, why=why))
        return BAD_INPUT
