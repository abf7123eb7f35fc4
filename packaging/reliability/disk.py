"""A disk as a power cut may leave it: what was not synced is kept or dropped, by sector and by name."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

SECTOR = 512
_HEAD = struct.Struct("=ciqII")


class Op(NamedTuple):
    """One entry of the log of shims/record.c."""

    what: str
    fd: int
    number: int
    first: bytes
    second: bytes


def read_log(log: Path) -> Iterator[Op]:
    """Every operation in its order."""
    raw, at = log.read_bytes(), 0
    while at < len(raw):
        what, fd, number, one, two = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        yield Op(what.decode(), fd, number, raw[at : at + one], raw[at + one : at + one + two])
        at += one + two


class _File:
    """What is safe on the platter, and the writes and truncations since then."""

    def __init__(self) -> None:
        self.safe = bytearray()
        self.now = bytearray()
        self.since: list[tuple[int, bytes | None]] = []

    def change(self, at: int, data: bytes | None) -> None:
        _change(self.now, at, data)
        self.since.append((at, data))

    def sync(self) -> None:
        self.safe = bytearray(self.now)
        self.since.clear()

    def after_cut(self, keep: float, chance: Random) -> bytes:
        """Each sector of each write since the last sync is there with this chance."""
        if keep == 1:
            return bytes(self.now)
        content = bytearray(self.safe)
        if keep > 0:
            for at, data in self.since:
                for start, piece in _sectors(at, data):
                    if chance.random() < keep:
                        _change(content, start, piece)
        return bytes(content)


def _change(content: bytearray, at: int, data: bytes | None) -> None:
    """Write there; no data: the file ends there from now on."""
    if data is None:
        del content[at:]
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    if data is not None:
        content[at : at + len(data)] = data


def _sectors(at: int, data: bytes | None) -> Iterator[tuple[int, bytes | None]]:
    if data is None:
        yield at, None
        return
    place = 0
    while place < len(data):
        length = min(SECTOR - (at + place) % SECTOR, len(data) - place)
        yield at + place, data[place : place + length]
        place += length


Names = dict[str, _File]


class Disk:
    """Follows the operations on one folder. A file system keeps changes of names in their order."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._safe: Names = {}
        self._now: Names = {}
        self._since: list[Names] = []
        self._open: dict[int, _File | None] = {}

    def do(self, op: Op) -> None:
        match op.what:
            case "o":
                self._opened(op)
            case "w":
                self._file(op.fd).change(op.number, op.first)
            case "t":
                self._file(op.fd).change(op.number, None)
            case "s":
                self._sync(op.fd)
            case "u":
                self._renamed(self._name(op.first), None)
            case "r":
                self._renamed(self._name(op.first), self._name(op.second))
            case _:
                raise ValueError(f"{op.what!r} is no operation on a disk")

    def _opened(self, op: Op) -> None:
        if op.first.decode() == self._folder:
            self._open[op.fd] = None
            return
        name = self._name(op.first)
        if name not in self._now:
            if not op.number & os.O_CREAT:
                raise ValueError(f"{name} was opened before it was made")
            self._remember({**self._now, name: _File()})
        self._open[op.fd] = self._now[name]
        if op.number & os.O_TRUNC:
            self._file(op.fd).change(0, None)

    def _renamed(self, name: str, other: str | None) -> None:
        names = dict(self._now)
        file = names.pop(name)
        self._remember(names if other is None else {**names, other: file})

    def _remember(self, names: Names) -> None:
        self._now = names
        self._since.append(names)

    def _sync(self, fd: int) -> None:
        file = self._open[fd]
        if file is not None:
            file.sync()
        else:
            self._safe = self._now
            self._since.clear()

    def _name(self, path: bytes) -> str:
        return Path(path.decode()).name

    def _file(self, fd: int) -> _File:
        file = self._open[fd]
        assert file is not None
        return file

    def cuts(self, chance: Random) -> Iterator[dict[str, bytes]]:
        """Six disks that a cut may leave now: each file's name and content."""
        for keep, names in (
            (0.0, self._safe),
            (1.0, self._safe),
            (0.0, self._now),
            (1.0, self._now),
            (0.5, self._any_names(chance)),
            (chance.random(), self._any_names(chance)),
        ):
            yield {name: file.after_cut(keep, chance) for name, file in names.items()}

    def _any_names(self, chance: Random) -> Names:
        return chance.choice([self._safe, *self._since])
