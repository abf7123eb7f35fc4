"""Files that somebody made on purpose: what a stranger with an SQLite tool and patience can do."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Callable
from pathlib import Path

from desens_gui.storage.chain import Link, chained
from desens_gui.storage.connecting import connect, header_of
from desens_gui.storage.journal import MAX_BYTES, journal_of
from desens_gui.storage.rows import entry_of
from desens_gui.storage.schema import COLUMNS, TRIGGERS
from reliability.facts import fact, note

Craft = Callable[[Path], None]
"""Turns a good session file into a bad one."""

INSERT = "INSERT INTO event VALUES (" + ", ".join("?" * len(COLUMNS)) + ")"
_PAGE = 4096


def sql(*statements: str) -> Craft:
    def craft(path: Path) -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return craft


def schema(old: str, new: str) -> Craft:
    """The text of the schema changed in place, as no statement could."""
    return sql(
        "PRAGMA writable_schema=1",
        "UPDATE sqlite_schema SET sql = replace(sql, '" + old + "', '" + new + "') WHERE name = 'event'",
    )


def entry(kind: str, payload: str, **columns: str) -> Craft:
    """One more entry whose chain fits, whatever it says."""

    def craft(path: Path) -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        last = Link(*connection.execute("SELECT max(seq), hash FROM event").fetchone())
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger.split()[2]}")
        connection.execute("UPDATE event SET seal = NULL")  # what only the key could set
        plain = entry_of(fact(last.seq + 1, "crafted", note())).row
        row, _ = chained({**plain, "kind": kind, "payload": payload, **columns}, last)
        connection.execute(INSERT, [row[name] for name in COLUMNS])
        for trigger in TRIGGERS:
            connection.execute(trigger)
        connection.close()

    return craft


def shortened(path: Path) -> bytes:
    """The file as it was some entries ago: whole, and not yet at its end."""
    with tempfile.TemporaryDirectory() as folder:
        older = Path(folder) / path.name
        shutil.copyfile(path, older)
        names = [trigger.split()[2] for trigger in TRIGGERS]
        shorten = (
            *(f"DROP TRIGGER {name}" for name in names),
            "DELETE FROM event WHERE seq > (SELECT max(seq) - 3 FROM event)",
            *TRIGGERS,
        )
        connection = connect(older, "rw", header_of(older))
        for statement in shorten:
            connection.execute(statement)
        connection.close()
        return older.read_bytes()


def content(make: Callable[[bytes], bytes]) -> Craft:
    return lambda path: void(path.write_bytes(make(path.read_bytes())))


def void(_written: int) -> None:
    """A craft answers nothing."""


def at(place: int, new: bytes) -> Craft:
    return content(lambda old: old[:place] + new + old[place + len(new) :])


def page_of_pages(old: bytes) -> bytes:
    """A tree whose page points at itself two hundred times."""
    head = struct.pack(">BHHHBI", 5, 0, 200, _PAGE - 1400, 0, 2)
    cells = b"".join(struct.pack(">IB", 2, 1) for _ in range(200))
    pointers = b"".join(struct.pack(">H", _PAGE - 1400 + 5 * each) for each in range(200))
    page = (head + pointers).ljust(_PAGE - 1400, b"\0") + cells.ljust(1400, b"\0")
    return old[:_PAGE] + page + old[2 * _PAGE :]


def naming_another_file(path: Path) -> None:
    """A journal that ends with the name of a file: SQLite would delete that file."""
    victim = path.with_name("victim")
    victim.write_bytes(b"precious")
    name = str(victim).encode()
    body = _journal(path, pages=1)
    end = struct.pack(">I", 0x40000000 // _PAGE + 1) + name
    end += struct.pack(">II", len(name), sum(name) & 0xFFFFFFFF) + bytes.fromhex("d9d505f920a163d7")
    journal_of(path).write_bytes(body + end)


def growing(path: Path) -> None:
    """A journal that says that the file had four thousand million pages."""
    journal_of(path).write_bytes(_journal(path, pages=0, size=0xFFFFFFF0))


def _journal(path: Path, pages: int, size: int | None = None) -> bytes:
    """A header SQLite plays back; its pages are those of the file."""
    whole = path.read_bytes()
    size = len(whole) // _PAGE if size is None else size
    head = bytes.fromhex("d9d505f920a163d7") + struct.pack(">IIIII", pages, 0, size, 512, _PAGE)
    body = head.ljust(512, b"\0")
    for number in range(pages):
        page = whole[number * _PAGE : (number + 1) * _PAGE]
        check = sum(page[place] for place in range(_PAGE - 200, 0, -200)) & 0xFFFFFFFF
        body += struct.pack(">I", number + 1) + page + struct.pack(">I", check)
    return body


def instead(make: Callable[[Path], object]) -> Craft:
    def craft(path: Path) -> None:
        path.unlink()
        make(path)

    return craft


def too_large(path: Path) -> None:
    os.truncate(path, MAX_BYTES + 1)


def other_database(path: Path) -> None:
    path.unlink()
    sql("CREATE TABLE event (seq INTEGER PRIMARY KEY)")(path)


CRAFTED: dict[str, Craft] = {
    "a web page": content(lambda _old: b"<html><img src=x onerror=alert(1)></html>" * 20),
    "nothing": content(lambda _old: b""),
    "the first hundred bytes": content(lambda old: old[:100]),
    "half of it": content(lambda old: old[: len(old) // 2]),
    "zeros after the header": content(lambda old: old[:100].ljust(len(old), b"\0")),
    "another database": other_database,
    "another application": sql("PRAGMA application_id=1"),
    "a newer schema": sql("PRAGMA user_version=9"),
    "an older schema": sql("PRAGMA user_version=0"),
    "a write-ahead log": sql("PRAGMA journal_mode=WAL"),
    "pages of another size": at(16, b"\x02\x00"),
    "reserved bytes": at(20, b"\xff"),
    "a text encoding that is none": at(56, b"\0\0\0\x09"),
    "a page that points at itself": content(page_of_pages),
    "a view in front of the table": sql(
        "PRAGMA writable_schema=1",
        "UPDATE sqlite_schema SET type='view', sql='CREATE VIEW event AS SELECT 1' WHERE name='event'",
    ),
    "one more view": sql("CREATE VIEW more AS SELECT 1"),
    "a view without end": sql(
        "CREATE VIEW more AS WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM n) SELECT x FROM n"
    ),
    "one more trigger": sql("CREATE TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END"),
    "one more table": sql("CREATE TABLE more (x)"),
    "a virtual table": sql("CREATE VIRTUAL TABLE more USING fts5(x)"),
    "a trigger less": sql("DROP TRIGGER event_never_changed"),
    "a table that is not strict": schema(") STRICT", ")"),
    "a costly check": schema("seal TEXT", "seal TEXT CHECK (length(randomblob(100000000)) > 0)"),
    "a generated column": schema("seal TEXT", "seal TEXT GENERATED ALWAYS AS (hash)"),
    "an unknown kind": entry("check_recorded/2", "{}"),
    "an unknown field": entry("seen_no_change/1", '{"more":1}'),
    "a payload of brackets": entry("seen_no_change/1", "[" * 900_000),
    "a payload of empty lists": entry("seen_no_change/1", '{"x":[' + "[]," * 300_000 + "[]]}"),
    "a payload above the limit": entry("seen_no_change/1", '{"x":"' + "y" * 2_000_000 + '"}'),
    "a number of a million digits": entry("seen_no_change/1", '{"x":' + "9" * 900_000 + "}"),
    "a float": entry("note_recorded/1", '{"at":1.5,"text":"x"}'),
    "not a number": entry("note_recorded/1", '{"at":NaN,"text":"x"}'),
    "a key twice": entry("note_recorded/1", '{"text":"a","text":"b"}'),
    "half a letter": entry("seen_no_change/1", '{"x":"\\ud83d"}'),
    "a time that is none": entry("seen_no_change/1", "{}", utc="9999-99-99T00:00:00Z"),
    "a role that is none": entry("seen_no_change/1", "{}", role="porter"),
    "a second beginning": entry(
        "session_opened/1",
        '{"program":"x","schema_digest":"x","session_id":"x","simulated":true,"zone":"UTC"}',
    ),
    "a journal that names another file": naming_another_file,
    "a journal that makes it grow": growing,
    "a journal of noise": lambda path: void(journal_of(path).write_bytes(bytes(range(256)) * 40)),
    "too large": too_large,
    "a folder": instead(Path.mkdir),
    "a pipe": instead(os.mkfifo),
    "a link to itself": instead(lambda path: path.symlink_to(path)),
    "a device": instead(lambda path: path.symlink_to("/dev/zero")),
}

HARMLESS = frozenset({"a journal of noise", "a text encoding that is none"})
"""Every entry reads as it was written in spite of it."""


def craft(name: str, good: Path, folder: Path) -> Path:
    """That file, in the folder."""
    path = folder / "crafted.desens"
    shutil.copyfile(good, path)
    CRAFTED[name](path)
    return path
