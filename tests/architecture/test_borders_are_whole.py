"""The borders name every part of the program: none is left out, and none is still provisional."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "desens_gui"
CONTRACTS: dict[str, dict[str, Any]] = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
}


def parts() -> set[str]:
    """Every package and top-level module of the program."""
    packages = {path.parent.name for path in PROGRAM.glob("*/__init__.py")}
    modules = {path.stem for path in PROGRAM.glob("*.py")} - {"__init__"}
    return packages | modules


def barred(contract: str) -> set[str]:
    """The parts a contract holds something back from."""
    return {name.removeprefix("desens_gui.") for name in CONTRACTS[contract]["source_modules"]}


def test_a_part_that_exists_is_no_optional_layer() -> None:
    layers = {name.strip() for layer in CONTRACTS["layers"]["layers"] for name in layer.split("|")}
    assert not {name for name in layers if name.startswith("(") and name.strip("()") in parts()}


def test_no_part_but_the_window_may_know_qt() -> None:
    assert parts() - barred("qt") <= {"ui", "app"}


def test_no_part_but_storage_may_know_sqlite() -> None:
    assert parts() - barred("sqlite") <= {"storage"}


def test_the_charts_guard_their_library_once_they_exist() -> None:
    charts = CONTRACTS["charts"]
    if (PROGRAM / "ui" / "charts").exists():
        assert charts["type"] == "protected"
        assert charts["allowed_importers"] == ["desens_gui.ui.charts"]
    else:
        assert "pyqtgraph" in charts["forbidden_modules"]
