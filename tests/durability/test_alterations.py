"""Whoever holds the compare code is told of every changed byte and every cut, or reads what was written."""

from __future__ import annotations

from reliability.alterations import single_bytes, truncations


def test_single_bytes() -> None:
    found = single_bytes(300, seed=5)
    assert found.tried == 300
    assert found.reported > 100, "hardly anything was noticed: this test showed nothing"
    assert found.silent == 0


def test_truncations() -> None:
    found = truncations(0, 1, step=211)
    assert found.reported == found.tried > 200
