"""A report with every text in it made plain: nothing on paper hides, reorders or breaks a line."""

from __future__ import annotations

from typing import TypeVar

import msgspec
from msgspec import Struct

from desens_gui.wording.plain import plain

T = TypeVar("T")


def literal(value: T) -> T:
    """The same value; the two lines of a head stay two lines."""
    return _literal(value)  # type: ignore[return-value]  # the same type as it came


def _literal(value: object) -> object:
    match value:
        case str() if type(value) is str:  # an enum's value is a code
            return "\n".join(map(plain, value.split("\n")))
        case tuple():
            return tuple(map(_literal, value))
        case Struct():
            fields = {name: getattr(value, name) for name in value.__struct_fields__}
            return msgspec.structs.replace(value, **{name: _literal(each) for name, each in fields.items()})
        case _:
            return value
