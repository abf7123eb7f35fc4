"""The calls of Windows that the program makes, as far as they can be played on another system."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest


def calls_of_windows(monkeypatch: pytest.MonkeyPatch, **kernel32: Callable[..., Any]) -> None:
    library = SimpleNamespace(kernel32=SimpleNamespace(**kernel32), user32=SimpleNamespace(**kernel32))
    monkeypatch.setattr(ctypes, "windll", library, raising=False)
