"""Facts to store: made one by one, and any fact of any kind for hypothesis."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import EnumMeta
from fractions import Fraction
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from desens_gui.domain.events.check import NoteRecorded
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.setup import SessionOpened
from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Quantity
from desens_gui.domain.recorded import Actor, Recorded, Role
from desens_gui.storage.schema import schema_digest
from tests.fake_clock import FakeClock

NURSE = Actor("n.weber", Role.NURSE)
AT = Utc.of("2026-11-22T10:42:12Z")


def opened() -> SessionOpened:
    return SessionOpened(
        session_id="s-1", schema_digest=schema_digest(), program="0.1.0", zone="Europe/Berlin", simulated=True
    )


def note(text: str = "dressing changed") -> NoteRecorded:
    return NoteRecorded(text=text, at=AT)


def recorded(seq: int, event: Event, stamp: Instant | None = None) -> Recorded[Event]:
    """The id follows from the number, so the same call makes the same fact."""
    return Recorded(
        seq=seq,
        uuid=f"00000000-0000-4000-8000-{seq:012d}",
        stamp=stamp or FakeClock().now(),
        zone_offset_min=60,
        actor=NURSE,
        second_person=None if seq % 2 else "k.braun",
        workstation="chair-3",
        event=event,
    )


def session(length: int) -> list[Recorded[Event]]:
    """A record of so many facts that any storage accepts: opened, then notes."""
    return [recorded(seq, opened() if seq == 1 else note(f"note {seq}")) for seq in range(1, length + 1)]


def filled(hint: Any) -> Any:
    """One value of a type a fact may hold, with nothing left out: no None, no empty tuple."""
    arguments = get_args(hint)
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return filled(next(each for each in arguments if each is not type(None)))
    if origin is tuple:
        return (filled(arguments[0]),)
    if origin is dict:
        return {filled(arguments[0]): filled(arguments[1])}
    plain: dict[Any, Any] = {bool: True, int: 2, str: "text", Utc: AT}
    if hint in plain:
        return plain[hint]
    if isinstance(hint, EnumMeta):
        return next(iter(hint))
    if issubclass(hint, Amount | Concentration):
        return hint(Fraction(5, 2), DoseUnit.MG)
    if issubclass(hint, Quantity):
        return hint(Fraction(5, 2))
    hints = get_type_hints(hint)
    return hint(**{name: filled(hints[name]) for name in hint.__struct_fields__})


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_US = 1_000_000
_UTC = st.integers(
    int(datetime(1900, 1, 1, tzinfo=UTC).timestamp()) * _US,
    int(datetime(2200, 1, 1, tzinfo=UTC).timestamp()) * _US,
).map(Utc)
_SETTLED = st.fractions(-(10**6), 10**6, max_denominator=10**9)


def anything(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that a fact may hold; a type not known here fails the test that met it."""
    arguments = get_args(hint)
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return st.one_of([anything(each) for each in arguments])
    if origin is tuple:
        return st.lists(anything(arguments[0]), max_size=3).map(tuple)
    if origin is dict:
        return st.dictionaries(anything(arguments[0]), anything(arguments[1]), max_size=3)
    return _single(hint)


def _single(hint: Any) -> st.SearchStrategy[Any]:
    known: dict[Any, st.SearchStrategy[Any]] = {
        type(None): st.none(),
        bool: st.booleans(),
        int: st.integers(-(2**63), 2**63 - 1),
        str: _TEXT,
        Utc: _UTC,
    }
    if hint in known:
        return known[hint]
    if isinstance(hint, EnumMeta):
        return st.sampled_from(list(hint))
    if issubclass(hint, Amount | Concentration):
        return st.builds(hint, _SETTLED, st.sampled_from(DoseUnit)).map(lambda quantity: quantity.settled())
    if issubclass(hint, Quantity):
        return _SETTLED.map(lambda value: hint(Fraction(value)).settled())
    if issubclass(hint, msgspec.Struct):
        hints = get_type_hints(hint)
        return st.builds(hint, **{name: anything(hints[name]) for name in hint.__struct_fields__})
    raise AssertionError(f"no fact has held a {hint!r} so far: say here what values it takes")
