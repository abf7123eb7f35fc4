"""Whoever holds the compare code is told of every changed byte and every cut, or reads what was written."""

from __future__ import annotations

import pytest
from reliability.alterations import single_bytes, truncations


@pytest.mark.parametrize(("count", "encrypted"), [(300, False), (60, True)], ids=["plain", "encrypted"])
def test_single_bytes(count: int, encrypted: bool) -> None:
    found = single_bytes(count, seed=5, encrypted=encrypted)
    assert found.tried == count
    assert found.reported > count // 3, "hardly anything was noticed: this test showed nothing"
    assert found.silent == 0


def test_truncations() -> None:
    found = truncations(0, 1, step=211)
    assert found.reported == found.tried > 200
