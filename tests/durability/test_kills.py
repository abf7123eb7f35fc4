"""A program killed at any moment goes on at the same step; `dev.py reliability` kills it 500 times."""

from __future__ import annotations

import sys

import pytest
from reliability.kills import kill_often

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


@pytest.mark.parametrize(("kills", "encrypted"), [(25, False), (8, True)], ids=["plain", "encrypted"])
def test_nothing_is_lost_and_nothing_is_there_twice(kills: int, encrypted: bool) -> None:
    found = kill_often(kills, seed=8, encrypted=encrypted)
    assert found.kills == kills
    assert found.side_files, "no kill came in the middle of a commit: this test showed nothing"
    assert (found.lost, found.twice, found.damaged, found.other_end) == (0, 0, 0, 0)
