"""`dev.py reliability`: what the record promises, tried at length on the real program.

    reliability [--short] [--out FILE] [--seed N]

Prints a table and writes reliability.json. Exit code 1 when anything was lost.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import platform
import sqlite3
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reliability import parts
from reliability.figures import Figure, joined, table

WORKERS = 2


class Piece(NamedTuple):
    """A part, how much of it in the long and in the short run, and in how many pieces."""

    run: Callable[[int, int], Figure]
    long: int
    short: int
    pieces: int = 1


ALONE = (Piece(parts.slow_sync, 5000, 1500),)
"""Measured while nothing else runs."""

TOGETHER = (
    Piece(parts.power_cuts, 1500, 200, 4),
    Piece(parts.mutants, 1000, 50, 10),
    Piece(parts.killed, 100, 5, 5),
    Piece(parts.single_bytes, 2500, 50, 4),
    Piece(parts.truncations, 1, 97, parts.PARTS),
    Piece(parts.failing_calls, 3, 0),
    Piece(parts.power_cuts_with_the_default, 300, 100),
    Piece(parts.crafted, 0, 0),
    Piece(parts.bad_media, 0, 0),
    Piece(parts.moved_away, 0, 0),
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="reliability", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a little of everything: only that it completes")
    parser.add_argument("--out", type=Path, default=Path("reliability.json"))
    parser.add_argument("--seed", type=int, default=1, help="another seed, other places")
    args = parser.parse_args()
    begun = time.monotonic()
    figures = [*_alone(args), *_together(args)]
    seconds = time.monotonic() - begun
    print(table(figures))
    args.out.write_text(json.dumps(_report(figures, seconds, args.seed), indent=1), encoding="utf-8")
    print(f"{seconds:.0f} s; written: {args.out}")
    return 1 if any(figure.lost for figure in figures) else 0


def _alone(args: argparse.Namespace) -> list[Figure]:
    return [piece.run(piece.short if args.short else piece.long, args.seed) for piece in ALONE]


def _together(args: argparse.Namespace) -> list[Figure]:
    """Two processes share the pieces; each piece has a seed of its own."""
    with ProcessPoolExecutor(WORKERS, multiprocessing.get_context("spawn")) as pool:
        waiting: list[tuple[str, list[Future[Figure]]]] = []
        for piece in TOGETHER:
            size = piece.short if args.short else piece.long
            seeds = [args.seed * 1000 + number for number in range(piece.pieces)]
            waiting.append((piece.run.__name__, [pool.submit(piece.run, size, seed) for seed in seeds]))
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


def _report(figures: list[Figure], seconds: float, seed: int) -> dict[str, object]:
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(seconds),
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
