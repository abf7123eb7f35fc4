"""Faults while a session is backed up or restored; `dev.py reliability` tries every call and every way."""

from __future__ import annotations

import pytest
from reliability import media
from reliability.backups import copies_of

KINDS = ["rename", "rename done, error said", "killed, rename"]


@pytest.mark.usefixtures("shims")
@pytest.mark.parametrize(
    ("kinds", "encrypted"), [(KINDS, False), (KINDS[2:], True)], ids=["plain", "encrypted"]
)
def test_nothing_wrong_gets_the_name_and_the_miss_is_said(kinds: list[str], encrypted: bool) -> None:
    found = copies_of(kinds, encrypted=encrypted)
    for name, kind in found.items():
        assert kind.runs > 3, f"{name}: no such call was made, so this test showed nothing"
        assert kind.losses == 0, (name, kind)
    assert found["killed, rename"].kills > 4


def test_a_backup_disk_that_is_too_small() -> None:
    if not media.can_mount():
        pytest.skip("SKIPPED: only root may mount a disk of its own")
    tried, wrong = media.backup_without_room()
    assert tried > 10
    assert wrong == 0
