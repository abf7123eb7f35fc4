"""Each border between the layers is broken once in a copy; its own contract must name the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.copies import ROOT, broken_contract, copy_program, plant, run_without_qt


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy with every border broken."""
    root = copy_program(tmp_path_factory.mktemp("borders"))
    plant(root, "desens_gui/domain/planted_upward.py", "import desens_gui.session")
    plant(root, "desens_gui/storage/planted_sibling.py", "import desens_gui.system")
    plant(
        root,
        "desens_gui/course/planted_typing.py",
        "from typing import TYPE_CHECKING",
        "if TYPE_CHECKING:",
        "    import desens_gui.storage",
    )
    plant(root, "desens_gui/domain/planted_qt.py", "from PySide6.QtCore import QObject")
    plant(root, "desens_gui/system/planted_numpy.py", "import numpy")
    plant(root, "desens_gui/session/planted_sqlite.py", "import sqlite3")
    plant(root, "desens_gui/ui/planted_sqlite_utils.py", "import sqlite_utils")
    plant(root, "desens_gui/ui/widgets/planted_chart.py", "import pyqtgraph")
    return root


@pytest.fixture(scope="module")
def layers(broken: Path) -> str:
    """What the layers contract says."""
    return broken_contract(broken, "layers")


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("desens_gui.domain.planted_upward", "desens_gui.session"),
        ("desens_gui.storage.planted_sibling", "desens_gui.system"),
        ("desens_gui.course.planted_typing", "desens_gui.storage"),
    ],
)
def test_an_import_that_does_not_point_down_is_named(layers: str, importer: str, imported: str) -> None:
    assert f"{importer} -> {imported}" in " ".join(layers.split())


def test_a_package_without_a_layer_is_named(tmp_path: Path) -> None:
    root = copy_program(tmp_path)
    plant(root, "desens_gui/planted_layer/__init__.py", '"""A package without a place in the layers."""')
    assert "desens_gui.planted_layer" in broken_contract(root, "layers")


@pytest.mark.parametrize(
    ("contract", "importer", "imported"),
    [
        ("qt", "desens_gui.domain.planted_qt", "PySide6"),
        ("qt", "desens_gui.system.planted_numpy", "numpy"),
        ("sqlite", "desens_gui.session.planted_sqlite", "sqlite3"),
        ("sqlite", "desens_gui.ui.planted_sqlite_utils", "sqlite_utils"),
        ("charts", "desens_gui.ui.widgets.planted_chart", "pyqtgraph"),
    ],
)
def test_an_outside_library_in_the_wrong_place_is_named(
    broken: Path, contract: str, importer: str, imported: str
) -> None:
    said = " ".join(broken_contract(broken, contract).split())
    assert f"{importer} -> {imported}" in said


def test_an_import_no_linter_sees_fails_the_run_without_qt(tmp_path: Path) -> None:
    root = copy_program(tmp_path)
    plant(root, "desens_gui/domain/planted_hidden.py", '__import__("PySide6.QtCore")')
    plant(root, "tests/__init__.py")
    plant(root, "tests/no_qt.py", (ROOT / "tests" / "no_qt.py").read_text("utf-8"))
    plant(root, "tests/test_planted.py", "def test_it(): import desens_gui.domain.planted_hidden")
    said = run_without_qt(root, "tests/test_planted.py")
    assert "PySide6 is blocked" in said
    assert "planted_hidden.py" in said
