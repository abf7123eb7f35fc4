"""Every fact of a session file, its chain checked and each one strictly decoded."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.storage.chain import code
from desens_gui.storage.problems import damage_named
from desens_gui.storage.rows import record_of
from desens_gui.storage.seal import Seal
from desens_gui.storage.snapshot import snapshot
from desens_gui.storage.verify import checked


def read_all(connection: sqlite3.Connection, key: Seal | None = None) -> tuple[Recorded[Event], ...]:
    """Altered names the first entry that does not fit, UnknownNewer what a newer program wrote."""
    with damage_named():
        return tuple(record_of(row) for row, _ in checked(connection, key))


def read_session(path: Path, key: Seal | None = None) -> tuple[Recorded[Event], ...]:
    """Read a finished or a running session by a private copy; nothing is written beside the file."""
    with snapshot(path) as connection:
        return read_all(connection, key)


class Whole(NamedTuple):
    """Every fact, verified, and the compare code of the last: both of one and the same moment."""

    records: tuple[Recorded[Event], ...]
    code: str


def read_whole(path: Path) -> Whole:
    """As `read_session`, with the code that a page prints."""
    with snapshot(path) as connection, damage_named():
        found = [(record_of(row), link) for row, link in checked(connection)]
    return Whole(tuple(record for record, _ in found), code(*found[-1][1]))
