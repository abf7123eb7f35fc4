"""Every refusal that the program can give is named in a test of the domain."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

from desens_gui.domain.refusals.every import AnyRefusal

HERE = Path(__file__).resolve().parents[1]


def test_every_refusal_is_met_by_name() -> None:
    named: set[str] = set()
    for path in HERE.rglob("test_*.py"):
        imported = {
            alias.name
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom)
            and (node.module or "").startswith("desens_gui.domain.refusals")
            for alias in node.names
        }
        named |= imported
    assert {kind.__name__ for kind in get_args(AnyRefusal)} - named == set()


def test_no_two_refusals_share_a_name() -> None:
    tags = [kind.__struct_config__.tag for kind in get_args(AnyRefusal)]
    assert len(set(tags)) == len(tags)
