"""A finished file with one byte changed, or cut off at any length: whoever holds the compare code is told."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack, redirect_stdout
from io import StringIO
from pathlib import Path
from random import Random
from typing import NamedTuple

from desens_gui.cli.main import main
from desens_gui.storage.chain import Row
from desens_gui.storage.snapshot import snapshot
from desens_gui.storage.verify import State, checked, verify
from reliability.encrypted import require, site
from reliability.facts import memory

SCENARIO = "08-transferred"


class Altered(NamedTuple):
    """silent: called intact although an entry reads otherwise. harmless: intact, every column the same."""

    tried: int = 0
    reported: int = 0
    harmless: int = 0
    silent: int = 0

    def plus(self, other: Altered) -> Altered:
        return Altered(*(one + two for one, two in zip(self, other, strict=True)))


class Original:
    """A sealed session as the program leaves it, with the code that a page prints. Use as a context."""

    def __init__(self, *, encrypted: bool = False) -> None:
        self._folder = tempfile.TemporaryDirectory(dir=memory())
        self.place = Path(self._folder.name)
        os.environ["TMPDIR"] = self._folder.name  # private copies are made there
        tempfile.tempdir = None
        self._keys = ExitStack()
        self._keys.enter_context(site(self.place / "data", on=encrypted))
        with redirect_stdout(StringIO()):
            main(["simulate", SCENARIO, "--out", str(self.place)])
        (path,) = self.place.glob("*.desens")
        self.path = require(path, encrypted=encrypted)
        self.content = self.path.read_bytes()
        self.rows = rows_of(self.path)
        self.code = str(verify(self.path).code)

    def __enter__(self) -> Original:
        return self

    def __exit__(self, *_error: object) -> None:
        self._keys.close()
        del os.environ["TMPDIR"]
        tempfile.tempdir = None
        self._folder.cleanup()


def rows_of(path: Path) -> list[Row]:
    """Every column of every entry, as it is read."""
    with snapshot(path) as connection:
        return [row for row, _ in checked(connection)]


def single_bytes(count: int, seed: int, *, encrypted: bool = False) -> Altered:
    """One random byte of the file becomes another."""
    chance = Random(seed)

    def changed(content: bytes) -> bytes:
        place = chance.randrange(len(content))
        other = content[place] ^ chance.randrange(1, 256)
        return content[:place] + bytes([other]) + content[place + 1 :]

    with Original(encrypted=encrypted) as original:
        return _held_against(original, (changed(original.content) for _ in range(count)))


def truncations(part: int, parts: int, step: int = 1) -> Altered:
    """The file cut off at every length (one part of them)."""
    with Original() as original:
        lengths = range(part * step, len(original.content), parts * step)
        return _held_against(original, (original.content[:length] for length in lengths))


def _held_against(original: Original, mutants: Iterable[bytes]) -> Altered:
    found, mutant = Altered(), original.place / "mutant.desens"
    for content in mutants:
        mutant.write_bytes(content)
        reported = verify(mutant, original.code).state is not State.INTACT
        same = not reported and rows_of(mutant) == original.rows
        found = found.plus(Altered(1, reported, same, not reported and not same))
    return found
