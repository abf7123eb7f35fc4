"""Where an altered file stops being as it was written, as far as its own rows tell. Starts quickly."""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple

from desens_gui.storage.chain import Row
from desens_gui.storage.problems import Altered, StorageProblem, Why, damage_named
from desens_gui.storage.schema import COLUMNS

_AT = "SELECT * FROM event WHERE seq = ?"
_LAST = "SELECT seq FROM event ORDER BY seq DESC LIMIT 1"
_STAFF = "SELECT payload FROM event WHERE kind = 'staff_identified/1' AND seq < ? ORDER BY seq"


class Breach(NamedTuple):
    """entry: the first that does not fit. row: what stands there now, if anything. before: the one before it.

    last: the number of the last row. missing: how many entries the code says should follow.
    names: of the staff, from the entries before.
    """

    why: Why
    entry: int
    last: int
    row: Row | None = None
    before: Row | None = None
    missing: int = 0
    names: tuple[tuple[str, str], ...] = ()


def breach(connection: sqlite3.Connection, problem: Altered, noted: int = 0) -> Breach | None:
    """None where no entry is to blame, or nothing more can be read. noted: the number in the code."""
    if problem.entry is None:
        return None
    try:
        with damage_named():
            found = connection.execute(_LAST).fetchone()
            last = int(found[0]) if found is not None else 0
            return Breach(
                problem.why,
                problem.entry,
                last,
                row=_row(connection, problem.entry),
                before=_row(connection, problem.entry - 1),
                missing=max(0, noted - last),
                names=_names(connection, problem.entry),
            )
    except StorageProblem:
        return None


def _row(connection: sqlite3.Connection, seq: int) -> Row | None:
    found = connection.execute(_AT, (seq,)).fetchone()
    return dict(zip(COLUMNS, found, strict=True)) if found is not None else None


def _names(connection: sqlite3.Connection, before: int) -> tuple[tuple[str, str], ...]:
    """Entries before the breach were checked, so their payloads can be read."""
    found = (json.loads(payload) for (payload,) in connection.execute(_STAFF, (before,)))
    return tuple((str(each["id"]), str(each["name"])) for each in found)
