"""The fields of a command as a scenario writes them, held against the command's own type."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

import msgspec

from desens_gui.domain.decimal_text import exact_text
from desens_gui.domain.instants import Utc
from desens_gui.domain.patient import Weight
from desens_gui.domain.quantities import Amount, Concentration, Quantity
from desens_gui.session.filling import PLACEHOLDER, PLACEHOLDERS
from desens_gui.session.spoken_time import MOMENT_LIKE, moment
from desens_gui.system.toml_reading import Table
from desens_gui.wording.file_words import Fault

MOST = 10**9
_LIKE: dict[type[Quantity], str] = {Amount: "400 mg", Concentration: "0.016 mg/mL", Weight: "64.5"}


def read_fields(table: Table, kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Plain values ready to be filled in; TomlProblem names an unknown, missing or wrong one."""
    fields = msgspec.structs.fields(kind)
    table.only(*(field.encode_name for field in fields))
    read = {}
    for field in fields:
        if field.required or table.has(field.encode_name):
            read[field.encode_name] = _value(table, field.encode_name, field.type)
    return read


def _value(table: Table, name: str, hint: Any) -> Any:
    hint = without_none(hint)
    if get_origin(hint) is tuple:
        return [_value(entry, place, get_args(hint)[0]) for entry, place in _entries(table, name)]
    if issubclass(hint, msgspec.Struct):
        return read_fields(table.table(name), hint)
    written = table.values.get(name)
    fitting = tuple(key for key, shown in PLACEHOLDERS.items() if hint in (str, shown.kind))
    if fitting and type(written) is str and PLACEHOLDER.search(written):
        return _placeholder(table, name, fitting, whole=hint is not str)
    return _plain(table, name, hint)


def without_none(hint: Any) -> Any:
    """The type of a field that may be left out."""
    if get_origin(hint) in (Union, UnionType):
        return next(each for each in get_args(hint) if each is not type(None))
    return hint


def _entries(table: Table, name: str) -> Iterator[tuple[Table, str]]:
    values = table.values.get(name)
    if not isinstance(values, list):
        raise table.problem(Fault.MISSING if values is None else Fault.NOT_LIST, name)
    for place, value in enumerate(values, start=1):
        yield Table({f"{name}[{place}]": value}, table.file, table.where), f"{name}[{place}]"


def _placeholder(table: Table, name: str, fitting: tuple[str, ...], *, whole: bool) -> object:
    """Every name in braces is one that fits; whole: nothing else may stand there."""
    written = table.values[name]
    assert isinstance(written, str)
    for found in PLACEHOLDER.finditer(written):
        if found[1] not in fitting or (whole and found[0] != written):
            raise table.problem(Fault.NOT_ONE_OF, name, allowed=tuple(f"{{{key}}}" for key in fitting))
    return written


def _plain(table: Table, name: str, hint: Any) -> Any:
    if issubclass(hint, StrEnum):
        return table.choice(name, hint).value
    if issubclass(hint, Utc):
        return _readable(table, name, MOMENT_LIKE, moment(_text(table, name), 0, 0))
    if issubclass(hint, Amount | Concentration):
        return _readable(table, name, (_LIKE[hint],), _quantity(hint, _text(table, name)))
    if issubclass(hint, Quantity):
        written = table.values.get(name)
        if type(written) is not str:
            return exact_text(table.number(name))
        return _readable(table, name, (_LIKE.get(hint, "20"),), _quantity(hint, written))
    if hint is bool:
        return table.flag(name)
    if hint is int:
        return table.whole(name, -MOST, MOST)
    return _text(table, name)


def _text(table: Table, name: str) -> str:
    """Any text, empty or strange: what a person may type is for the session to judge."""
    written = table.values.get(name)
    if written is None:
        raise table.problem(Fault.MISSING, name)
    if type(written) is not str:
        raise table.problem(Fault.NOT_TEXT, name)
    return written


def _readable(table: Table, name: str, like: tuple[str, ...], read: object) -> object:
    """What was written, if it could be read."""
    if read is None:
        raise table.problem(Fault.NOT_LIKE, name, allowed=like)
    return table.values[name]


def _quantity(kind: type[Quantity], text: str) -> Quantity | None:
    try:
        return kind.of(text)
    except ValueError:
        return None
