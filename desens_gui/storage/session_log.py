"""The durable log of one session, on the thread that made it: append returns once the facts are on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desens_gui.domain.events.every import Event
from desens_gui.domain.instants import Utc
from desens_gui.domain.recorded import Recorded
from desens_gui.session.ports import Ack, Clock, Head
from desens_gui.storage.chain import START, Link, chained
from desens_gui.storage.connecting import SessionConnection
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import OtherWriter, problems_named
from desens_gui.storage.reading import read_all
from desens_gui.storage.rows import Entry, entry_of, require_following
from desens_gui.storage.seal import Seal
from desens_gui.wording.writers import Writer

if TYPE_CHECKING:
    from sqlite_utils.db import Table

Connect = Callable[[Path], SessionConnection]

_LAST = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"
_AT = "SELECT seq, hash FROM event WHERE seq = ?"
_SEALED = "SELECT seal IS NOT NULL FROM event WHERE seq = 1"
_WRITER = "SELECT workstation, utc, zone_offset_min FROM event WHERE seq > ? ORDER BY seq"
_SINCE = "SELECT uuid FROM event WHERE seq > ? ORDER BY seq"


def nobody(_ack: Ack) -> None:
    """Nobody waits for the acknowledgement."""


class SqliteLog:
    """Appends to an existing session file; made, used and closed by one thread. StorageProblem from any call.

    since: the last entry known to be stored; OtherWriter if the file holds another one there.
    seal: seals each entry of a new file, and goes on sealing one that is sealed.
    """

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock,
        on_ack: Callable[[Ack], None] = nobody,
        since: Head | None = None,
        connect: Connect = open_session,
        seal: Seal | None = None,
    ) -> None:
        self._clock = clock
        self._on_ack = on_ack
        self._seal = seal
        self._table: Table | None = None
        self._closed = False
        self._connection = connect(path)
        try:
            with problems_named():
                self._last = self._find(_LAST) if since is None else self._known(since)
        except BaseException:
            self._connection.close()
            raise

    def append(self, records: Sequence[Recorded[Event]]) -> None:
        if self._closed:
            raise ValueError("the log is closed")
        entries = [entry_of(record) for record in records]
        self.store(entries)
        utc_us = self._clock.now().utc_us
        for entry in entries:
            self._on_ack(Ack(entry.seq, entry.uuid, utc_us))

    def store(self, entries: Sequence[Entry]) -> None:
        """Store in one transaction what is not stored yet.

        A commit may report an error although it took place (the sync failed after the write), so the ids in
        the file are read again each time: a retry stores nothing twice.
        """
        require_following(entries, self._last.seq)
        with problems_named():
            table = self.warm_up()
            with table.db.atomic():
                rows, last = self._unstored(entries)
                if rows:
                    table.insert_all(rows)
            self._last = last

    def warm_up(self) -> Table:
        """sqlite-utils over the same connection; imported late because that takes a quarter of a second."""
        if self._table is None:
            from sqlite_utils.db import Database

            with problems_named():  # it reads the schema
                # Plugins are other people's code: none of it runs on the record.
                self._table = Database(self._connection, execute_plugins=False).table("event")
        return self._table

    def read_all(self) -> tuple[Recorded[Event], ...]:
        return read_all(self._connection)

    @property
    def head(self) -> Head:
        return Head(*self._last)

    @property
    def waiting(self) -> int:
        return 0

    @property
    def problem(self) -> None:
        """Nothing stands for long: an append that fails raises."""

    def close(self, timeout_s: float = 5.0) -> bool:
        del timeout_s  # nothing ever waits here
        self._closed = True
        self._connection.close()
        return True

    def _unstored(self, entries: Sequence[Entry]) -> tuple[list[dict[str, str | int | None]], Link]:
        """The rows to insert and the head after them. The open transaction keeps other writers out."""
        stored = [uuid for (uuid,) in self._connection.execute(_SINCE, (self._last.seq,))]
        if stored != [entry.uuid for entry in entries[: len(stored)]]:
            raise OtherWriter(self._first_after(self._last.seq))
        link = self._find(_LAST)
        seal = self._seal_for_file()
        rows = []
        for entry in entries[len(stored) :]:
            row, link = chained(entry.row, link, seal)
            rows.append(row)
        return rows, link

    def _seal_for_file(self) -> Seal | None:
        """A file is sealed from its first entry to its last, or not at all; ValueError without the key."""
        first = self._connection.execute(_SEALED).fetchone()
        is_sealed = bool(first[0]) if first is not None else self._seal is not None
        if is_sealed and self._seal is None:
            raise ValueError("a sealed file takes sealed entries only")
        return self._seal if is_sealed else None

    def _known(self, since: Head) -> Link:
        known = Link(since.seq, since.hash)
        if (self._find(_AT, known.seq) if known.seq else START) != known:
            raise OtherWriter(self._first_after(known.seq - 1))
        return known

    def _first_after(self, seq: int) -> Writer | None:
        """Who wrote the entry after that one, and when."""
        found = self._connection.execute(_WRITER, (seq,)).fetchone()
        if found is None:
            return None
        workstation, utc, zone_offset_min = found
        return Writer(workstation=workstation, since_us=Utc.of(utc).us, zone_offset_min=zone_offset_min)

    def _find(self, query: str, *values: int) -> Link:
        found = self._connection.execute(query, values).fetchone()
        return Link(*found) if found is not None else START
