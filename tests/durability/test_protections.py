"""Each protection of the record holds, and its check notices when it is taken out."""

from __future__ import annotations

import sys

import pytest
from reliability.protections import PROTECTIONS, got_past, removed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its crafted files need fork and pipes")


@pytest.mark.parametrize("name", PROTECTIONS)
def test_it_holds_and_its_check_can_fail(name: str) -> None:
    assert got_past(name) == []
    with removed(name):
        assert got_past(name), "taken out, and nobody noticed"
    assert got_past(name) == [], "it was not put back"
