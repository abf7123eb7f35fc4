"""What can be wrong with a session file or its disk, by name; everything else is a bug of ours."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from desens_gui.wording.writers import Writer


class Why(StrEnum):
    """What does not fit in an altered file."""

    DAMAGED = "damaged"
    HEADER = "header"
    JOURNAL = "journal"
    SCHEMA = "schema"
    NO_ENTRIES = "no_entries"
    FIRST_ENTRY = "first_entry"
    SEQUENCE = "sequence"
    PREVIOUS = "previous"
    CONTENT = "content"
    SEAL = "seal"
    FORGED = "forged"
    NOT_SEALED = "not_sealed"
    FORM = "form"
    STORY = "story"
    CUT_SHORT = "cut_short"
    NOT_THE_CODE = "not_the_code"


class Asks(StrEnum):
    """What an encrypted file asks for."""

    SITE_KEY = "site_key"
    PASSPHRASE = "passphrase"


class StorageProblem(Exception):
    """The disk or the file, not the program. `problem_words.sentence` says it to a person."""


class NotASession(StorageProblem):
    """Some other file."""


class UnknownNewer(StorageProblem):
    """A newer program wrote what this one does not know: kinds, fields or the schema, by name."""

    def __init__(self, *names: str) -> None:
        super().__init__(*names)
        self.names = names


class Altered(StorageProblem):
    """The file is not as the program wrote it. entry: the number of the first entry that does not fit."""

    def __init__(self, why: Why, entry: int | None = None) -> None:
        super().__init__(why, entry)
        self.why = why
        self.entry = entry


class Locked(StorageProblem):
    """Encrypted, and none of the keys at hand opens it. tried: there were some of the kind it asks for."""

    def __init__(self, asks: Asks, *, tried: bool) -> None:
        super().__init__(asks, tried)
        self.asks = asks
        self.tried = tried


class Busy(StorageProblem):
    """Another program holds the file locked."""


class OtherWriter(StorageProblem):
    """Somebody else writes the file, or has written entries that are not ours: who, if that is known."""

    def __init__(self, writer: Writer | None = None) -> None:
        super().__init__(writer)
        self.writer = writer


class Full(StorageProblem):
    """No space left."""


class NearlyFull(StorageProblem):
    """Facts are stored, but out of the room kept in reserve."""


class ReadOnly(StorageProblem):
    """The file or its folder may not be written."""


class Missing(StorageProblem):
    """The file, its folder or its disk is not there, or may not be opened."""


class DeviceFailed(StorageProblem):
    """The disk reported an error."""


class NameTaken(StorageProblem):
    """A file of that name exists; a new session never writes over one."""


class TooLarge(StorageProblem):
    """No session is that large."""


class NotItsPart(StorageProblem):
    """The one file was not taken over from the other."""


ENVIRONMENT: dict[int, type[StorageProblem]] = {
    sqlite3.SQLITE_PERM: ReadOnly,
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_NOMEM: DeviceFailed,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_IOERR: DeviceFailed,
    sqlite3.SQLITE_FULL: Full,
    sqlite3.SQLITE_CANTOPEN: Missing,
    sqlite3.SQLITE_PROTOCOL: Busy,
    sqlite3.SQLITE_NOTADB: NotASession,
}
"""Primary SQLite codes that are the machine's or the file's doing. Any code not here or below is a bug."""


_BY_TEXT = {
    "access permission denied": sqlite3.SQLITE_PERM,
    "database is locked": sqlite3.SQLITE_BUSY,
    "out of memory": sqlite3.SQLITE_NOMEM,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "database or disk is full": sqlite3.SQLITE_FULL,
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
    "file is not a database": sqlite3.SQLITE_NOTADB,
}
"""sqlcipher3 tells a failed backup by SQLite's text alone, and never more than the primary code."""

_drivers: list[type[Exception]] = [sqlite3.Error]


def also_errors_of(driver: type[Exception]) -> None:
    """Of a driver with exceptions of its own, which are no `sqlite3.Error`."""
    if driver not in _drivers:
        _drivers.append(driver)


def driver_errors() -> tuple[type[Exception], ...]:
    """To be asked for in the `except` clause: a driver may have come since."""
    return tuple(_drivers)


def problem_of(error: Exception) -> StorageProblem | None:
    """The problem behind an error of a driver; None: a bug."""
    code = code_of(error)
    if code is None:
        return None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return Missing()  # removed or renamed underneath
    if code & 0xFF == sqlite3.SQLITE_CORRUPT or _is_damaged_cipher(error, code):
        return Altered(Why.DAMAGED)
    kind = ENVIRONMENT.get(code & 0xFF)
    return kind() if kind is not None else None


def code_of(error: Exception) -> int | None:
    """SQLite's own number for it; None where Python itself refused."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None and not isinstance(error, sqlite3.Error):
        return _BY_TEXT.get(str(error))
    return code


def plays_back(error: Exception) -> bool:
    """Whether a reader may not read because a crash left a journal that has to be played back first."""
    wanted = sqlite3.SQLITE_READONLY_ROLLBACK if isinstance(error, sqlite3.Error) else sqlite3.SQLITE_READONLY
    return code_of(error) == wanted


def _is_damaged_cipher(error: Exception, code: int) -> bool:
    """The key was the right one before the driver saw the file, so it is the file that does not fit."""
    return code & 0xFF == sqlite3.SQLITE_NOTADB and not isinstance(error, sqlite3.Error)


def problem_of_os(error: OSError) -> StorageProblem:
    """The problem behind an error of the operating system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Full()
    if error.errno == errno.EEXIST:
        return NameTaken()
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return ReadOnly()
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO):
        return Missing()
    return DeviceFailed()


@contextmanager
def problems_named() -> Iterator[None]:
    """Turn errors of the disk and the file into problems by name; a bug passes through as it is."""
    try:
        yield
    except driver_errors() as error:
        problem = problem_of(error)
        if problem is None:
            raise
        raise problem from error
    except UnicodeDecodeError as error:  # SQLite quotes damaged text in its own message
        raise Altered(Why.DAMAGED) from error
    except OSError as error:
        raise problem_of_os(error) from error


@contextmanager
def damage_named() -> Iterator[None]:
    """For reading: our few fixed queries are right, so whatever SQLite cannot do is the file's doing."""
    with problems_named():
        try:
            yield
        except driver_errors() as error:
            raise problem_of(error) or Altered(Why.DAMAGED) from error
