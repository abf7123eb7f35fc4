"""The model of a disk that the power cuts rest on."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from reliability.disk import Disk, Op

FOLDER = Path("/d")


def op(what: str, fd: int = -1, number: int = 0, first: str = "", second: str = "") -> Op:
    return Op(what, fd, number, first.encode(), second.encode())


def disk(*ops: Op) -> Disk:
    made = Disk(FOLDER)
    for each in ops:
        made.do(each)
    return made


CREATED = op("o", 3, os.O_CREAT, "/d/s")
FOLDER_SYNCED = (op("o", 4, 0, "/d"), op("s", 4))


def seen(made: Disk, rounds: int = 200) -> set[tuple[tuple[str, bytes], ...]]:
    chance = random.Random(1)
    return {tuple(sorted(image.items())) for _ in range(rounds) for image in made.cuts(chance)}


def test_a_name_is_safe_once_its_folder_is_synced() -> None:
    assert seen(disk(CREATED)) == {(), (("s", b""),)}
    assert seen(disk(CREATED, *FOLDER_SYNCED)) == {(("s", b""),)}


def test_content_is_safe_once_it_is_synced() -> None:
    written = (CREATED, *FOLDER_SYNCED, op("w", 3, 0, "abc"))
    assert seen(disk(*written)) == {(("s", b""),), (("s", b"abc"),)}
    assert seen(disk(*written, op("s", 3))) == {(("s", b"abc"),)}


def test_each_sector_is_kept_or_dropped_by_itself() -> None:
    begun = (CREATED, *FOLDER_SYNCED, op("w", 3, 0, "a" * 1024), op("s", 3), op("w", 3, 256, "b" * 512))
    old, new = "a" * 256, "b" * 256
    both = {(x, y) for x in (old, new) for y in (old, new)}
    assert {image[0][1].decode() for image in seen(disk(*begun))} == {
        "a" * 256 + first + second + "a" * 256 for first, second in both
    }


def test_an_unlink_and_a_renaming_may_be_undone_until_the_folder_is_synced() -> None:
    gone = (CREATED, *FOLDER_SYNCED, op("u", first="/d/s"))
    assert seen(disk(*gone)) == {(), (("s", b""),)}
    assert seen(disk(*gone, op("s", 4))) == {()}
    moved = (CREATED, *FOLDER_SYNCED, op("r", first="/d/s", second="/d/t"))
    assert seen(disk(*moved)) == {(("s", b""),), (("t", b""),)}


def test_a_file_cut_short_or_emptied_may_still_be_whole() -> None:
    begun = (CREATED, *FOLDER_SYNCED, op("w", 3, 0, "abc"), op("s", 3))
    assert seen(disk(*begun, op("t", 3, 1))) == {(("s", b"abc"),), (("s", b"a"),)}
    assert seen(disk(*begun, op("o", 3, os.O_CREAT | os.O_TRUNC, "/d/s"))) == {
        (("s", b"abc"),),
        (("s", b""),),
    }
    assert seen(disk(*begun, op("t", 3, 5), op("s", 3))) == {(("s", b"abc\0\0"),)}


def test_what_it_does_not_know_is_no_disk() -> None:
    with pytest.raises(ValueError, match="no operation"):
        disk(op("?"))
    with pytest.raises(ValueError, match="before it was made"):
        disk(op("o", 3, 0, "/d/s"))
