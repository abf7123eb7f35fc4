"""`dev.py reliability`: what the record promises, tried at length on the real program.

    reliability [--short] [--only WORD] [--without PROTECTION] [--out FILE] [--seed N]

Prints a table and writes reliability.json. Exit code 1 when anything was lost. --without: that protection of
the record is taken out, and the exit code is 1 when the checks that guard it find nothing.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reliability import parts, protections
from reliability.figures import Figure, joined, table

WORKERS = (os.cpu_count() or 1) + 1
"""One more than cores: some parts wait for a moment to pass."""


class Piece(NamedTuple):
    """A part, how much of it in the long and in the short run, and in how many pieces."""

    run: Callable[[int, int], Figure]
    long: int
    short: int
    pieces: int = 1

    @property
    def name(self) -> str:
        return self.run.__name__


ALONE = (Piece(parts.slow_sync, 5000, 1500), Piece(parts.watchdog, 5, 1))
"""Measured while nothing else runs."""

TOGETHER = (
    Piece(parts.mutants, 1000, 50, 10),
    Piece(parts.killed, 50, 5, 10),
    Piece(parts.copies, 99, 1, parts.PARTS),
    Piece(parts.power_cuts, 1500, 200, 4),
    Piece(parts.single_bytes, 2500, 50, 4),
    Piece(parts.failing_calls, 3, 0, parts.PARTS),
    Piece(parts.truncations, 1, 97, parts.PARTS),
    Piece(parts.power_cuts_with_the_default, 300, 100),
    Piece(parts.killed_encrypted, 25, 5, 2),
    Piece(parts.power_cuts_encrypted, 1200, 100),
    Piece(parts.single_bytes_encrypted, 1000, 50),
    Piece(parts.copies_encrypted, 1, 1),
    Piece(parts.failing_calls_encrypted, 0, 0, parts.PARTS),
    Piece(parts.bad_media, 0, 0),
    Piece(parts.moved_away, 0, 0),
    Piece(parts.no_room_for_a_backup, 0, 0),
    Piece(parts.crafted, 0, 0),
    Piece(parts.checks_that_can_fail, 0, 0),
)
"""The longest first."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="reliability", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a little of everything: only that it completes")
    parser.add_argument("--only", metavar="WORD", default="", help="parts with this word in their name")
    parser.add_argument("--without", choices=protections.PROTECTIONS, metavar="PROTECTION")
    parser.add_argument("--out", type=Path, default=Path("reliability.json"))
    parser.add_argument("--seed", type=int, default=1, help="another seed, other places")
    args = parser.parse_args()
    begun = time.monotonic()
    if args.without:
        return _without(args)
    figures = [*_alone(args), *_together(args, [each for each in TOGETHER if args.only in each.name])]
    seconds = time.monotonic() - begun
    print(table(figures))
    args.out.write_text(json.dumps(_report(figures, seconds, args.seed), indent=1), encoding="utf-8")
    print(f"{seconds:.0f} s, {_work_s():.0f} s of work for {os.cpu_count()} cores; written: {args.out}")
    return 1 if any(figure.lost for figure in figures) else 0


def _without(args: argparse.Namespace) -> int:
    """Whether the checks that guard a protection find something once it is gone."""
    os.environ[protections.VARIABLE] = args.without
    found = {"its own check": protections.check_without(args.without)}
    guarding = [each for each in TOGETHER if each.name == protections.PROTECTIONS[args.without].part]
    for figure in _together(args, guarding):
        found[figure.part] = sum(figure.losses.values())
    for name, losses in found.items():
        print(f"without {args.without}: {name}: {losses} losses{'' if losses else ', NOT NOTICED'}")
    return 0 if all(found.values()) else 1


def _alone(args: argparse.Namespace) -> list[Figure]:
    wanted = [each for each in ALONE if args.only in each.name]
    return [piece.run(piece.short if args.short else piece.long, args.seed) for piece in wanted]


def _together(args: argparse.Namespace, pieces: Sequence[Piece]) -> list[Figure]:
    """Some processes share the pieces; each piece has a seed of its own."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(WORKERS, spawn, protections.remove_as_told) as pool:
        waiting: list[tuple[str, list[Future[Figure]]]] = []
        for piece in pieces:
            size = piece.short if args.short else piece.long
            seeds = [args.seed * 1000 + number for number in range(piece.pieces)]
            waiting.append((piece.name, [pool.submit(piece.run, size, seed) for seed in seeds]))
        return [_told(name, pieces) for name, pieces in waiting]


def _told(name: str, waiting: list[Future[Figure]]) -> Figure:
    """A part that broke is a loss of its own."""
    broken = next((error for each in waiting if (error := each.exception()) is not None), None)
    if broken is not None:
        figure = Figure(name, 0, "", {"broken": 1}, note=f"{type(broken).__name__}: {broken}"[:200])
    else:
        pieces = [each.result() for each in waiting]
        figure = joined(pieces[0].part, pieces)
    print(f"{figure.part}: {figure.verdict}", file=sys.stderr, flush=True)
    return figure


def _work_s() -> float:
    """Seconds of processors, of this process and all it waited for: the same on a machine that is busy."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _report(figures: list[Figure], seconds: float, seed: int) -> dict[str, object]:
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(seconds),
        "work_seconds": round(_work_s()),
        "seed": seed,
        "machine": {
            "system": platform.platform(),
            "python": sys.version.split()[0],
            "sqlite": sqlite3.sqlite_version,
        },
        "parts": [figure.as_json() for figure in figures],
    }


if __name__ == "__main__":
    sys.exit(main())
