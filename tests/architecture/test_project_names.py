"""Nothing in the project names the place it was written in or what was used to write it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# In two halves each, so that this file is held to its own rule.
FOREIGN = [
    "/wo" + "rk/",
    "../sha" + "red",
    ".libr" + "ary/",
    "fa" + "rm-",
    "find_str" + "ing",
    "find_re" + "pos",
]
FOREIGN += [
    "/op" + "t/pypi",
    "/op" + "t/wheels",
    "/ro" + "ot/",
    "anthro" + "pic",
    "clau" + "de",
    "co" + "pilot",
    "open" + "ai",
]
TEXT = {
    ".py",
    ".toml",
    ".md",
    ".lock",
    ".sh",
    ".qss",
    ".txt",
    ".json",
    ".csv",
    ".po",
    ".html",
    ".sql",
    ".svg",
    "",
}


def tracked() -> list[Path]:
    """Every file of the project that git knows."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("no git here to ask which files belong to the project")
    listed = subprocess.run([git, "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


def foreign_names(text: str) -> list[str]:
    """The names in a text that belong to the place it was written in."""
    lowered = text.lower()
    return [word for word in FOREIGN if word in lowered]


def test_no_file_names_a_foreign_place() -> None:
    found = {}
    for path in tracked():
        if path.suffix in TEXT and path.is_file():
            words = foreign_names(path.read_text("utf-8"))
            if words:
                found[path.relative_to(ROOT).as_posix()] = words
    assert not found


@pytest.mark.parametrize("word", FOREIGN)
def test_a_foreign_name_would_be_found(word: str) -> None:
    assert foreign_names(f"see {word.upper()} for more") == [word]
