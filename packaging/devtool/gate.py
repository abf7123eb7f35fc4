"""The coverage gate: what the tests reached, package by package, against the floors of pyproject.toml."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from devtool import places
from devtool.processes import call_python
from devtool.speech import say
from devtool.suite import COVERAGE, TESTED_TREE, tree_digest


class Reached(NamedTuple):
    """Lines and branches of one file or one row: how many there are, how many a test reached."""

    total: int
    covered: int

    @property
    def percent(self) -> float:
        """100 where there is nothing to reach."""
        return 100 * self.covered / self.total if self.total else 100.0


def floors() -> dict[str, float]:
    """The table of pyproject.toml: path prefix below desens_gui/, and the percent it must reach."""
    with places.PROJECT.open("rb") as file:
        table: dict[str, float] = tomllib.load(file)["tool"]["desens"]["coverage"]
    return table


def row_of(path: str, prefixes: Iterable[str]) -> str | None:
    """The longest prefix that fits a file; None when the table has no row for it."""
    inside = Path(path).as_posix().removeprefix("desens_gui/")
    return max((prefix for prefix in prefixes if inside.startswith(prefix)), key=len, default=None)


def rows(files: Mapping[str, Reached], prefixes: Iterable[str]) -> tuple[dict[str, Reached], list[str]]:
    """The files summed by row, and the files that no row covers."""
    prefixes = list(prefixes)
    summed = {prefix: Reached(0, 0) for prefix in prefixes}
    homeless = []
    for path, reached in files.items():
        row = row_of(path, prefixes)
        if row is None:
            homeless.append(path)
        else:
            old = summed[row]
            summed[row] = Reached(old.total + reached.total, old.covered + reached.covered)
    return summed, homeless


def check_coverage() -> int:
    """Print the lines missed in rows below their floor, then the table. 0 when every floor holds."""
    if not TESTED_TREE.exists() or TESTED_TREE.read_text("utf-8") != tree_digest():
        say("the tests have not passed on these files: run  python3 packaging/dev.py test  first")
        return 1
    report = COVERAGE / "report.json"
    if call_python("-m", "coverage", "json", "--quiet", "-o", str(report)):
        return 1
    measured = json.loads(report.read_text("utf-8"))["files"]
    table = floors()
    summed, homeless = rows({path: _reached(entry) for path, entry in measured.items()}, table)
    below = {row for row, reached in summed.items() if reached.percent < table[row]}
    for path, entry in measured.items():
        if row_of(path, table) in below and (missed := _missed(entry)):
            print(f"  {path}: not reached {missed}")
    for path in homeless:
        print(f"  {path}: no row of [tool.desens.coverage] covers this file")
    for row, reached in summed.items():
        mark = "below" if row in below else "ok"
        print(f"{row:16} {reached.percent:6.1f} %  floor {table[row]:5.1f} %  {mark}")
    return 1 if below or homeless else 0


def _reached(entry: dict[str, dict[str, int]]) -> Reached:
    summary = entry["summary"]
    return Reached(
        summary["num_statements"] + summary["num_branches"],
        summary["covered_lines"] + summary["covered_branches"],
    )


def _missed(entry: Mapping[str, Sequence[Any]]) -> str:
    lines = set(entry["missing_lines"])
    # A branch from or to a line nobody reached says nothing new.
    branches = [pair for pair in entry["missing_branches"] if not lines & {pair[0], abs(pair[1])}]
    return ", ".join(ranges(lines) + [f"{start}->{end}" for start, end in branches])


def ranges(numbers: Iterable[int]) -> list[str]:
    """Line numbers as a person reads them: 3-5, 9."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return [str(first) if first == last else f"{first}-{last}" for first, last in found]
