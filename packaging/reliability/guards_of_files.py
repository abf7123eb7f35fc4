"""Quick checks of the protections against files that somebody else made: see `guards`."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from desens_gui.storage import reading_only
from desens_gui.storage.codec import encode
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import StorageProblem
from desens_gui.storage.reading import read_session, read_whole
from desens_gui.storage.reading_only import limit, open_read_only
from desens_gui.storage.verify import State, verify
from reliability.crafted import CRAFTED, entry, sql
from reliability.facts import note
from reliability.guards import Guard, instead, seen_as_altered, session


def refused(path: Path, what: str) -> list[str]:
    """Neither is it read as a session nor called intact."""
    got = []
    with suppress(StorageProblem):
        read_whole(path)
        got.append(f"{what}: read")
    return got + [f"{what}: intact"] * (verify(path).state is State.INTACT)


def crafted(*names: str) -> Guard:
    """Files that somebody made on purpose."""

    def tried(folder: Path) -> list[str]:
        got = []
        for number, name in enumerate(names):
            path = session(folder, f"{number}.desens")
            CRAFTED[name](path)
            got += refused(path, name)
        return got

    return tried


def victim(folder: Path) -> list[str]:
    """A journal with the name of another file, which SQLite deletes."""
    path = session(folder)
    CRAFTED["a journal that names another file"](path)
    got = refused(path, "read")
    with suppress(StorageProblem):
        open_session(path).close()
    return got + ["the other file is gone"] * (not (folder / "victim").exists())


def write_ahead_log(folder: Path) -> list[str]:
    """Reading one writes beside the file, on the medium of whoever sent it."""
    path = session(folder)
    CRAFTED["a write-ahead log"](path)
    before = {each.name for each in folder.iterdir()}
    return refused(path, "read") + [
        f"left behind: {each.name}" for each in folder.iterdir() if each.name not in before
    ]


def large_row(folder: Path) -> list[str]:
    """A row of two megabytes, in itself a proper entry."""
    path = session(folder)
    entry("note_recorded/1", encode(note("y" * 2_000_000)))(path)
    return refused(path, "two megabytes in a row")


def endless(folder: Path) -> list[str]:
    """A query of more steps than any session needs."""
    del folder
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with instead(reading_only, "_EACH", 100):  # as many looks, sooner
        limit(connection)
    try:
        connection.execute(
            "WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM n WHERE x < 100000) "
            "SELECT count(x) FROM n"
        ).fetchone()
    except sqlite3.Error:
        return []
    finally:
        connection.close()
    return ["a query without end"]


def schema_for_writing(folder: Path) -> list[str]:
    path = session(folder)
    sql("DROP TRIGGER event_never_changed")(path)
    try:
        open_session(path).close()
    except StorageProblem:
        return []
    return ["opened for writing without its triggers"]


def only_reading(folder: Path) -> list[str]:
    """What a file could make a reader do, once its schema is trusted."""
    path = session(folder)
    got = []
    for statement in (
        "SELECT sql FROM sqlite_schema",
        "SELECT length(randomblob(10))",
        "ATTACH ':memory:' AS other",
        "CREATE TEMP TABLE more (x)",
        "PRAGMA writable_schema=1",
        "VACUUM INTO '/dev/null'",
    ):
        connection = open_read_only(path)
        try:
            connection.execute(statement).fetchall()
            got.append(statement)
        except sqlite3.Error:
            pass
        finally:
            connection.close()
    return got


def not_canonical(folder: Path) -> list[str]:
    """The same fact in other words: a blank, or a key given twice."""
    got = []
    good = encode(note())
    for number, payload in enumerate((good.replace(":", ": ", 1), '{"text":"x",' + good[1:])):
        path = session(folder, f"{number}.desens")
        entry("note_recorded/1", payload)(path)
        with suppress(StorageProblem):
            read_session(path)
            got.append(f"read: {payload}")
    return got


def not_canonical_verified(folder: Path) -> list[str]:
    path = session(folder)
    entry("note_recorded/1", encode(note()).replace(":", ": ", 1))(path)
    return seen_as_altered(path, "a blank in a payload")


def no_story(folder: Path) -> list[str]:
    path = session(folder)
    CRAFTED["a second beginning"](path)
    with suppress(StorageProblem):
        read_whole(path)
        return ["a session that begins twice"]
    return []
