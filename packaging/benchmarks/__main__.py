"""`dev.py bench`: the program beside bare baselines in the same run, interleaved, medians with spread.

    bench [--runs N] [--short] [--out FILE]

Writes a table and bench.json. A ratio is ours over baseline, pair by pair, so a machine that changes its
speed during the run changes both sides.
"""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path

from figures import Figure, table
from in_process import durable_check
from processes import command_starts, prepare, window_starts


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="pairs of processes per figure")
    parser.add_argument("--short", action="store_true", help="two pairs, few commits: only that it completes")
    parser.add_argument("--out", type=Path, default=Path("bench.json"))
    args = parser.parse_args()
    runs, commits = (2, 20) if args.short else (args.runs, 400)
    prepare()
    figures = [
        *window_starts(runs),
        durable_check(commits),
        *command_starts(runs),
    ]
    print(table(figures))
    args.out.write_text(json.dumps(_report(figures), indent=1), encoding="utf-8")
    print(f"written: {args.out}")
    return 0


def _report(figures: list[Figure]) -> dict[str, object]:
    import msgspec
    import PySide6

    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {
            "system": platform.platform(),
            "processor": platform.processor() or platform.machine(),
            "python": sys.version.split()[0],
            "pyside6": PySide6.__version__,
            "msgspec": msgspec.__version__,
            "sqlite": sqlite3.sqlite_version,
        },
        "figures": [figure.as_json() for figure in figures],
    }


if __name__ == "__main__":
    sys.exit(main())
