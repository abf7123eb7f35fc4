"""Every hazard and every requirement has a test, and every test names one that exists."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
FIELDS = {"hazard": {"id", "text", "source"}, "requirement": {"id", "text", "source", "hazards"}}


def listed(kind: str) -> list[dict[str, Any]]:
    with (HERE / f"{kind}s.toml").open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)[kind]
    return found


def marked(kind: str, source: str) -> Iterator[str]:
    """The ids in `pytest.mark.<kind>(...)` of one file; a mark without a plain id by its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == f"pytest.mark.{kind}":
            for argument in node.args:
                plain = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                yield str(ast.literal_eval(argument)) if plain else f"line {node.lineno}"


def marks(kind: str) -> dict[str, list[str]]:
    """Where each id is named."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for each in marked(kind, path.read_text("utf-8")):
            found.setdefault(each, []).append(path.relative_to(TESTS).as_posix())
    return found


@pytest.mark.parametrize("kind", FIELDS)
def test_each_has_a_test_and_each_mark_is_known(kind: str) -> None:
    known, named = {entry["id"] for entry in listed(kind)}, marks(kind)
    assert sorted(known - set(named)) == [], f"{kind}s without a test"
    assert {each: named[each] for each in named if each not in known} == {}, f"unknown {kind}s"


@pytest.mark.parametrize("kind", FIELDS)
def test_entries_are_whole_and_their_ids_are_single(kind: str) -> None:
    entries = listed(kind)
    ids = [entry["id"] for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert set(entry) == FIELDS[kind], entry["id"]
        assert all(entry.values()), entry["id"]
        assert entry["id"].startswith(kind[0].upper() + "-")


def test_every_requirement_controls_hazards_that_are_listed_and_each_hazard_is_controlled() -> None:
    hazards = {entry["id"] for entry in listed("hazard")}
    controlled = {each for entry in listed("requirement") for each in entry["hazards"]}
    assert controlled == hazards


def test_a_mark_is_seen_wherever_it_stands() -> None:
    source = (
        "pytestmark = [pytest.mark.hazard('H-1')]\n"
        "@pytest.mark.hazard('H-2', 'H-3')\n"
        "def test_x(): ...\n"
        "cases = [pytest.param(1, marks=pytest.mark.hazard('H-4'))]\n"
        "@pytest.mark.hazard(NAME)\n"
        "def test_y(): ...\n"
    )
    assert set(marked("hazard", source)) == {"H-1", "H-2", "H-3", "H-4", "line 5"}
    assert list(marked("requirement", source)) == []
