"""A whole, verified copy of a session file under a name in another folder, or nothing there.

Never a plain copy of the bytes: what a crash left beside the file would be missing from it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from desens_gui.storage.connecting import connect, header_of
from desens_gui.storage.keys import Encrypting
from desens_gui.storage.opening import create_session, open_session, sync_folder
from desens_gui.storage.private_folder import private_folder
from desens_gui.storage.problems import DeviceFailed, NameTaken, damage_named, problems_named
from desens_gui.storage.reading_only import open_read_only
from desens_gui.storage.snapshot import snapshot, take_copy
from desens_gui.storage.verify import checked

_CHUNK = 1024 * 1024
_INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # each column


def entries_of(path: Path) -> tuple[str, ...]:
    """The hash of every entry, the chain checked; StorageProblem as in reading."""
    with snapshot(path) as connection, damage_named():
        return tuple(link.hash for _, link in checked(connection))


def goes_on_from(later: Sequence[str], earlier: Sequence[str]) -> bool:
    """Whether one holds all entries of the other, in their places."""
    return tuple(later[: len(earlier)]) == tuple(earlier)


def copy_whole(session: Path, target: Path) -> None:
    """Write it beside the target, verify it there, give it the name, read it back. StorageProblem.

    Encrypted as the session is, with the same key.
    """
    _copy(session, target, _vacuumed)


def copy_rekeyed(session: Path, target: Path, encrypting: Encrypting | None) -> None:
    """As `copy_whole`, but with a key that this process holds, or plain; NameTaken where a file is."""
    with problems_named():
        if target.exists():
            raise NameTaken
    _copy(session, target, lambda private, part: _written_anew(private, part, encrypting))


def _copy(session: Path, target: Path, write: Callable[[Path, Path], tuple[str, ...]]) -> None:
    """write: the one file into the other; the entries that are in it then."""
    part = target.with_name(f".{target.name}.part")
    with problems_named(), private_folder() as folder:
        private = folder / "session.desens"
        take_copy(session, private)
        try:
            part.unlink(missing_ok=True)
            entries = write(private, part)
            if _hashes(part) != entries:
                raise DeviceFailed
            _sync(part)
            digest = _digest(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(target.parent)
        if _digest(target) != digest:
            raise DeviceFailed


def _vacuumed(private: Path, part: Path) -> tuple[str, ...]:
    """The entries of the private copy, once they are in the new file too."""
    entries = _hashes(private)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # VACUUM INTO takes an empty file
    connection = connect(private, "ro&immutable=1", header_of(private))
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
    finally:
        connection.close()
    return entries


def _written_anew(private: Path, part: Path, encrypting: Encrypting | None) -> tuple[str, ...]:
    entries = _hashes(private)
    create_session(part, encrypting=encrypting)
    source = open_read_only(private)
    try:
        target = open_session(part)
        try:
            target.execute("BEGIN IMMEDIATE")
            target.executemany(_INSERT, source.execute("SELECT * FROM event ORDER BY seq"))
            target.execute("COMMIT")
        finally:
            target.close()
    finally:
        source.close()
    return entries


def _hashes(file: Path) -> tuple[str, ...]:
    """Of a file that nobody else writes to."""
    connection = open_read_only(file.absolute())
    try:
        with damage_named():
            return tuple(link.hash for _, link in checked(connection))
    finally:
        connection.close()


def _sync(file: Path) -> None:
    with file.open("r+b") as opened:
        os.fsync(opened.fileno())


def _digest(file: Path) -> str:
    """Of the bytes on the medium, as far as the system can be made to read them again."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
