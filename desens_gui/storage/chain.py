"""The chain of hashes through the entries of a session. Standard library only: `verify` starts quickly."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from desens_gui.storage.canonical import canonical
from desens_gui.storage.problems import Altered, Why
from desens_gui.storage.schema import COLUMNS
from desens_gui.storage.seal import Seal, is_whole

Value = str | int | None
Row = Mapping[str, Value]

FIRST = "0" * 64
_HASHED = tuple(name for name in COLUMNS if name not in ("hash", "seal"))
_NUMBERS = frozenset({"seq", "boot_ns", "mono_ns", "zone_offset_min"})
_MAY_BE_NULL = frozenset({"second_person", "seal"})


class Link(NamedTuple):
    """One entry's number and hash."""

    seq: int
    hash: str


START = Link(0, FIRST)


def hash_of(row: Row) -> str:
    """SHA-256 over the canonical JSON of every column but hash and seal; the payload is one string in it."""
    plain = {name: row[name] for name in _HASHED}
    return hashlib.sha256(canonical(plain).encode("utf-8", "surrogateescape")).hexdigest()


def chained(row: Row, before: Link, seal: Seal | None = None) -> tuple[dict[str, Value], Link]:
    """The row with its place in the chain and its seal, and that place."""
    linked = {**row, "prev_hash": before.hash}
    place = Link(before.seq + 1, hash_of(linked))
    return {**linked, "hash": place.hash, "seal": seal.of(place.hash) if seal is not None else None}, place


def follow(row: Row, before: Link) -> Link:
    """Check one entry against the one before; Altered names it and what does not fit."""
    seq = before.seq + 1
    if row["seq"] != seq:
        raise Altered(Why.SEQUENCE, seq)
    if not _well_typed(row):
        raise Altered(Why.FORM, seq)
    if row["prev_hash"] != before.hash:
        raise Altered(Why.PREVIOUS, seq)
    if row["hash"] != hash_of(row):
        raise Altered(Why.CONTENT, seq)
    if row["seal"] is not None and not is_whole(str(row["seal"]), str(row["hash"])):
        raise Altered(Why.SEAL, seq)
    return Link(seq, str(row["hash"]))


def _well_typed(row: Row) -> bool:
    for name, value in row.items():
        wanted = int if name in _NUMBERS else str
        if type(value) is not wanted and not (value is None and name in _MAY_BE_NULL):
            return False
    return True
