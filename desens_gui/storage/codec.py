"""Events to the text of the record and back, strictly: what is read is exactly what would be written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

import msgspec

from desens_gui.domain.decimal_text import fraction_of
from desens_gui.domain.events.every import Event
from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import Amount, Concentration, Quantity
from desens_gui.storage.canonical import canonical, plain_of
from desens_gui.storage.problems import Altered, StorageProblem, UnknownNewer, Why
from desens_gui.storage.upcasting import UPCASTERS, Upcast

_TAG = "type"
_UNKNOWN_FIELD = re.compile(r"unknown field `(.*?)`")


@cache
def kinds() -> Mapping[str, type[Event]]:
    """Every kind a file of this program may hold, with its class."""
    return MappingProxyType({kind_of(event): event for event in get_args(Event)})


def kind_of(event: Event | type[Event]) -> str:
    """The name in the column `kind`."""
    return str(event.__struct_config__.tag)


def encode(event: Event) -> str:
    """The payload: every field but the kind. ValueError for what its text would not bring back."""
    plain = msgspec.to_builtins(event, enc_hook=_written)
    del plain[_TAG]
    text = canonical(plain)
    text.encode()  # half of a surrogate pair, as a broken clipboard leaves it, is no text
    return text


def decode(kind: str, payload: str, upcasters: Mapping[str, Upcast] = UPCASTERS) -> Event:
    """UnknownNewer names a kind or field not known here; Altered: the text is not what encode would write."""
    if kind in upcasters:
        return _upcast(kind, payload, upcasters)
    event = _read(kind, payload.encode("utf-8", "surrogateescape"))
    again = encode(event)
    if again != payload:
        raise _difference(kind, payload, again)
    return event


def _difference(kind: str, payload: str, again: str) -> StorageProblem:
    """Fields that the reading passed over, by name; else it was not written by the program."""
    try:
        unknown = tuple(_unknown(plain_of(payload), plain_of(again)))
    except ValueError:
        return Altered(Why.FORM)
    return UnknownNewer(*(f"{kind}: {name}" for name in unknown)) if unknown else Altered(Why.FORM)


def _unknown(written: object, known: object) -> Iterator[str]:
    if isinstance(written, dict) and isinstance(known, dict):
        yield from written.keys() - known.keys()
        for name in written.keys() & known.keys():
            yield from _unknown(written[name], known[name])
    elif isinstance(written, list) and isinstance(known, list):
        for one, other in zip(written, known, strict=True):
            yield from _unknown(one, other)


def _upcast(kind: str, payload: str, upcasters: Mapping[str, Upcast]) -> Event:
    try:
        plain = plain_of(payload)
    except ValueError as error:
        raise Altered(Why.FORM) from error
    while kind in upcasters:
        kind, plain = upcasters[kind](plain)
    event = _read(kind, canonical(plain).encode())
    again = plain_of(encode(event))
    if not _kept(plain, again):
        raise _difference(kind, canonical(plain), canonical(again))
    return event


def _kept(written: object, read: object) -> bool:
    """Whether all that was written was read as it stands; what the newer kind adds is more."""
    if isinstance(written, dict) and isinstance(read, dict):
        return all(name in read and _kept(each, read[name]) for name, each in written.items())
    if isinstance(written, list) and isinstance(read, list):
        return len(written) == len(read) and all(map(_kept, written, read))
    return written == read


def _read(kind: str, payload: bytes) -> Event:
    decoder = _decoder(kind)
    if decoder is None:
        raise UnknownNewer(kind)
    try:
        return decoder.decode(payload)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        unknown = _UNKNOWN_FIELD.search(str(error))
        if unknown:
            raise UnknownNewer(f"{kind}: {unknown[1]}") from error
        raise Altered(Why.FORM) from error


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Event] | None:
    known = kinds().get(kind)
    return msgspec.json.Decoder(known, dec_hook=_quantity) if known is not None else None


def _written(value: object) -> str:
    """A quantity or a time as text; its unit stands in the name of its field, or in the text for drugs."""
    if isinstance(value, Utc):
        return value.text
    if not isinstance(value, Quantity):
        raise NotImplementedError(f"{type(value).__name__} has no place in the record")
    if fraction_of(value.text) != value.value:
        raise ValueError(f"{value!r} was not settled: its text would not bring it back")
    if isinstance(value, Amount):
        return f"{value.text} {value.unit}"
    if isinstance(value, Concentration):
        return f"{value.text} {value.unit}/mL"
    return value.text


def _quantity(kind: type[Any], written: object) -> object:
    if not issubclass(kind, Quantity | Utc) or not isinstance(written, str):
        raise ValueError(f"{written!r} is no {kind.__name__}")
    return kind.of(written)
