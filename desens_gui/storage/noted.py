"""Entries of the workstation's own files: table, chain and seal of a session file, other content."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.recorded import Actor, Role
from desens_gui.storage.canonical import canonical, plain_of
from desens_gui.storage.chain import START, Link, Row, Value, chained
from desens_gui.storage.problems import Altered, UnknownNewer, Why
from desens_gui.storage.schema import COLUMNS, TABLE, TRIGGERS
from desens_gui.storage.seal import Seal
from desens_gui.storage.verify import followed

STATEMENTS = (TABLE, *TRIGGERS)

_LAST = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"
_THERE = "SELECT 1 FROM event WHERE uuid = ?"
_INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Noted(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what and when. payload: texts, numbers and lists of texts by name."""

    uuid: str
    kind: str
    stamp: Instant
    actor: Actor
    workstation: str
    payload: dict[str, Any]


def append(connection: sqlite3.Connection, entries: Sequence[Noted], seal: Seal) -> None:
    """Inside a transaction that the caller began. What is there already stays: a commit whose sync failed."""
    found = connection.execute(_LAST).fetchone()
    link = Link(*found) if found is not None else START
    for entry in entries:
        if connection.execute(_THERE, (entry.uuid,)).fetchone() is None:
            row, link = chained(_row(entry, link.seq + 1), link, seal)
            connection.execute(_INSERT, [row[name] for name in COLUMNS])


def entries(connection: sqlite3.Connection, key: Seal | None) -> Iterator[Noted]:
    """Every entry in order, its place in the chain checked; Altered, or UnknownNewer for a foreign role."""
    for row, _ in followed(connection, key):
        yield _noted(row)


def _row(entry: Noted, seq: int) -> dict[str, Value]:
    """Times are UTC: nothing here is shown in the zone of a session."""
    return {
        "seq": seq,
        "uuid": entry.uuid,
        "kind": entry.kind,
        "utc": Utc(entry.stamp.utc_us).text,
        "boot_ns": entry.stamp.boot_ns,
        "mono_ns": entry.stamp.mono_ns,
        "boot_id": entry.stamp.boot_id,
        "zone_offset_min": 0,
        "actor": entry.actor.id,
        "role": str(entry.actor.role),
        "second_person": None,
        "workstation": entry.workstation,
        "payload": canonical(entry.payload),
    }


def _noted(row: Row) -> Noted:
    try:
        role = Role(str(row["role"]))
    except ValueError:
        raise UnknownNewer(str(row["role"])) from None
    try:
        stamp = Instant(
            int(row["boot_ns"] or 0),
            int(row["mono_ns"] or 0),
            Utc.of(str(row["utc"])).us,
            str(row["boot_id"]),
        )
        payload = plain_of(str(row["payload"]))
    except ValueError as error:
        raise Altered(Why.FORM, int(row["seq"] or 0)) from error
    return Noted(
        uuid=str(row["uuid"]),
        kind=str(row["kind"]),
        stamp=stamp,
        actor=Actor(str(row["actor"]), role),
        workstation=str(row["workstation"]),
        payload=payload,
    )
