"""What holds for every command: codes, one sentence for a fault, no traceback, no needless import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desens_gui import __version__
from desens_gui.cli import commands, main
from desens_gui.cli.commands import COMMANDS, Command
from desens_gui.wording.words import ENGLISH
from tests.unmeasured import unmeasured

ROOT = Path(__file__).resolve().parents[2]
PLAN = ["plan", "rdd-3bag-12step", "--dose", "2000 mg"]


def python(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=unmeasured(**more), capture_output=True, check=False
    )


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]])
def test_without_a_command_every_command_is_shown(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 0
    said = capsys.readouterr().out
    for command in commands.COMMANDS:
        assert f"\n  {command.name} " in said
        assert command.help(ENGLISH) in said


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"desens-gui {__version__}\n"


def test_an_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plann"]) == 2
    known = ", ".join(command.name for command in COMMANDS)
    assert capsys.readouterr().err == f"Command: “plann” is not known; known are {known}.\n"


def test_a_faulty_argument_gets_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan"]) == 2
    assert capsys.readouterr() == (
        "",
        (
            "desens-gui plan: the following arguments are required: PROTOCOL; "
            "“desens-gui plan --help” says what is allowed.\n"
        ),
    )
    assert main([*PLAN, "--format", "xml"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_help_of_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "--help"]) == 0
    assert "--dose" in capsys.readouterr().out


def test_an_option_is_not_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "rdd-3bag-12step", "--dos", "2000 mg"]) == 2
    assert "unrecognized arguments: --dos" in capsys.readouterr().err


def test_an_interrupted_command_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> commands.CommandModule:
        raise KeyboardInterrupt

    row = Command("wait", lambda words: words("wait"), interrupted)
    assert main(["wait"], (row,)) == 130
    assert capsys.readouterr() == ("", "")


def test_as_a_module_and_with_a_code_page_that_knows_no_minus_sign() -> None:
    done = python("-m", "desens_gui", *PLAN[:2], "--dose=-5 mg", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode("utf-8").strip() == (
        "Dose: \u22125 mg is not allowed; the target dose must be above 0."
    )


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    code = (
        "import os, sys\n"
        "reading, writing = os.pipe()\n"
        "os.close(reading)\n"
        "os.dup2(writing, 1)\n"
        "from desens_gui.cli import main\n"
        f"sys.exit(main({PLAN!r}))\n"
    )
    done = python("-c", code)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_fault_of_the_program_is_one_sentence() -> None:
    code = (
        "import sys\n"
        "from desens_gui.cli import commands, main\n"
        "def broken():\n    raise ValueError('OKAFOR, Adaeze')\n"
        "sys.argv = ['desens-gui', 'x']\n"
        "sys.exit(main(None, (commands.Command('x', lambda words: 'x', broken),)))\n"
    )
    done = python("-c", code)
    assert done.returncode == 1
    assert done.stderr.decode().strip() == (
        "This is a fault of the program, not of what you typed: ValueError in __main__ line 4."
    )


def test_plan_imports_nothing_it_does_not_need() -> None:
    code = (
        "import sys\n"
        "from desens_gui.cli import main\n"
        f"main({PLAN!r})\n"
        "heavy = ('PySide6', 'pyqtgraph', 'numpy', 'sqlite3', 'sqlite_utils', 'babel', 'platformdirs')\n"
        "loaded = [name for name in heavy if name in sys.modules]\n"
        "own = [name for name in sys.modules if name.startswith(('desens_gui.ui', 'desens_gui.app',\n"
        "       'desens_gui.views', 'desens_gui.session', 'desens_gui.storage', 'desens_gui.course'))]\n"
        "sys.exit(repr(loaded + own) if loaded or own else 0)\n"
    )
    done = python("-c", code)
    assert done.returncode == 0, done.stderr.decode()


def test_the_overview_does_not_load_the_commands() -> None:
    code = (
        "import sys\n"
        "from desens_gui.cli import main\n"
        "main([])\n"
        "sys.exit('msgspec' in sys.modules or 'desens_gui.cli.plan' in sys.modules)\n"
    )
    assert python("-c", code).returncode == 0
