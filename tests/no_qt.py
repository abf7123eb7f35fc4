"""A pytest plugin: in this run Qt and its company do not exist, however they are asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

BLOCKED = ("PySide6", "shiboken6", "pyqtgraph", "numpy")


class Blocker(MetaPathFinder):
    """Answers for the blocked names before any other finder, by refusing them."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse a blocked name; leave every other to the next finder."""
        if fullname.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(
                f"{fullname} is blocked: this run proves what works without Qt", name=fullname
            )
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """The settings of pytest-qt, which is absent here, stay known to --strict-config."""
    parser.addini("qt_api", "unused without Qt")
    parser.addini("qt_log_level_fail", "unused without Qt")
    parser.addini("qt_log_ignore", "unused without Qt", type="linelist")


def pytest_configure() -> None:
    """Start blocking; nothing blocked may be loaded already."""
    early = sorted(name for name in BLOCKED if name in sys.modules)
    if early:
        raise pytest.UsageError(f"loaded before it could be blocked: {', '.join(early)}")
    sys.meta_path.insert(0, Blocker())
