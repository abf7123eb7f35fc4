"""`check`: everything a change must pass, in one list; all of it runs, then what failed is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from devtool import places
from devtool.gate import check_coverage
from devtool.processes import call, call_python
from devtool.speech import say
from devtool.suite import run_tests

AFTER_TEST = "--after-test"


class Step(NamedTuple):
    """One thing that must hold, and how to find out; 0 is good."""

    name: str
    run: Callable[[], int]


def steps(*, after_test: bool) -> list[Step]:
    """What is run, in order: the quick ones first. After `test`, its run is used instead of a second one."""
    lint_imports = places.venv_python().with_name("lint-imports")
    found = [
        Step("format", lambda: call_python("-m", "ruff", "format", "--check", ".")),
        Step("lint", lambda: call_python("-m", "ruff", "check", ".")),
        Step(
            "borders",
            lambda: call([str(lint_imports), "--cache-dir", str(places.CACHE / "import-linter")]),
        ),
        Step("types", lambda: call_python("-m", "mypy")),
    ]
    if not after_test:
        found.append(Step("tests without Qt, tests with Qt", lambda: run_tests([])))
    return [*found, Step("coverage", check_coverage)]


def run_checks(*, after_test: bool) -> int:
    """Run all of them, name the ones that failed."""
    failed = []
    for step in steps(after_test=after_test):
        say(f"check: {step.name}")
        if step.run():
            failed.append(step.name)
    say(f"check: failed: {'; '.join(failed)}" if failed else "check: all good")
    return 1 if failed else 0
