"""Every call to the disk fails once: nothing is lost, doubled or called saved too early.

It found that a read which failed while the writer got ready ended the writer's thread without a word.
"""

from __future__ import annotations

import pytest
from reliability.faults import KINDS, faults_of

pytestmark = pytest.mark.usefixtures("shims")


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_every_call_fails_once(encrypted: bool) -> None:
    kinds = ["read", "write, disk full", "sync done, error said"] if encrypted else list(KINDS)
    found = faults_of(0, kinds, encrypted=encrypted)
    assert found.keys() == set(kinds)
    for name, kind in found.items():
        assert kind.runs > 3, f"{name}: no such call was made, so this test showed nothing"
        assert (kind.not_stored, kind.false_acks, kind.refused, kind.not_over) == (0, 0, 0, 0), name
