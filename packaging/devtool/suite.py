"""The tests, in their two runs: everything below the window with Qt blocked, then the window offscreen."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from devtool import places
from devtool.processes import call_python, start_python, wait_for
from devtool.speech import say

WINDOW_TESTS = ("tests/ui", "tests/app", "tests/end_to_end")
COVERAGE = places.CACHE / "coverage"
TESTED_TREE = COVERAGE / "tested-tree.txt"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
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
    code = verdict(_all(runs(extra, lambda text: (places.ROOT / text).exists()), measured=whole))
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


def _all(found: list[Run], *, measured: bool) -> list[int]:
    """Their exit codes. The later ones run beside the first, and are shown when it is done: half the time."""
    with ExitStack() as files:
        beside = []
        for run in found[1:]:
            output = files.enter_context(tempfile.TemporaryFile())
            child = start_python(*_pytest(run, measured=measured), output=output, **OFFSCREEN)
            beside.append((run, child, output))
        codes = []
        for run in found[:1]:
            say(f"tests {run.name}")
            codes.append(call_python(*_pytest(run, measured=measured), **OFFSCREEN))
        for run, child, output in beside:
            codes.append(wait_for(child))
            say(f"tests {run.name}")
            output.seek(0)
            print(output.read().decode("utf-8", "replace"), flush=True)
        return codes


def _pytest(run: Run, *, measured: bool) -> list[str]:
    return ["-m", *(["coverage", "run", "-m"] if measured else []), "pytest", *run.arguments]


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
