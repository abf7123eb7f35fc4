"""A copy of the program in which something may be broken on purpose, and the tools that must notice."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.unmeasured import unmeasured

ROOT = Path(__file__).resolve().parents[2]


def copy_program(target: Path) -> Path:
    """The program and its rules, without its tests."""
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "desens_gui", target / "desens_gui", ignore=without)
    shutil.copy(ROOT / "pyproject.toml", target)
    return target


def plant(root: Path, name: str, *lines: str) -> Path:
    """Write one file into a copy."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def broken_contract(root: Path, contract: str) -> str:
    """What import-linter says of one contract that must not hold."""
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = _run([str(lint_imports), "--no-cache", "--contract", contract], root)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 broken" in done.stdout, done.stdout
    return done.stdout


def lint(root: Path) -> set[tuple[str, str, str]]:
    """What ruff finds: (file, rule, first words of the message)."""
    done = _run([sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "json", "."], root)
    return {
        (Path(found["filename"]).relative_to(root.resolve()).as_posix(), found["code"], found["message"])
        for found in json.loads(done.stdout)
    }


def run_without_qt(root: Path, test: str) -> str:
    """What the run with Qt blocked says of one test that must fail."""
    plain = ["-p", "no:pytest-qt", "-p", "tests.no_qt", "-q"]
    done = _run([sys.executable, "-m", "pytest", *plain, test], root)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def _run(arguments: list[str], root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, cwd=root, env=unmeasured(), capture_output=True, text=True, check=False)
