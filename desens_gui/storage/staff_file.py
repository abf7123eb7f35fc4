"""The site's staff in a file of their own: an append-only history, the secrets beside it, the wrong tries."""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from desens_gui.domain.instants import Instant
from desens_gui.domain.quantities import Duration
from desens_gui.session.ports import Ids
from desens_gui.session.staff import BadgeTaken, Begun, Delays, IdTaken, Making, Person
from desens_gui.storage import tries
from desens_gui.storage.noted import STATEMENTS, Noted, append, entries
from desens_gui.storage.opening import Layout, create_session, open_session
from desens_gui.storage.problems import Altered, NameTaken, Why, damage_named
from desens_gui.storage.seal import Seal
from desens_gui.storage.staff_history import (
    ADDED,
    BADGE_SET,
    DEACTIVATED,
    PIN_SET,
    REACTIVATED,
    Standing,
    digest,
    standing,
)

# Hashes are kept once and overwritten when they change (secure_delete): nobody honest needs an old one.
SECRET = """\
CREATE TABLE secret (
  id TEXT PRIMARY KEY,
  pin TEXT NOT NULL,
  badge TEXT UNIQUE
) STRICT"""

LAYOUT = Layout(0x44535046, 1, (*STATEMENTS, SECRET, tries.TABLE))  # "DSPF"

_PURPOSE = b"desens badge 1\n"


class StaffFile:
    """The port StaffStore. Opened for each call, so that the command line may change it beside the window.

    key: the workstation's, which seals the history and makes badge codes unreadable.
    """

    def __init__(self, path: Path, *, key: Callable[[], bytes], ids: Ids, workstation: str) -> None:
        self._path = path
        self._key = key
        self._seal = Seal(key)
        self._ids = ids
        self._workstation = workstation

    def people(self) -> tuple[Person, ...]:
        if not self._path.exists():
            return ()
        with self._opened() as connection:
            return tuple(each.person for each in self._standing(connection).values())

    def add(self, person: Person, pin_hash: str, making: Making) -> None:
        if not self._path.exists():
            with suppress(NameTaken):  # another program was quicker
                create_session(self._path, LAYOUT)
        with self._changing() as connection:
            if person.id in self._standing(connection):
                raise IdTaken(person.id)
            connection.execute("INSERT INTO secret (id, pin) VALUES (?, ?)", (person.id, pin_hash))
            told = {"id": person.id, "name": person.name, "role": str(person.role)}
            self._tell(connection, ADDED, told, making)
            self._tell(connection, PIN_SET, {"id": person.id, "digest": digest(pin_hash)}, making)

    def set_pin(self, person_id: str, pin_hash: str, making: Making) -> None:
        with self._changing() as connection:
            connection.execute("UPDATE secret SET pin = ? WHERE id = ?", (pin_hash, person_id))
            self._tell(connection, PIN_SET, {"id": person_id, "digest": digest(pin_hash)}, making)
            tries.forget(connection, person_id)

    def set_badge(self, person_id: str, code: str | None, making: Making) -> None:
        with self._changing() as connection:
            keyed = self._keyed(code) if code is not None else None
            owner = connection.execute("SELECT id FROM secret WHERE badge = ?", (keyed,)).fetchone()
            if owner is not None and owner[0] != person_id:
                raise BadgeTaken(owner[0])
            connection.execute("UPDATE secret SET badge = ? WHERE id = ?", (keyed, person_id))
            told = {"id": person_id, "digest": digest(keyed) if keyed is not None else ""}
            self._tell(connection, BADGE_SET, told, making)

    def set_active(self, person_id: str, active: bool, making: Making) -> None:
        with self._changing() as connection:
            self._tell(connection, REACTIVATED if active else DEACTIVATED, {"id": person_id}, making)

    def begin_try(self, person_id: str, now: Instant, delays: Delays) -> Begun | Duration | None:
        """Any id has its delay, a badge nobody has too; only an active person has a hash to be looked at."""
        with self._changing() as connection:
            wait = tries.begin(connection, person_id, now, delays)
            if wait.left is not None:
                return wait.left
            found = self._standing(connection).get(person_id)
            if found is None or not found.person.active:
                return None
            return Begun(self._secret(connection, found).pin, wait.next)

    def was_right(self, person_id: str) -> None:
        with self._changing() as connection:
            tries.forget(connection, person_id)

    def of_badge(self, code: str) -> Person | None:
        with self._opened() as connection:
            row = connection.execute("SELECT id FROM secret WHERE badge = ?", (self._keyed(code),)).fetchone()
            found = self._standing(connection).get(row[0]) if row is not None else None
            if found is None or not found.person.active:
                return None
            self._secret(connection, found)
            return found.person

    # ---- inside

    def _keyed(self, code: str) -> str:
        return hmac.new(self._key(), _PURPOSE + code.encode(), hashlib.sha256).hexdigest()

    def _standing(self, connection: sqlite3.Connection) -> dict[str, Standing]:
        return standing(entries(connection, self._seal))

    def _secret(self, connection: sqlite3.Connection, found: Standing) -> _Secret:
        """The secrets of a person; Altered where they are not those of the history."""
        row = connection.execute("SELECT pin, badge FROM secret WHERE id = ?", (found.person.id,)).fetchone()
        secret = _Secret(*row) if row is not None else _Secret("", None)
        if digest(secret.pin) != found.pin or (digest(secret.badge) if secret.badge else "") != found.badge:
            raise Altered(Why.FORM)
        return secret

    def _tell(self, connection: sqlite3.Connection, kind: str, told: dict[str, Any], making: Making) -> None:
        entry = Noted(
            uuid=self._ids.uuid(),
            kind=kind,
            stamp=making.at,
            actor=making.by,
            workstation=self._workstation,
            payload=told,
        )
        append(connection, [entry], self._seal)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        connection = open_session(self._path, layout=LAYOUT)
        try:
            with damage_named():
                yield connection
        finally:
            connection.close()

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing."""
        with self._opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")


class _Secret:
    """What is kept of a person's PIN and badge."""

    __slots__ = ("badge", "pin")

    def __init__(self, pin: str, badge: str | None) -> None:
        self.pin = pin
        self.badge = badge
