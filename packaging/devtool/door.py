"""The commands of packaging/dev.py: each sets up what it needs first."""

from __future__ import annotations

import os
from collections.abc import Callable

from devtool import libraries, places
from devtool.checks import AFTER_TEST, run_checks
from devtool.environment import set_up, set_up_for_tests
from devtool.processes import become
from devtool.speech import Stop, say
from devtool.suite import run_tests

USAGE = """python3 packaging/dev.py COMMAND [...]

  run    [...]          the program; what follows is handed to it
  demo   [...]          a simulated session through the real window: --out DIR, --speed N, ...
  test   [...]          every test, without Qt and then with it; what follows is handed to pytest
  check  [--after-test] format, lint, borders, types, tests, coverage; --after-test uses the last `test`
  bench  [...]          speed, each figure beside a bare baseline of the same run
  reliability [...]     power cuts, kills, disk faults, altered and foreign files: a table and JSON

Each command first makes .venv and installs what requirements.lock names, if that is not done yet.
"""


def main(arguments: list[str]) -> int:
    """Do one command. Returns its exit code; 2 when it could not be begun."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(USAGE, end="")
        return 0 if arguments else 2
    name, rest = arguments[0], arguments[1:]
    command = COMMANDS.get(name)
    if command is None:
        say(f"there is no command {name!r}; there are {', '.join(COMMANDS)}.")
        return 2
    try:
        return command(rest)
    except Stop as stop:
        say(stop.sentence)
        return stop.code
    except KeyboardInterrupt:
        return 130


def _run(rest: list[str]) -> int:
    missing = set_up()
    if missing.for_a_screen:
        raise Stop(f"the window needs {', '.join(missing.for_a_screen)}; the command above installs them.")
    return become([str(places.venv_python()), "-P", "-m", "desens_gui", "run", *rest])


def _demo(rest: list[str]) -> int:
    return become(
        [str(places.venv_python()), "-P", "-m", "desens_gui", "demo", *rest], **without_screen(set_up())
    )


def without_screen(missing: libraries.Missing) -> dict[str, str]:
    """The demo goes on without a window when only a screen's libraries are missing."""
    if not missing.for_a_screen or "QT_QPA_PLATFORM" in os.environ:
        return {}
    say("playing the demo without a screen")
    return {"QT_QPA_PLATFORM": "offscreen"}


def _test(rest: list[str]) -> int:
    set_up_for_tests()
    return run_tests(rest)


def _check(rest: list[str]) -> int:
    if rest not in ([], [AFTER_TEST]):
        raise Stop(f"check takes {AFTER_TEST} or nothing, not {' '.join(rest)}.")
    set_up_for_tests()
    return run_checks(after_test=bool(rest))


def _reliability(rest: list[str]) -> int:
    set_up_for_tests()
    python, tools = str(places.venv_python()), str(places.ROOT / "packaging")
    return become([python, "-P", "-m", "reliability", *rest], PYTHONPATH=tools)


def _bench(rest: list[str]) -> int:
    set_up()
    return become([str(places.venv_python()), str(places.ROOT / "packaging" / "benchmarks"), *rest])


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": _run,
    "demo": _demo,
    "test": _test,
    "check": _check,
    "bench": _bench,
    "reliability": _reliability,
}
