"""Whether one file continues another: the chain of the later begins with the chain of the earlier."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from desens_gui.storage.chain import Link
from desens_gui.storage.problems import NotItsPart, damage_named
from desens_gui.storage.snapshot import snapshot
from desens_gui.storage.verify import TAKEN_OVER, checked


class Bound(NamedTuple):
    """head: the last entry both hold. left_out: entries of the old part that the new one was made without."""

    head: Link
    left_out: int


class Last(NamedTuple):
    """The last entry of a file, and its seal."""

    link: Link
    seal: str | None


def last_entry(path: Path) -> Last:
    """What a new part binds itself to; StorageProblem."""
    with snapshot(path) as connection, damage_named():
        last = None
        for row, link in checked(connection):
            last = Last(link, None if row["seal"] is None else str(row["seal"]))
    assert last is not None, "a file without entries is altered"
    return last


def part_of(new: Path, old: Path) -> Bound:
    """StorageProblem as in reading either; NotItsPart."""
    links, taken = _entries(new)
    before, _ = _entries(old)
    for seq in taken:
        head = seq - 1
        if head <= len(before) and links[:head] == before[:head]:
            return Bound(before[head - 1], len(before) - head)
    raise NotItsPart


def _entries(path: Path) -> tuple[list[Link], list[int]]:
    """Every entry, and the numbers of those that took a part over, the newest first."""
    links: list[Link] = []
    taken: list[int] = []
    with snapshot(path) as connection, damage_named():
        for row, link in checked(connection):
            links.append(link)
            if row["kind"] == TAKEN_OVER:
                taken.insert(0, link.seq)
    return links, taken
