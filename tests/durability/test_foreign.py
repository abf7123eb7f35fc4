"""Files from strangers: refused with a sentence or read as they were written, in bounded time and memory."""

from __future__ import annotations

import sys

import pytest
from reliability.crafted import CRAFTED, HARMLESS
from reliability.foreign import crafted_files, mutants

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and limits of a process")


def test_crafted_files_are_refused() -> None:
    """One of them has a journal that names another file: SQLite deletes that one unless it is stopped."""
    found = crafted_files()
    assert found.keys() == CRAFTED.keys()
    assert not {name: each for name, each in found.items() if each.losses}
    assert {name for name, each in found.items() if not each.refused} == HARMLESS


def test_random_mutants() -> None:
    found = mutants(300, seed=6)
    assert found.tried == 300
    assert found.refused > 200
    assert found.losses == 0
