"""A recorded fact to the columns of its row and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from desens_gui.domain.events.every import Event
from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.recorded import Actor, Recorded, Role
from desens_gui.storage.chain import Row, Value
from desens_gui.storage.codec import decode, encode, kind_of
from desens_gui.storage.problems import Altered, Why
from desens_gui.storage.upcasting import UPCASTERS, Upcast

MAX_PAYLOAD = 200_000
"""Characters, of four bytes at most: a reader takes no row above a megabyte."""


class Entry(msgspec.Struct, frozen=True):
    """A fact ready to be stored: every column but those of the chain."""

    seq: int
    uuid: str
    row: dict[str, Value]


def entry_of(record: Recorded[Event]) -> Entry:
    """ValueError for a quantity whose text would not bring it back, and for more text than is ever read."""
    payload = encode(record.event)
    if len(payload) > MAX_PAYLOAD:
        raise ValueError(f"a fact of {len(payload)} characters is no fact")
    row = {**_around(record), "kind": kind_of(record.event), "payload": payload}
    return Entry(record.seq, record.uuid, row)


def require_following(entries: Sequence[Entry], last: int) -> None:
    """ValueError when the numbers do not follow on from the last one."""
    numbers = [entry.seq for entry in entries]
    if numbers != list(range(last + 1, last + 1 + len(numbers))):
        raise ValueError(f"entry {last + 1} is next, not {numbers}")


def record_of(row: Row, upcasters: Mapping[str, Upcast] = UPCASTERS) -> Recorded[Event]:
    """Read a row whose place in the chain was checked; UnknownNewer or Altered."""
    record = _read(row, upcasters)
    if any(row[name] != value for name, value in _around(record).items()):
        raise Altered(Why.FORM, record.seq)
    return record


def _around(record: Recorded[Event]) -> dict[str, Value]:
    """The columns beside kind and payload."""
    stamp = record.stamp
    return {
        "seq": record.seq,
        "uuid": record.uuid,
        "utc": Utc(stamp.utc_us).text,
        "boot_ns": stamp.boot_ns,
        "mono_ns": stamp.mono_ns,
        "boot_id": stamp.boot_id,
        "zone_offset_min": record.zone_offset_min,
        "actor": record.actor.id,
        "role": str(record.actor.role),
        "second_person": record.second_person,
        "workstation": record.workstation,
    }


def _read(row: Mapping[str, Any], upcasters: Mapping[str, Upcast]) -> Recorded[Event]:
    """The chain has checked the type of every column."""
    try:
        return Recorded(
            seq=row["seq"],
            uuid=row["uuid"],
            stamp=Instant(row["boot_ns"], row["mono_ns"], Utc.of(row["utc"]).us, row["boot_id"]),
            zone_offset_min=row["zone_offset_min"],
            actor=Actor(row["actor"], Role(row["role"])),
            second_person=row["second_person"],
            workstation=row["workstation"],
            event=decode(row["kind"], row["payload"], upcasters),
        )
    except ValueError as error:
        raise Altered(Why.FORM, row["seq"]) from error
    except Altered as problem:
        raise Altered(problem.why, row["seq"]) from problem
