"""Reading TOML with exact numbers, refusing every unknown name, and naming the place of every fault."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from desens_gui.domain.decimal_text import exact_text, fraction_of
from desens_gui.wording.file_words import Fault, FileFault

MAX_BYTES = 1_000_000
MAX_TEXT = 1000
TOO_LONG_TO_SHOW = 10**20  # from 4,300 digits on Python refuses to write an int

Choice = TypeVar("Choice", bound=StrEnum)


class TomlProblem(Exception):
    """A file that cannot be used; `wording.file_words.fault_sentence(problem.fault, words)` says why."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(f"{fault.file} {fault.where}: {fault.fault}")
        self.fault = fault


class _Decimal(str):
    """A TOML number with decimals, as it was written: it never becomes a float."""

    __slots__ = ()


def read_toml(path: Path) -> Table:
    """The file as one table; TomlProblem when it is no readable TOML."""
    name = path.name
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise TomlProblem(FileFault(file=str(path), fault=Fault.NOT_FOUND)) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise TomlProblem(FileFault(file=name, fault=Fault.NOT_READABLE, found=why)) from None
    if len(raw) > MAX_BYTES:
        raise TomlProblem(FileFault(file=name, fault=Fault.TOO_LARGE, high=f"{MAX_BYTES:,}"))
    return parse_toml(raw, name)


def parse_toml(raw: bytes, name: str) -> Table:
    """The text as one table; name is what a sentence calls it."""
    try:
        return Table(tomllib.loads(raw.decode("utf-8-sig"), parse_float=_Decimal), name)
    except RecursionError:
        raise TomlProblem(FileFault(file=name, fault=Fault.NOT_TOML, found="[[[[")) from None
    except ValueError as error:  # TOML and UTF-8 faults, numbers of thousands of digits
        raise TomlProblem(FileFault(file=name, fault=Fault.NOT_TOML, found=str(error))) from None


class Table:
    """One TOML table and the place it stands in. Every read is typed; a fault is raised as TomlProblem."""

    def __init__(self, values: Mapping[str, object], file: str, where: str = "") -> None:
        self.values = values
        self.file = file
        self.where = where

    def only(self, *names: str) -> Table:
        """Refuses any other name; returns itself."""
        for name in self.values:
            if name not in names:
                raise self.problem(Fault.UNKNOWN_NAME, name, allowed=names)
        return self

    def has(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str) -> str:
        value = self._value(name)
        if not isinstance(value, str) or isinstance(value, _Decimal):
            raise self.problem(Fault.NOT_TEXT, name)
        return self._checked_text(name, value)

    def number(self, name: str, low: str | None = None, high: str | None = None) -> Fraction:
        """An exact number, within low and high where they are given (both included)."""
        read = self._fraction(name)
        if low is not None and high is not None and not fraction_of(low) <= read <= fraction_of(high):
            raise self.problem(Fault.OUT_OF_RANGE, name, low=low, high=high)
        return read

    def whole(self, name: str, low: int, high: int) -> int:
        value = self._value(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.problem(Fault.NOT_WHOLE, name)
        if not low <= value <= high:
            raise self.problem(Fault.OUT_OF_RANGE, name, low=str(low), high=str(high))
        return value

    def flag(self, name: str) -> bool:
        value = self._value(name)
        if not isinstance(value, bool):
            raise self.problem(Fault.NOT_YES_NO, name)
        return value

    def choice(self, name: str, kind: type[Choice]) -> Choice:
        """A text that is one of the values of an enumeration."""
        return self._chosen(name, self.text(name), kind)

    def choices(self, name: str, kind: type[Choice]) -> tuple[Choice, ...]:
        return tuple(self._chosen(name, text, kind) for text in self.texts(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, none of them twice."""
        found: list[str] = []
        for value in self._list(name):
            if not isinstance(value, str) or isinstance(value, _Decimal):
                raise self.problem(Fault.NOT_TEXT, name, found=_as_written(value))
            if value in found:
                raise self.problem(Fault.REPEATED, name, found=_as_written(value))
            found.append(self._checked_text(name, value))
        return tuple(found)

    def cells(self, name: str) -> tuple[str, ...]:
        """A list of texts as they are printed: empty ones and the same one twice are allowed."""
        found: list[str] = []
        for value in self._list(name):
            if not isinstance(value, str) or isinstance(value, _Decimal):
                raise self.problem(Fault.NOT_TEXT, name, found=_as_written(value))
            found.append(self._checked_text(name, value) if value else "")
        return tuple(found)

    def table(self, name: str) -> Table:
        value = self._value(name)
        if not isinstance(value, dict):
            raise self.problem(Fault.NOT_TABLE, name)
        return Table(value, self.file, self._place(name))

    def tables(self, name: str) -> Iterator[Table]:
        """A list of tables; a place in it is named from 1: bags[2]."""
        for place, value in enumerate(self._list(name), start=1):
            if not isinstance(value, dict):
                raise self.problem(Fault.NOT_TABLE, f"{name}[{place}]", found=_as_written(value))
            yield Table(value, self.file, self._place(f"{name}[{place}]"))

    def problem(
        self,
        fault: Fault,
        name: str = "",
        *,
        found: str | None = None,
        allowed: Iterable[str] = (),
        low: str = "",
        high: str = "",
    ) -> TomlProblem:
        """The fault at one name of this table, with what stands there."""
        return TomlProblem(
            FileFault(
                file=self.file,
                fault=fault,
                where=self._place(name),
                found=_as_written(self.values.get(name)) if found is None else found,
                allowed=tuple(allowed),
                low=low,
                high=high,
            )
        )

    def _place(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where and name else self.where or name

    def _value(self, name: str) -> object:
        if name not in self.values:
            raise self.problem(Fault.MISSING, name)
        return self.values[name]

    def _list(self, name: str) -> list[object]:
        value = self._value(name)
        if not isinstance(value, list):
            raise self.problem(Fault.NOT_LIST, name)
        return value

    def _fraction(self, name: str) -> Fraction:
        value = self._value(name)
        if isinstance(value, Fraction):
            return value
        if isinstance(value, bool) or not isinstance(value, int | _Decimal):
            raise self.problem(Fault.NOT_NUMBER, name)
        try:
            return fraction_of(str(value))
        except ValueError:
            raise self.problem(Fault.NOT_NUMBER, name) from None

    def _checked_text(self, name: str, value: str) -> str:
        if not value.strip() or len(value) > MAX_TEXT or not value.isprintable():
            raise self.problem(Fault.BAD_TEXT, name, found=_as_written(value), high=str(MAX_TEXT))
        return value

    def _chosen(self, name: str, text: str, kind: type[Choice]) -> Choice:
        if text not in {each.value for each in kind}:
            known = tuple(each.value for each in kind)
            raise self.problem(Fault.NOT_ONE_OF, name, found=_as_written(text), allowed=known)
        return kind(text)


def _as_written(value: object) -> str:
    """A value much as the file has it, short."""
    match value:
        case Fraction():
            return exact_text(value)
        case bool():
            return "true" if value else "false"
        case int() if abs(value) >= TOO_LONG_TO_SHOW:
            return "…"
        case _Decimal() | int():
            return str(value)
        case str():
            return f'"{value}"'
        case list():
            return "[…]"
        case dict():
            return "{…}"
        case _:
            return str(value)
