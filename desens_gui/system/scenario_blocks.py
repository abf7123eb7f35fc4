"""Blocks of a scenario: the values that an entry gives them put into their commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desens_gui.session.filling import PLACEHOLDER, PLACEHOLDERS
from desens_gui.system.toml_reading import Table
from desens_gui.wording.file_words import Fault


def written_out(block: tuple[Table, ...], values: Table) -> Iterator[Table]:
    """The commands of a block with their values; TomlProblem for a value too many or one that is missing."""
    needed = tuple(dict.fromkeys(_names([entry.values for entry in block])))
    values.only(*needed)
    for name in needed:
        if not values.has(name):
            raise values.problem(Fault.MISSING, name)
    for entry in block:
        yield Table(_put_in(entry.values, values.values), entry.file, entry.where)


def _names(value: object) -> Iterator[str]:
    """The names in braces that a block is to be given."""
    match value:
        case dict():
            for each in value.values():
                yield from _names(each)
        case list():
            for each in value:
                yield from _names(each)
        case str():
            yield from (name for name in PLACEHOLDER.findall(value) if name not in PLACEHOLDERS)


def _put_in(value: Any, values: Any) -> Any:
    match value:
        case dict():
            return {name: _put_in(each, values) for name, each in value.items()}
        case list():
            return [_put_in(each, values) for each in value]
        case str() if type(value) is str:
            whole = PLACEHOLDER.fullmatch(value)
            if whole and whole[1] in values:
                return values[whole[1]]
            return PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), value)
        case _:
            return value
