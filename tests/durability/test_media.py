"""A medium that goes wrong under a session: the screen tells the truth, and all is stored once it is back."""

from __future__ import annotations

from pathlib import Path

import pytest
from reliability import media
from reliability.media import Trouble

ROOM = 200


@pytest.fixture
def disks() -> None:
    if not media.can_mount():
        pytest.skip("SKIPPED: only root may mount a disk of its own")


def good(trouble: Trouble) -> bool:
    return trouble.losses == 0


def test_a_file_that_is_moved_away_and_comes_back(tmp_path: Path) -> None:
    assert good(media.moved_away(tmp_path / "sessions"))


@pytest.mark.usefixtures("disks")
def test_a_full_disk_takes_two_hundred_more_facts_from_the_reserve() -> None:
    trouble = media.full()
    assert good(trouble)
    assert trouble.room >= ROOM


@pytest.mark.usefixtures("disks")
def test_a_read_only_medium() -> None:
    assert good(media.read_only())


@pytest.mark.usefixtures("disks")
def test_a_disk_that_is_taken_away_and_put_back(tmp_path: Path) -> None:
    assert good(media.unmounted(tmp_path))
