"""The tests, in their two runs: everything below the window with Qt blocked, then the window offscreen."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from devtool import places
from devtool.processes import call_python
from devtool.speech import say

WINDOW_TESTS = ("tests/ui", "tests/app", "tests/end_to_end")
COVERAGE = places.CACHE / "coverage"
TESTED_TREE = COVERAGE / "tested-tree.txt"
NOTHING_COLLECTED = 5  # pytest's own exit code


class Run(NamedTuple):
    """One call of pytest: what it is called, and its arguments."""

    name: str
    arguments: tuple[str, ...]


def runs(extra: Iterable[str], exists: Callable[[str], bool]) -> list[Run]:
    """The two runs; arguments that name tests choose which of them is needed."""
    extra = list(extra)
    places_named = [text for text in extra if not text.startswith("-") and exists(text.partition("::")[0])]
    options = [text for text in extra if text not in places_named]
    window = [text for text in places_named if is_window_test(text)]
    plain = [text for text in places_named if not is_window_test(text)]
    if not places_named:
        window = [text for text in WINDOW_TESTS if exists(text)]
        plain = ["tests"]
    found = []
    if plain:
        without = [f"--ignore={text}" for text in WINDOW_TESTS]
        found.append(
            Run("without Qt", ("-p", "no:pytest-qt", "-p", "tests.no_qt", *without, *options, *plain))
        )
    if window:
        found.append(Run("with Qt", (*options, *window)))
    return found


def is_window_test(text: str) -> bool:
    """Whether a path or node id lies in a folder whose tests need Qt."""
    path = Path(text.partition("::")[0]).as_posix().removeprefix("./")
    return any(path == folder or path.startswith(f"{folder}/") for folder in WINDOW_TESTS)


def run_tests(extra: list[str]) -> int:
    """Run them. A whole run is measured, so that the coverage gate needs no second one."""
    whole = not extra
    if whole:
        shutil.rmtree(COVERAGE, ignore_errors=True)
        COVERAGE.mkdir(parents=True)
    tree = tree_digest()
    codes = [_run(run, measured=whole) for run in runs(extra, lambda text: (places.ROOT / text).exists())]
    code = verdict(codes)
    if whole and code == 0 and call_python("-m", "coverage", "combine", "--quiet") == 0:
        TESTED_TREE.write_text(tree, "utf-8")
    return code


def verdict(codes: Iterable[int]) -> int:
    """One exit code for both runs: a failure wins; nothing collected counts when neither found a test."""
    codes = list(codes)
    failed = [code for code in codes if code not in (0, NOTHING_COLLECTED)]
    if failed:
        return failed[0]
    return 0 if 0 in codes else NOTHING_COLLECTED


def _run(run: Run, *, measured: bool) -> int:
    say(f"tests {run.name}")
    pytest = ["-m", "coverage", "run", "-m", "pytest"] if measured else ["-m", "pytest"]
    return call_python(*pytest, *run.arguments, QT_QPA_PLATFORM="offscreen")


def tree_digest() -> str:
    """What the tests were run on: every file of the program, its tests and its settings."""
    digest = hashlib.sha256()
    for path in sorted(_tested_files()):
        digest.update(f"{path.relative_to(places.ROOT).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _tested_files() -> Iterable[Path]:
    yield places.PROJECT
    for folder in ("desens_gui", "tests", "resources"):
        for path in (places.ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
