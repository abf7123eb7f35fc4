"""A private copy of a session file to read from: one backup, and the original is let go.

A reader with an open cursor makes the live writer's commit fail, so nobody reads the live file.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desens_gui.storage.connecting import PLAIN, connect, header_of, is_open_here
from desens_gui.storage.journal import MAX_BYTES, journal_of, require_own
from desens_gui.storage.keys import HEADER, kind_of
from desens_gui.storage.opening import require_file
from desens_gui.storage.private_folder import private_folder
from desens_gui.storage.problems import (
    Altered,
    Busy,
    NotASession,
    TooLarge,
    Why,
    driver_errors,
    plays_back,
    problems_named,
)
from desens_gui.storage.reading_only import limit, open_read_only
from desens_gui.storage.schema import APPLICATION_ID

_TRIES = 100
_PAUSE_S = 0.02  # a commit takes milliseconds; after two seconds of tries the file counts as locked
_HEADER = 100


@contextmanager
def snapshot(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to a checked private copy, gone afterwards. Writes nothing beside the file."""
    with problems_named(), private_folder() as folder:
        copy = folder / "session.desens"
        take_copy(path, copy)
        connection = open_read_only(copy)
        try:
            yield connection
        finally:
            connection.close()


def take_copy(path: Path, copy: Path) -> None:
    """Copy a session file as it stands at one moment; what a crash left beside it is recovered there."""
    require_file(path)
    _require_small(path)
    if not is_open_here(path):
        check_header(path)
    try:
        _back_up(path, copy)
    except driver_errors() as error:
        if not plays_back(error):
            raise
        _copy_with_journal(path, copy)
        _recover(copy)
        _require_small(copy)  # a journal says how large the file was


def _require_small(path: Path) -> None:
    if path.stat().st_size > MAX_BYTES:
        raise TooLarge


def check_header(path: Path) -> None:
    """Look at the first bytes before SQLite sees the file."""
    with path.open("rb") as file:
        head = file.read(_HEADER)
    if len(head) == _HEADER and kind_of(head[:HEADER]) is not None:
        return  # the rest can only be read with the key
    if len(head) < _HEADER or not head.startswith(PLAIN):
        raise NotASession
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise NotASession
    if head[18:20] != b"\x01\x01":
        raise Altered(Why.HEADER)  # a session never uses a write-ahead log


def _back_up(path: Path, copy: Path) -> None:
    tries = 0

    def patience(status: int, _remaining: int, _total: int) -> None:
        """Without this the backup would wait for ever on a file that stays locked."""
        nonlocal tries
        tries += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if tries >= _TRIES:
            raise Busy

    header = header_of(path)
    source = connect(path, "ro", header)
    try:
        target = connect(copy, "rwc", header)
        try:
            target.execute("PRAGMA synchronous=0")
            source.backup(target, progress=patience, sleep=_PAUSE_S)
        finally:
            target.close()
    finally:
        source.close()


def _copy_with_journal(path: Path, copy: Path) -> None:
    """Copy file and journal as one: again from the start when either changed meanwhile."""
    journal, journal_copy = journal_of(path), journal_of(copy)
    require_own(journal)
    for _ in range(_TRIES):
        before = (_identity(path), _identity(journal))
        shutil.copyfile(path, copy)
        with suppress(FileNotFoundError):  # none, or played back meanwhile
            shutil.copyfile(journal, journal_copy)
        if before == (_identity(path), _identity(journal)):
            return
        journal_copy.unlink(missing_ok=True)
    raise Busy


def _identity(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return (status.st_ino, status.st_size, status.st_mtime_ns)


def _recover(copy: Path) -> None:
    """Play the journal back on the copy: reading its header is enough, and no schema is looked at."""
    require_own(journal_of(copy))
    connection = connect(copy, "rw", header_of(copy))
    try:
        limit(connection)
        connection.execute("PRAGMA application_id").fetchone()
    finally:
        connection.close()
