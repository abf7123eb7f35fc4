"""The short form of a check in a scenario: one number for each item, one answer for all systems not named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.findings import SYSTEMS, Answer, Severity
from desens_gui.system.scenario_fields import read_fields
from desens_gui.system.toml_reading import Table
from desens_gui.wording.file_words import Fault

# Each item of the short form: its place in the vital signs, and the name of its number there.
_ITEMS = {
    "heart_rate": ("heart_rate", "per_min"),
    "respirations": ("respirations", "per_min"),
    "spo2": ("spo2", "percent"),
    "temperature": ("temperature", "celsius"),
    "oxygen": ("oxygen", "given"),
    "consciousness": ("consciousness", "level"),
}
_PRESSURE = re.compile(r"(\d{1,4})(?:/(\d{1,4}))?", re.ASCII)
_SIGN = re.compile(rf"([a-z][a-z0-9_]*) ({'|'.join(Severity)})")

ITEMS = (*_ITEMS, "blood_pressure")
CHECK_NAMES = (*ITEMS, "from", "measured", "signs", "as_at_baseline", "not_measured", "not_asked")


def read_check(table: Table, kept: Mapping[str, Table]) -> dict[str, Any]:
    """The fields of RecordCheck. kept: the named checks that `from` takes values over from."""
    table.only(*CHECK_NAMES)
    whole = _laid_over(table, kept)
    measured = whole.values.get("measured", "now")
    fields = {"vitals": _vitals(whole, measured), "symptoms": _symptoms(whole, measured)}
    return read_fields(Table(fields, table.file, table.where), RecordCheck)


def _laid_over(table: Table, kept: Mapping[str, Table]) -> Table:
    if not table.has("from"):
        return table
    name = table.text("from")
    if name not in kept:
        raise table.problem(Fault.NOT_ONE_OF, "from", allowed=tuple(kept) or ("[checks]",))
    below = kept[name].only(*(each for each in CHECK_NAMES if each != "from"))
    return Table({**below.values, **table.values}, table.file, table.where)


def _vitals(whole: Table, measured: object) -> dict[str, Any]:
    left_out = _listed(whole, "not_measured", ITEMS)
    vitals: dict[str, Any] = {}
    for name, (item, number) in _ITEMS.items():
        if whole.has(name) and name not in left_out:
            vitals[item] = {number: whole.values[name], "at": measured}
    if whole.has("blood_pressure") and "blood_pressure" not in left_out:
        found = _PRESSURE.fullmatch(whole.text("blood_pressure"))
        if found is None:
            raise whole.problem(Fault.NOT_LIKE, "blood_pressure", allowed=("124/76", "124"))
        pressure: dict[str, Any] = {"systolic": int(found[1]), "at": measured}
        if found[2] is not None:
            pressure["diastolic"] = int(found[2])
        vitals["blood_pressure"] = pressure
    return vitals


def _symptoms(whole: Table, measured: object) -> list[Any]:
    new = whole.table("signs").only(*SYSTEMS) if whole.has("signs") else None
    as_before = _listed(whole, "as_at_baseline", SYSTEMS)
    left_out = _listed(whole, "not_asked", SYSTEMS)
    answers: list[Any] = []
    for system in SYSTEMS:
        if system in left_out:
            continue
        answer: dict[str, Any] = {"system": system, "answer": Answer.NONE.value, "at": measured}
        if new is not None and new.has(system):
            answer |= {"answer": Answer.NEW_OR_WORSE.value, "signs": [*map(_sign(new), new.texts(system))]}
        elif system in as_before:
            answer["answer"] = Answer.AS_AT_BASELINE.value
        answers.append(answer)
    return answers


def _sign(new: Table) -> Any:
    def read(text: str) -> dict[str, str]:
        found = _SIGN.fullmatch(text)
        if found is None:
            raise new.problem(
                Fault.NOT_LIKE, found=f'"{text}"', allowed=("hives mild", "flush_warmth severe")
            )
        return {"code": found[1], "severity": found[2]}

    return read


def _listed(whole: Table, name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    listed = whole.texts(name) if whole.has(name) else ()
    for text in listed:
        if text not in allowed:
            raise whole.problem(Fault.NOT_ONE_OF, name, found=f'"{text}"', allowed=allowed)
    return listed
