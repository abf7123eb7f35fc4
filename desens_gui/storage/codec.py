"""Events to the text of the record and back, strictly: what is read is exactly what would be written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

import msgspec

from desens_gui.domain.decimal_text import fraction_of
from desens_gui.domain.events.every import Event
from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import Amount, Concentration, Quantity
from desens_gui.storage.problems import Altered, UnknownNewer, Why

Plain = dict[str, Any]
Upcast = Callable[[Plain], tuple[str, Plain]]
"""An old kind's fields to the kind that follows it, and its fields."""

UPCASTERS: Mapping[str, Upcast] = MappingProxyType({})
"""Old kinds by name. Empty until the first kind gets a successor."""

_TAG = "type"
_UNKNOWN_FIELD = re.compile(r"unknown field `(.*?)`")


@cache
def kinds() -> Mapping[str, type[Event]]:
    """Every kind a file of this program may hold, with its class."""
    return MappingProxyType({kind_of(event): event for event in get_args(Event)})


def kind_of(event: Event | type[Event]) -> str:
    """The name in the column `kind`."""
    return str(event.__struct_config__.tag)


def canonical(plain: object) -> str:
    """Sorted keys, no spaces, nothing escaped that need not be."""
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def encode(event: Event) -> str:
    """The payload: every field but the kind. ValueError for a quantity that its text would not bring back."""
    plain = msgspec.to_builtins(event, enc_hook=_written)
    del plain[_TAG]
    return canonical(plain)


def decode(kind: str, payload: str, upcasters: Mapping[str, Upcast] = UPCASTERS) -> Event:
    """UnknownNewer names a kind or field not known here; Altered: the text is not what encode would write."""
    if kind in upcasters:
        return _upcast(kind, payload, upcasters)
    event = _read(kind, payload.encode("utf-8", "surrogateescape"))
    if encode(event) != payload:
        raise Altered(Why.FORM)
    return event


def _upcast(kind: str, payload: str, upcasters: Mapping[str, Upcast]) -> Event:
    plain = _plain(payload)
    while kind in upcasters:
        kind, plain = upcasters[kind](plain)
    return _read(kind, canonical(plain).encode())


def _plain(payload: str) -> Plain:
    """An old payload, as canonical as when it was written."""
    try:
        plain = json.loads(payload, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        raise Altered(Why.FORM) from error
    if not isinstance(plain, dict) or canonical(plain) != payload:
        raise Altered(Why.FORM)
    return plain


def _no_float(text: str) -> object:
    raise ValueError(f"{text} is no number of the record")


def _read(kind: str, payload: bytes) -> Event:
    decoder = _decoder(kind)
    if decoder is None:
        raise UnknownNewer(kind)
    try:
        return decoder.decode(payload)
    except msgspec.MsgspecError as error:
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
