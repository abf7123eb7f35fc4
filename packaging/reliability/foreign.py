"""Files from strangers: crafted ones and random mutants of a good one, each examined in a child process."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from desens_gui.storage.journal import journal_of
from desens_gui.storage.verify import State
from reliability.alterations import Original
from reliability.crafted import CRAFTED, HARMLESS, craft
from reliability.examining import Examined, Examiner

Change = Callable[[bytes, Random], bytes]


class Foreign(NamedTuple):
    """refused: with a sentence. same: read, every entry as it was. The rest are losses."""

    tried: int = 0
    refused: int = 0
    same: int = 0
    crashed: int = 0
    hung: int = 0
    memory: int = 0
    unclear: int = 0
    accepted: int = 0

    def plus(self, other: Foreign) -> Foreign:
        return Foreign(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def losses(self) -> int:
        return self.crashed + self.hung + self.memory + self.unclear + self.accepted


def judged(found: Examined) -> Foreign:
    """accepted: read, or called intact by whoever holds the code, though an entry reads otherwise."""
    well = found.ended == "well"
    accepted = well and not found.same and (found.read or found.verdict == State.INTACT)
    return Foreign(
        tried=1,
        refused=well and not found.read,
        same=found.same,
        crashed=found.ended == "crashed",
        hung=found.ended == "hung",
        memory=found.ended == "too much memory",
        unclear=well and not found.is_clear,
        accepted=accepted,
    )


def crafted_files() -> dict[str, Foreign]:
    """By name. Of a crafted file whose chain fits, `verify` may say intact: reading it must not succeed."""
    found = {}
    with Original() as original, Examiner(None, original.rows, lives=1) as examiner:
        for name in CRAFTED:
            folder = original.place / "crafted"
            folder.mkdir()
            path = craft(name, original.path, folder)
            examined = examiner.examine(path)
            left = {each.name for each in folder.iterdir()}
            accepted = examined.read and not (name in HARMLESS and examined.same)
            lost_file = name == "a journal that names another file" and "victim" not in left
            found[name] = judged(examined)._replace(accepted=accepted or lost_file)
            shutil.rmtree(folder)
    return found


def mutants(count: int, seed: int) -> Foreign:
    """Random changes of a good file, and of one that a crash left with its journal."""
    chance, found = Random(seed), Foreign()
    with Original() as original, Examiner(original.code, original.rows) as examiner:
        crashed = _crash_in_the_middle(original.path, original.place / "crashed.desens")
        path = original.place / "mutant.desens"
        for _ in range(count):
            file, journal = original.content, b""
            if chance.random() < 0.2:
                file, journal = crashed
                journal = _change(journal, chance)
            if not journal or chance.random() < 0.5:
                file = _change(file, chance)
            path.write_bytes(file)
            journal_of(path).unlink(missing_ok=True)
            if journal:
                journal_of(path).write_bytes(journal)
            found = found.plus(judged(examiner.examine(path)))
    return found


def _crash_in_the_middle(good: Path, path: Path) -> tuple[bytes, bytes]:
    """A child writes half a transaction into the file and dies: the file, and the journal it left."""
    shutil.copyfile(good, path)
    child = os.fork()
    if child == 0:  # pragma: no cover  the child dies
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DROP TRIGGER event_never_changed")
        connection.execute("UPDATE event SET workstation = hex(zeroblob(9000))")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    return path.read_bytes(), journal_of(path).read_bytes()


def _change(old: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice([1, 1, 1, 2, 5])):
        old = chance.choice(CHANGES)(old, chance) if old else b"\0"
    return old


def _place(old: bytes, chance: Random) -> int:
    """Anywhere, but every third time where the structure is: the header, or the head of a page."""
    kind = chance.randrange(3)
    if kind == 0:
        return chance.randrange(min(100, len(old)))
    if kind == 1:
        return min(len(old) - 1, chance.randrange(max(1, len(old) // 4096)) * 4096 + chance.randrange(40))
    return chance.randrange(len(old))


def _bytes(old: bytes, chance: Random) -> bytes:
    place, length = _place(old, chance), chance.choice([1, 1, 2, 4, 8])
    return old[:place] + chance.randbytes(length) + old[place + length :]


def _extreme(old: bytes, chance: Random) -> bytes:
    place, value = _place(old, chance), chance.choice([b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff"])
    return old[:place] + value + old[place + 4 :]


def _cut(old: bytes, chance: Random) -> bytes:
    return old[: chance.randrange(len(old))]


def _insert(old: bytes, chance: Random) -> bytes:
    place = _place(old, chance)
    return old[:place] + chance.randbytes(chance.randrange(1, 600)) + old[place:]


def _remove(old: bytes, chance: Random) -> bytes:
    place = _place(old, chance)
    return old[:place] + old[place + chance.randrange(1, 600) :]


def _blank(old: bytes, chance: Random) -> bytes:
    place, length = _place(old, chance), chance.choice([16, 512, 4096])
    return old[:place] + bytes(min(length, len(old) - place)) + old[place + length :]


def _swap_pages(old: bytes, chance: Random) -> bytes:
    pages = max(1, len(old) // 4096)
    one, other = sorted((chance.randrange(pages) * 4096, chance.randrange(pages) * 4096))
    first, second = old[one : one + 4096], old[other : other + 4096]
    changed = old[:one] + second + old[one + 4096 :]
    return changed[:other] + first + changed[other + 4096 :]


def _repeat(old: bytes, chance: Random) -> bytes:
    place, length = _place(old, chance), chance.randrange(1, 4096)
    return old[: place + length] + old[place:]


CHANGES: tuple[Change, ...] = (_bytes, _bytes, _extreme, _cut, _insert, _remove, _blank, _swap_pages, _repeat)
