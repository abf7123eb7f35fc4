"""Where every connection to a file begins: sqlite3 for a plain file, sqlcipher3 for an encrypted one.

A file is only ever opened with its own driver: each has its own list of locks, and POSIX drops every lock
that a process holds on a file as soon as it closes any descriptor of it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from desens_gui.storage.keys import HEADER, key_for, kind_of

PLAIN = b"SQLite format 3\0"


class _Opened(NamedTuple):
    file: tuple[int, int]
    header: bytes


class SessionConnection(sqlite3.Connection):
    """A connection that remembers which file this process has open (see `is_open_here`)."""

    opened: _Opened | None = None

    def close(self) -> None:
        super().close()
        forget(self)


_open_here: list[_Opened] = []


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open for writing: such a file must not be opened beside the driver,
    not even to read its first bytes."""
    file = _identity(path)
    return any(each.file == file for each in _open_here)


def header_of(path: Path) -> bytes:
    """The first 16 bytes, or as many as there are; of a file that is open here as they were then."""
    file = _identity(path)
    known = next((each.header for each in _open_here if each.file == file), None)
    if known is not None:
        return known
    with path.open("rb") as opened:
        return opened.read(HEADER)


def connect(
    path: Path,
    mode: str,
    header: bytes,
    *,
    timeout_s: float = 0.0,
    factory: type[SessionConnection] = SessionConnection,
) -> SessionConnection:
    """header: of the file, or what a new one is to have. Locked where no key is held that opens it.

    Nothing is read yet; every transaction is begun aloud. factory: of a plain file.
    """
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    if kind_of(header) is None:
        made = sqlite3.connect(uri, uri=True, timeout=timeout_s, isolation_level=None, factory=factory)
    else:
        raw = key_for(header)
        from desens_gui.storage.cipher import connect_encrypted

        made = connect_encrypted(uri, raw, header, timeout_s)
    made.text_factory = text
    return made


def connect_to_write(
    path: Path, header: bytes, timeout_s: float, factory: type[SessionConnection] = SessionConnection
) -> SessionConnection:
    """The file counts as open here until the connection is closed."""
    file = _identity(path)
    made = connect(path, "rw", header, timeout_s=timeout_s, factory=factory)
    made.opened = _Opened(file, header)
    _open_here.append(made.opened)
    return made


def forget(connection: SessionConnection) -> None:
    """It was closed."""
    if connection.opened is not None:
        _open_here.remove(connection.opened)
        connection.opened = None


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return (status.st_dev, status.st_ino)


def text(raw: bytes) -> str:
    """Text as it stands, even where its bytes were damaged: the chain reports it, not the decoder."""
    return raw.decode("utf-8", "surrogateescape")
