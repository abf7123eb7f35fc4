"""Every fact of a session file, its chain checked and each one strictly decoded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.compare_code import code
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.setup import SessionOpened
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.recorded import Recorded
from desens_gui.storage.problems import Altered, Why, damage_named
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

    @property
    def session_id(self) -> str:
        """As it was opened, whatever the file is called now."""
        opened = self.records[0].event
        assert isinstance(opened, SessionOpened)  # the chain was checked from there
        return opened.session_id


def read_whole(path: Path) -> Whole:
    """To review what somebody else may have made: as `read_session`, and its entries make a session."""
    with snapshot(path) as connection, damage_named():
        found = [(record_of(row), link) for row, link in checked(connection)]
    records = tuple(record for record, _ in found)
    _require_story(records)
    return Whole(records, code(*found[-1][1]))


def _require_story(records: Iterable[Recorded[Event]]) -> None:
    """Altered names the entry that cannot come after those before it.

    Whoever knows how can write entries of the right form in an order that no session has; what is worked out
    from them then fails in one of these ways.
    """
    course = CourseSoFar()
    for record in records:
        try:
            course.add(record, evolve(course.state, record))
        except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise Altered(Why.STORY, record.seq) from error
