"""Errors are split by one list of codes: the disk's and the file's doing, and bugs."""

from __future__ import annotations

import errno
import sqlite3

import pytest

from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import (
    ENVIRONMENT,
    Altered,
    Asks,
    Busy,
    DeviceFailed,
    Full,
    Locked,
    Missing,
    NameTaken,
    NotASession,
    ReadOnly,
    StorageProblem,
    UnknownNewer,
    Why,
    damage_named,
    problem_of,
    problem_of_os,
    problems_named,
)
from desens_gui.wording.words import ENGLISH


def failed(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("said by SQLite")
    error.sqlite_errorcode = code
    return error


NAMED = {
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_BUSY_RECOVERY: Busy,
    sqlite3.SQLITE_FULL: Full,
    sqlite3.SQLITE_IOERR: DeviceFailed,
    sqlite3.SQLITE_IOERR_WRITE: DeviceFailed,
    sqlite3.SQLITE_IOERR_FSYNC: DeviceFailed,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_READONLY_ROLLBACK: ReadOnly,
    sqlite3.SQLITE_READONLY_DBMOVED: Missing,
    sqlite3.SQLITE_CANTOPEN: Missing,
    sqlite3.SQLITE_NOTADB: NotASession,
    sqlite3.SQLITE_CORRUPT: Altered,
    sqlite3.SQLITE_CORRUPT_INDEX: Altered,
    sqlite3.SQLITE_PERM: ReadOnly,
    sqlite3.SQLITE_NOMEM: DeviceFailed,
    sqlite3.SQLITE_PROTOCOL: Busy,
}
BUGS = [
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_INTERNAL,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_SCHEMA,
    sqlite3.SQLITE_TOOBIG,
    sqlite3.SQLITE_CONSTRAINT_TRIGGER,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_MISUSE,
    sqlite3.SQLITE_RANGE,
    sqlite3.SQLITE_AUTH,
]


@pytest.mark.parametrize("code", NAMED)
def test_the_disk_and_the_file(code: int) -> None:
    with pytest.raises(StorageProblem) as caught, problems_named():
        raise failed(code)
    assert type(caught.value) is NAMED[code]


def test_every_named_code_is_tested() -> None:
    assert ENVIRONMENT.keys() <= NAMED.keys()


@pytest.mark.parametrize("code", BUGS)
def test_bugs_pass_through_as_they_are(code: int) -> None:
    with pytest.raises(sqlite3.OperationalError, match="said by SQLite"), problems_named():
        raise failed(code)


def test_a_misuse_that_python_itself_refused_is_a_bug() -> None:
    assert problem_of(sqlite3.ProgrammingError("closed")) is None


def test_on_a_private_copy_everything_is_the_files_doing() -> None:
    with pytest.raises(Altered), damage_named():
        raise failed(sqlite3.SQLITE_ERROR)
    with pytest.raises(Busy), damage_named():
        raise failed(sqlite3.SQLITE_BUSY)
    with pytest.raises(Altered) as caught, damage_named():
        b"\xff".decode()
    assert caught.value.why is Why.DAMAGED


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, Full),
        (errno.EDQUOT, Full),
        (errno.EROFS, ReadOnly),
        (errno.EACCES, ReadOnly),
        (errno.ENOENT, Missing),
        (errno.ENOTDIR, Missing),
        (errno.EEXIST, NameTaken),
        (errno.EIO, DeviceFailed),
    ],
)
def test_errors_of_the_system(number: int, problem: type[StorageProblem]) -> None:
    assert type(problem_of_os(OSError(number, "said by the system"))) is problem


def _all() -> list[StorageProblem]:
    named = (Altered, UnknownNewer, Locked)
    plain = [kind() for kind in StorageProblem.__subclasses__() if kind not in named]
    locked = [Locked(asks, tried=tried) for asks in Asks for tried in (False, True)]
    return [*plain, *locked, *(Altered(why, 7) for why in Why), UnknownNewer("step_started/2", "schema 3")]


def test_every_problem_has_a_sentence_of_its_own() -> None:
    sentences = [sentence(problem, ENGLISH) for problem in _all()]
    assert len(set(sentences)) == len(sentences)
    for said in sentences:
        assert said[0].isupper()
        assert said.endswith(".")
        assert "{" not in said


def test_names_and_entries_are_said() -> None:
    assert "step_started/2, schema 3" in sentence(UnknownNewer("step_started/2", "schema 3"), ENGLISH)
    assert "Entry 7" in sentence(Altered(Why.CONTENT, 7), ENGLISH)
