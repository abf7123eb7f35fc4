"""The child that looks at files from strangers: its end is told, and the next file is looked at."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs fork and limits of a process", allow_module_level=True)

from reliability import examining
from reliability.examining import Examiner

WELL = ("intact", "", True, True)


def look(path: Path, _code: object, _original: object) -> tuple[str, str, bool, bool]:
    match path.name:
        case "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            threading.Event().wait(60)
        case "much":
            bytearray(500 * 1024 * 1024)
        case "some":
            bytearray(b"x" * 200 * 1024 * 1024)
    return WELL


def test_each_end_is_told_from_the_others_and_the_next_file_has_a_new_child(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(examining, "_look", look)
    monkeypatch.setattr(examining, "SECONDS", 1)
    names = ["well", "crash", "well", "hang", "well", "much", "well", "well"]
    with Examiner(None, [], lives=2) as examiner:
        ended = [examiner.examine(Path(name)).ended for name in names]
    assert ended == ["well", "crashed", "well", "hung", "well", "crashed", "well", "well"]


def test_memory_above_the_limit_is_a_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "_look", look)
    monkeypatch.setattr(examining, "MEGABYTES", 180)
    monkeypatch.setattr(examining, "_limit", lambda _lives: None)
    with Examiner(None, []) as examiner:
        assert examiner.examine(Path("some")).ended == "too much memory"
