"""The workstation's own audit file: append-only, chained and sealed like a session, ids and codes only."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from desens_gui.session.audit import AuditEntry, What
from desens_gui.storage.connecting import SessionConnection
from desens_gui.storage.noted import STATEMENTS, Noted, append, entries
from desens_gui.storage.opening import Layout, create_session, open_session
from desens_gui.storage.problems import Altered, NameTaken, UnknownNewer, Why, damage_named, problems_named
from desens_gui.storage.seal import Seal

LAYOUT = Layout(0x44534155, 1, STATEMENTS)  # "DSAU"
_KIND = "audit/1"
_FIELDS = ("what", "session", "command", "codes", "person")


class ToNote(msgspec.Struct, frozen=True):
    """An entry with the id it is stored under, once, however often it is tried."""

    uuid: str
    entry: AuditEntry


class AuditFile:
    """Used by one thread at a time; opened for each call, so that another program may read and write too."""

    def __init__(self, path: Path, *, seal: Seal, workstation: str) -> None:
        self._path = path
        self._seal = seal
        self._workstation = workstation

    def append(self, new: Sequence[ToNote]) -> None:
        """Durable, all or none, when it returns; StorageProblem."""
        if not self._path.exists():
            with suppress(NameTaken):  # another program was quicker
                create_session(self._path, LAYOUT)
        connection = self._open()
        try:
            with problems_named():
                connection.execute("BEGIN IMMEDIATE")
                append(connection, [self._noted(each) for each in new], self._seal)
                connection.execute("COMMIT")
        finally:
            connection.close()

    def read(self) -> tuple[AuditEntry, ...]:
        """Every entry, the chain checked; StorageProblem. Empty where nothing was ever noted."""
        if not self._path.exists():
            return ()
        connection = self._open()
        try:
            with damage_named():
                return tuple(_entry(noted) for noted in entries(connection, self._seal))
        finally:
            connection.close()

    def _open(self) -> SessionConnection:
        return open_session(self._path, layout=LAYOUT)

    def _noted(self, new: ToNote) -> Noted:
        entry = new.entry
        payload = {name: msgspec.to_builtins(getattr(entry, name)) for name in _FIELDS}
        return Noted(
            uuid=new.uuid,
            kind=_KIND,
            stamp=entry.stamp,
            actor=entry.actor,
            workstation=self._workstation,
            payload={name: value for name, value in payload.items() if value},
        )


def _entry(noted: Noted) -> AuditEntry:
    if noted.kind != _KIND:
        raise UnknownNewer(noted.kind)
    try:
        return msgspec.convert(
            {
                **noted.payload,
                "actor": {"id": noted.actor.id, "role": noted.actor.role},
                "stamp": noted.stamp,
            },
            AuditEntry,
            from_attributes=True,
        )
    except msgspec.ValidationError as error:
        what = str(noted.payload.get("what"))
        raise (Altered(Why.FORM) if what in set(What) else UnknownNewer(what)) from error
