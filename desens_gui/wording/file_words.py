"""Sentences about a file that a site or a person wrote: which place, what is wrong there, what is allowed."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words


class Fault(StrEnum):
    """What is wrong with a file or with one place in it."""

    NOT_FOUND = "not_found"
    NO_SUCH_PROTOCOL = "no_such_protocol"
    NOT_READABLE = "not_readable"
    TOO_LARGE = "too_large"
    NOT_TOML = "not_toml"
    MISSING = "missing"
    UNKNOWN_NAME = "unknown_name"
    NOT_TEXT = "not_text"
    NOT_NUMBER = "not_number"
    NOT_WHOLE = "not_whole"
    NOT_YES_NO = "not_yes_no"
    NOT_TABLE = "not_table"
    NOT_LIST = "not_list"
    OUT_OF_RANGE = "out_of_range"
    BAD_TEXT = "bad_text"
    NOT_ONE_OF = "not_one_of"
    REPEATED = "repeated"
    EITHER_OR = "either_or"
    NO_SOURCE = "no_source"
    NOT_ASCENDING = "not_ascending"
    NOT_LIKE = "not_like"


class FileFault(Struct, frozen=True, kw_only=True):
    """file, line and where name the place; found is what stands there; allowed, low and high are what may.

    line 0: not known.
    """

    file: str
    fault: Fault
    where: str = ""
    found: str = ""
    allowed: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    line: int = 0


def fault_sentence(fault: FileFault, words: Words) -> str:
    """One sentence, ready for a person."""
    file = shown(fault.file)
    return _SENTENCES[fault.fault](words).format(
        file=words("{file}, line {line}", file=file, line=fault.line) if fault.line else file,
        where=shown(fault.where),
        found=shown(fault.found),
        allowed=", ".join(fault.allowed),
        low=fault.low,
        high=fault.high,
    )


_SENTENCES: dict[Fault, Callable[[Words], str]] = {
    Fault.NOT_FOUND: lambda words: words("There is no file {file}."),
    Fault.NO_SUCH_PROTOCOL: lambda words: words(
        "There is no protocol “{found}”; known are {allowed}, or give the name of a TOML file."
    ),
    Fault.NOT_READABLE: lambda words: words("{file} cannot be read: {found}."),
    Fault.TOO_LARGE: lambda words: words("{file} has more than {high} bytes, which no such file has."),
    Fault.NOT_TOML: lambda words: words("{file} is not a TOML file: {found}."),
    Fault.MISSING: lambda words: words("{file}: “{where}” is missing."),
    Fault.UNKNOWN_NAME: lambda words: words(
        "{file}: “{where}” is not a known name; known here are {allowed}."
    ),
    Fault.NOT_TEXT: lambda words: words("{file}: “{where}” is {found}; it must be text in quotes."),
    Fault.NOT_NUMBER: lambda words: words(
        "{file}: “{where}” is {found}; it must be a plain number without quotes, at most 15 digits."
    ),
    Fault.NOT_WHOLE: lambda words: words(
        "{file}: “{where}” is {found}; it must be a whole number without quotes."
    ),
    Fault.NOT_YES_NO: lambda words: words("{file}: “{where}” is {found}; it must be true or false."),
    Fault.NOT_TABLE: lambda words: words(
        "{file}: “{where}” is {found}; it must be a table of names and values."
    ),
    Fault.NOT_LIST: lambda words: words("{file}: “{where}” is {found}; it must be a list."),
    Fault.OUT_OF_RANGE: lambda words: words("{file}: “{where}” is {found}; allowed is {low} to {high}."),
    Fault.BAD_TEXT: lambda words: words(
        "{file}: “{where}” is {found}; allowed is text of 1 to {high} printable characters."
    ),
    Fault.NOT_ONE_OF: lambda words: words("{file}: “{where}” is {found}; allowed are {allowed}."),
    Fault.REPEATED: lambda words: words(
        "{file}: “{where}” is {found} a second time; each may stand there once."
    ),
    Fault.EITHER_OR: lambda words: words("{file}: “{where}” needs exactly one of {allowed}."),
    Fault.NO_SOURCE: lambda words: words(
        "{file}: “{where}” names no source; with status verified every number must name one."
    ),
    Fault.NOT_ASCENDING: lambda words: words("{file}: “{where}” must not fall in this order: {allowed}."),
    Fault.NOT_LIKE: lambda words: words("{file}: “{where}” is {found}; write it like {allowed}."),
}
