"""The one developer command, from outside and from its parts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from devtool import checks, door, environment, gate, suite
from devtool.libraries import Missing

DEV = Path(__file__).resolve().parents[2] / "packaging" / "dev.py"


def run_dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as a person types it."""
    return subprocess.run(
        [sys.executable, str(DEV), *arguments], capture_output=True, text=True, check=False, env=os.environ
    )


def test_without_a_command_it_shows_them() -> None:
    done = run_dev()
    assert done.returncode == 2
    for name in door.COMMANDS:
        assert f"\n  {name} " in done.stdout


def test_help_is_not_a_mistake() -> None:
    assert run_dev("--help").returncode == 0


def test_an_unknown_command_is_refused_by_name() -> None:
    done = run_dev("tset")
    assert done.returncode == 2
    assert "'tset'" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_refuses_what_it_does_not_know() -> None:
    done = run_dev("check", "--quickly")
    assert done.returncode == 2
    assert "--quickly" in done.stderr


def test_the_first_file_parses_on_a_python_that_is_too_old() -> None:
    # No annotation, f-string, match or walrus: it is read as a whole before its first line runs.
    source = DEV.read_text("utf-8")
    compile(source, str(DEV), "exec", dont_inherit=True)
    assert "from __future__" not in source
    assert not any(word in source for word in ('f"', ":=", "->", "match "))


def test_without_a_screens_libraries_the_demo_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = Missing((), ("libxcb-cursor.so.0",))
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert door.without_screen(missing) == {"QT_QPA_PLATFORM": "offscreen"}
    assert door.without_screen(Missing((), ())) == {}
    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    assert door.without_screen(missing) == {}


@pytest.mark.skipif(
    environment.read_stamp() != environment.made_from(), reason="these tests were not started by dev.py"
)
def test_a_second_set_up_installs_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    environment.provide_environment()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("extra", "names"),
    [
        ([], ["without Qt", "with Qt"]),
        (["-k", "ladder", "-x"], ["without Qt", "with Qt"]),
        (["tests/domain"], ["without Qt"]),
        (["tests/ui/test_ladder.py::test_it", "-x"], ["with Qt"]),
        (["./tests/app", "tests/domain"], ["without Qt", "with Qt"]),
        (["tests/uint"], ["without Qt"]),
    ],
)
def test_arguments_choose_the_run(extra: list[str], names: list[str]) -> None:
    found = suite.runs(extra, lambda text: text.startswith(("tests", "./tests")))
    assert [run.name for run in found] == names
    for run in found:
        assert [option for option in extra if option.startswith("-") and option not in run.arguments] == []
        qt_is_blocked = "tests.no_qt" in run.arguments
        assert qt_is_blocked == (run.name == "without Qt")


@pytest.mark.parametrize(
    ("codes", "verdict"),
    [([0, 0], 0), ([0, 5], 0), ([5, 5], 5), ([1, 0], 1), ([0, 2], 2), ([5, 1], 1), ([], 5)],
)
def test_one_failing_run_fails_both(codes: list[int], verdict: int) -> None:
    assert suite.verdict(codes) == verdict


def test_check_after_test_does_not_test_again() -> None:
    every = [step.name for step in checks.steps(after_test=False)]
    after = [step.name for step in checks.steps(after_test=True)]
    assert [name for name in every if "tests" not in name] == after
    assert len(every) == len(after) + 1


PREFIXES = ["domain/", "storage/", "storage/codec", "app"]


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("desens_gui/domain/plan/bags.py", "domain/"),
        ("desens_gui/storage/codec.py", "storage/codec"),
        ("desens_gui/storage/writer.py", "storage/"),
        ("desens_gui/app.py", "app"),
        ("desens_gui/ui/ticker.py", None),
    ],
)
def test_the_longest_row_that_fits_counts(path: str, row: str | None) -> None:
    assert gate.row_of(path, PREFIXES) == row


def test_rows_are_summed_and_a_file_without_a_row_is_named() -> None:
    files = {
        "desens_gui/domain/a.py": gate.Reached(10, 10),
        "desens_gui/domain/b.py": gate.Reached(30, 20),
        "desens_gui/new/c.py": gate.Reached(5, 5),
    }
    summed, homeless = gate.rows(files, PREFIXES)
    assert summed["domain/"] == gate.Reached(40, 30)
    assert summed["domain/"].percent == 75
    assert summed["app"].percent == 100
    assert homeless == ["desens_gui/new/c.py"]


def test_lines_nobody_reached_are_shown_as_ranges() -> None:
    assert gate.ranges({9, 3, 5, 4, 12, 11}) == ["3-5", "9", "11-12"]
    assert gate.ranges([]) == []


@pytest.mark.parametrize("row", ["domain/", "course/", "wording/", "views/", "session/", "storage/codec"])
def test_the_rules_of_treatment_are_covered_whole(row: str) -> None:
    assert gate.floors()[row] == 100
