"""Rules about source files that no linter knows. Each takes a project root and names what breaks it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

LONGEST = 300  # lines
BANNED_NAMES = frozenset({"utils", "util", "misc", "helpers", "helper", "manager", "common", "base"})
WAITING = frozenset({"time.sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep"})


def python_files(root: Path, *folders: str) -> Iterator[Path]:
    """Every Python file below some folders of a project."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            if "__pycache__" not in path.parts:
                yield path


def named(root: Path, path: Path) -> str:
    """A file as a person names it."""
    return path.relative_to(root).as_posix()


def too_long(root: Path) -> list[str]:
    """Files of more than 300 lines."""
    found = []
    for path in python_files(root, "desens_gui", "packaging", "tests"):
        lines = len(path.read_text("utf-8").splitlines())
        if lines > LONGEST:
            found.append(f"{named(root, path)}: {lines} lines")
    return found


def vaguely_named(root: Path) -> list[str]:
    """Modules and packages whose name says nothing about their job."""
    found = []
    for path in python_files(root, "desens_gui", "packaging", "tests"):
        inside = path.relative_to(root).with_suffix("").parts
        if BANNED_NAMES.intersection(part.strip("_") for part in inside):
            found.append(named(root, path))
    return found


def sleeps(root: Path) -> list[str]:
    """Tests that wait for time to pass instead of for something to happen."""
    return [
        f"{named(root, path)}: {waited}"
        for path in python_files(root, "tests")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (waited := _waits(node)) is not None
    ]


def _waits(node: ast.AST) -> str | None:
    match node:
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if f"{owner}.{name}" in WAITING:
            return f"{owner}.{name}"
        case ast.ImportFrom(module="time", names=names) if any(alias.name == "sleep" for alias in names):
            return "time.sleep"
        case _:
            return None
