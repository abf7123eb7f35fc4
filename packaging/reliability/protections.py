"""Each protection of the record, how to take it out, and the check that must then find something."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from desens_gui.storage import (
    chain,
    codec,
    connecting,
    copying,
    keys,
    opening,
    reading,
    reading_only,
    rows,
    schema,
    seal,
    session_log,
    snapshot,
    verify,
)
from desens_gui.system import locks
from reliability import guards, guards_of_keys
from reliability import guards_of_files as files
from reliability.facts import memory
from reliability.guards import Guard

VARIABLE = "RELIABILITY_WITHOUT"


class Removal(NamedTuple):
    """Another value in the place of an attribute."""

    where: Any
    name: str
    new: Any


class Protection(NamedTuple):
    """part: the part of the long run that finds it gone too."""

    removals: tuple[Removal, ...]
    guard: Guard
    part: str = ""


def nothing(*_arguments: object) -> None:
    """In the place of a check."""


def _hash_believed(row: chain.Row) -> str:
    return str(row["hash"]) if "hash" in row else _HASH_OF(row)


_HASH_OF = chain.hash_of
_FITS = seal.Seal.fits


def _any_key(_row: chain.Row, key: seal.Seal | None) -> bool:
    return key is not None


def _fits_or_none(key: seal.Seal, given: str, digest: str) -> bool:
    return given == "None" or _FITS(key, given, digest)


def _read_only(kind: str, payload: str, _upcasters: object = None) -> Any:
    return codec._read(kind, payload.encode("utf-8", "surrogateescape"))


def _without(trigger: int) -> tuple[Removal, ...]:
    """Files are made, and opened, as if that trigger had never been thought of."""
    left = tuple(each for each in opening.SESSION.statements if each != schema.TRIGGERS[trigger])
    layout = opening.SESSION._replace(statements=left)
    return (
        Removal(opening.create_session, "__defaults__", (layout,)),
        Removal(opening.open_session, "__defaults__", (connecting.SessionConnection, layout)),
        Removal(opening.check_schema, "__defaults__", (layout,)),
    )


def _unchecked(key: keys.Key, header: bytes) -> bytes:
    return key._hmac(b"any", header)


def _same(_file: object) -> tuple[str, ...]:
    return ("the same",)


PROTECTIONS: dict[str, Protection] = {
    "chain hash": Protection((Removal(chain, "hash_of", _hash_believed),), guards.content, "single_bytes"),
    "compare code": Protection((Removal(verify, "_compare", lambda *_: 0),), guards.end_missing),
    "uuid re-read": Protection(
        (Removal(session_log, "_SINCE", "SELECT uuid FROM event WHERE seq > ? AND 0"),),
        guards.written_twice,
    ),
    "seal": Protection((Removal(seal.Seal, "fits", lambda *_: True),), guards.all_again),
    "seal on every entry": Protection(
        (
            Removal(verify, "_made", lambda _row, key: key is not None),
            Removal(seal.Seal, "fits", _fits_or_none),
        ),
        guards.all_again,
    ),
    "copy verified": Protection((Removal(copying, "_hashes", _same),), guards.copy_damaged, "copies"),
    "copy read back": Protection((Removal(copying, "_digest", _same),), guards.copy_damaged_later),
    "file size": Protection(
        (Removal(snapshot, "_require_small", nothing),), files.crafted("too large"), "crafted"
    ),
    "file header": Protection((Removal(snapshot, "check_header", nothing),), files.write_ahead_log),
    "row limits": Protection((Removal(reading_only, "_LIMITS", {}),), files.large_row),
    "time limit": Protection((Removal(reading_only, "_MOST", 10**9),), files.endless),
    "schema, reading": Protection(
        (Removal(reading_only, "check_schema", nothing),),
        files.crafted("one more trigger", "a trigger less", "a table that is not strict", "one more view"),
        "crafted",
    ),
    "schema, writing": Protection((Removal(opening, "check_schema", nothing),), files.schema_for_writing),
    "authorizer": Protection((Removal(reading_only, "_may", lambda *_: 0),), files.only_reading),
    "insert guard": Protection(_without(0), guards.changed_by(guards.ANOTHER)),
    "update trigger": Protection(_without(1), guards.changed_by("UPDATE event SET actor = 'other'")),
    "delete trigger": Protection(_without(2), guards.changed_by("DELETE FROM event WHERE seq = 6")),
    "canonical re-encoding": Protection((Removal(rows, "decode", _read_only),), files.not_canonical),
    "canonical JSON": Protection((Removal(verify, "plain_of", json.loads),), files.not_canonical_verified),
    "journal's end": Protection(
        (Removal(snapshot, "require_own", nothing), Removal(opening, "require_own", nothing)),
        files.victim,
        "crafted",
    ),
    "story": Protection((Removal(reading, "_require_story", nothing),), files.no_story, "crafted"),
    "one chair program": Protection((Removal(locks.ChairLock, "acquire", nothing),), guards.two_at_a_chair),
    "one writer": Protection((Removal(locks.SessionLock, "acquire", nothing),), guards.two_writers),
    "other machine's note": Protection((Removal(locks, "read_holder", nothing),), guards.written_elsewhere),
    "encryption": Protection(
        (Removal(keys.Encrypting, "header", lambda _self: b""),), guards_of_keys.in_clear
    ),
    "key check": Protection((Removal(keys.Key, "of_file", _unchecked),), guards_of_keys.wrong_key),
    "known head": Protection(
        (Removal(session_log.SqliteLog, "_known", lambda _self, since: chain.Link(since.seq, since.hash)),),
        guards.other_file,
    ),
}


@contextmanager
def removed(name: str) -> Iterator[None]:
    """The program without that protection."""
    kept = [
        (where, attribute, getattr(where, attribute)) for where, attribute, _ in PROTECTIONS[name].removals
    ]
    remove(name)
    try:
        yield
    finally:
        for where, each, old in kept:
            setattr(where, each, old)


def remove(name: str) -> None:
    """For the rest of this process."""
    for where, attribute, new in PROTECTIONS[name].removals:
        setattr(where, attribute, new)


def remove_as_told() -> None:
    """In a process that `--without` started."""
    name = os.environ.get(VARIABLE)
    if name:
        remove(name)


def got_past(name: str) -> list[str]:
    """What its check finds in a folder of its own."""
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        return PROTECTIONS[name].guard(Path(folder))


def check_without(name: str) -> int:
    """How much its check finds once it is gone."""
    with removed(name):
        return len(got_past(name))
