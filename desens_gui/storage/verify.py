"""Whether a session file is as the program wrote it, as far as the file alone can show. Starts quickly."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from desens_gui.domain.compare_code import code, read_code
from desens_gui.storage.breach import Breach, breach
from desens_gui.storage.canonical import plain_of
from desens_gui.storage.chain import START, Link, Row, Value, follow
from desens_gui.storage.problems import Altered, Busy, Locked, StorageProblem, TooLarge, Why, damage_named
from desens_gui.storage.schema import COLUMNS, schema_digest
from desens_gui.storage.seal import Seal
from desens_gui.storage.snapshot import snapshot

MAX_ENTRIES = 50_000
"""More than a session of days could hold; reading so many takes seconds."""

OPENED = "session_opened/1"
TAKEN_OVER = "part_taken_over/1"


class State(StrEnum):
    INTACT = "intact"
    ALTERED = "altered"
    NOT_A_SESSION = "not_a_session"
    LOCKED = "locked"


class PartOf(NamedTuple):
    """Which part a file is and what it continues. seq: the entry it was taken over with."""

    seq: int
    number: int
    continues: str
    code: str


class Verdict(NamedTuple):
    """What was found. code: of the last entry, where intact. later: entries after the expected one.

    sealed: every entry carries the seal of the key it was checked with; of a part that was taken over, every
    entry since. part: None for a first part. breach: where it was altered.
    """

    state: State
    code: str | None = None
    later: int = 0
    problem: StorageProblem | None = None
    sealed: bool = False
    breach: Breach | None = None
    part: PartOf | None = None


def verify(path: Path, expect: str | None = None, key: Seal | None = None, *, whole: bool = False) -> Verdict:
    """Check a file, and against a code noted earlier if there is one; ValueError if that is no code.

    key: checks every seal that names it; whole: and an entry without its seal counts as altered.
    """
    noted = read_code(expect) if expect is not None else None
    try:
        with snapshot(path) as connection, damage_named():
            try:
                return _verified(connection, noted, key, whole=whole)
            except Altered as problem:
                found = breach(connection, problem, noted[0] if noted is not None else 0)
                return Verdict(State.ALTERED, problem=problem, breach=found)
    except (Busy, Locked) as problem:
        return Verdict(State.LOCKED, problem=problem)
    except Altered as problem:
        return Verdict(State.ALTERED, problem=problem)
    except StorageProblem as problem:
        return Verdict(State.NOT_A_SESSION, problem=problem)


def _verified(
    connection: sqlite3.Connection, noted: tuple[int, str] | None, key: Seal | None, *, whole: bool
) -> Verdict:
    """Altered names the first entry that does not fit."""
    links, part, unsealed = [START], None, None
    for row, link in checked(connection, key):
        payload = _payload(row)
        if row["kind"] == TAKEN_OVER:
            part, unsealed = _taken_over(payload, row, link), None
        links.append(link)
        unsealed = unsealed or (None if _made(row, key) else link.seq)
    if whole and unsealed is not None:
        raise Altered(Why.NOT_SEALED, unsealed)
    later = _compare(links, noted) if noted is not None else 0
    return Verdict(State.INTACT, code(*links[-1]), later, sealed=unsealed is None, part=part)


def checked(connection: sqlite3.Connection, key: Seal | None = None) -> Iterator[tuple[Row, Link]]:
    """As `followed`, and number one must open a session of this schema."""
    link = START
    for row, link in followed(connection, key, MAX_ENTRIES):
        if link.seq == 1:
            _check_first(row)
        yield row, link
    if link is START:
        raise Altered(Why.NO_ENTRIES)


def followed(
    connection: sqlite3.Connection, key: Seal | None, most: int | None = None
) -> Iterator[tuple[Row, Link]]:
    """Every entry in order, with its place in the chain. key: seals that name it must be of its making.

    Altered names the first entry that does not fit. A file is sealed from its first entry to its last, or not
    at all. most: TooLarge for more entries than these.
    """
    link, is_sealed = START, False
    for values in connection.execute("SELECT * FROM event ORDER BY seq"):
        if link.seq == most:
            raise TooLarge
        row: dict[str, Value] = dict(zip(COLUMNS, values, strict=True))
        link = follow(row, link)
        if link.seq == 1:
            is_sealed = row["seal"] is not None
        if (row["seal"] is not None) != is_sealed:
            raise Altered(Why.SEAL, link.seq)
        if key is not None and _made(row, key) and not key.fits(str(row["seal"]), link.hash):
            raise Altered(Why.FORGED, link.seq)
        yield row, link


def _taken_over(payload: Mapping[str, Any], row: Row, link: Link) -> PartOf:
    """Altered where it does not name the entry before it: it binds this part to the one it continues."""
    if (payload.get("head_seq"), payload.get("head_hash")) != (link.seq - 1, row["prev_hash"]):
        raise Altered(Why.STORY, link.seq)
    number, continues = payload.get("number"), payload.get("continues")
    if type(number) is not int or not isinstance(continues, str):
        raise Altered(Why.FORM, link.seq)
    return PartOf(link.seq, number, continues, code(link.seq - 1, str(row["prev_hash"])))


def _made(row: Row, key: Seal | None) -> bool:
    return key is not None and row["seal"] is not None and key.made(str(row["seal"]))


def _check_first(row: Row) -> None:
    if row["kind"] != OPENED or _payload(row).get("schema_digest") != schema_digest():
        raise Altered(Why.FIRST_ENTRY, 1)


def _payload(row: Row) -> Mapping[str, Any]:
    try:
        return plain_of(str(row["payload"]))
    except ValueError as error:
        raise Altered(Why.FORM, int(row["seq"] or 0)) from error


def _compare(links: list[Link], noted: tuple[int, str]) -> int:
    seq, digits = noted
    last = links[-1].seq
    if seq > last:
        raise Altered(Why.CUT_SHORT, last)
    if links[seq].hash[:8] != digits:
        raise Altered(Why.NOT_THE_CODE, seq)
    return last - seq
