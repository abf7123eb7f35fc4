"""The lock holds what pyproject.toml asks for, and nothing of the machine it was made on."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(.*?)((?:\\\n +--hash=sha256:[0-9a-f]{64} ?)+)", re.MULTILINE)


def normal(name: str) -> str:
    """A package name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, str]:
    """Every package of the lock that carries a hash, with its version."""
    return {normal(match[1]): match[2] for match in PINNED.finditer(LOCK)}


def asked_for() -> set[str]:
    """Every package pyproject.toml names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
        *project["build-system"]["requires"],
    ]
    return {normal(re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]) for line in wanted}


def test_everything_asked_for_is_locked() -> None:
    assert asked_for() <= set(locked())


def test_every_line_of_the_lock_carries_hashes() -> None:
    pins = [line for line in LOCK.splitlines() if re.match(r"^[A-Za-z0-9]", line)]
    assert len(pins) == len(PINNED.findall(LOCK))


def test_qt_is_the_series_that_keeps_its_references() -> None:
    assert locked()["pyside6-essentials"].startswith("6.11.")


def test_the_lock_names_no_place() -> None:
    assert not re.search(r"://|file:|--index|--find-links|@ ", LOCK)
