"""The items of a check in the order of the form, with the fields that take them."""

from __future__ import annotations

import msgspec

from desens_gui.domain.findings import Consciousness, Item
from desens_gui.wording.symptoms import consciousness_name
from desens_gui.wording.vitals import series_name, unit
from desens_gui.wording.words import Words


class ItemField(msgspec.Struct, frozen=True):
    """A field's code in the draft, its name in the policy, the unit inside it."""

    code: str
    series: str
    unit: str = ""


class ItemLine(msgspec.Struct, frozen=True):
    """One row of the form; an item without fields is chosen."""

    item: Item
    fields: tuple[ItemField, ...] = ()


LINES = (
    ItemLine(Item.HEART_RATE, (ItemField("heart_rate", "heart_rate", "/min"),)),
    ItemLine(Item.BLOOD_PRESSURE, (ItemField("systolic", "sbp"), ItemField("diastolic", "dbp"))),
    ItemLine(Item.RESPIRATIONS, (ItemField("resp_rate", "resp_rate", "/min"),)),
    ItemLine(Item.SPO2, (ItemField("spo2", "spo2", "%"),)),
    ItemLine(Item.OXYGEN),
    ItemLine(Item.CONSCIOUSNESS),
    ItemLine(Item.TEMPERATURE, (ItemField("temperature", "temp", "°C"),)),
)

SERIES = {field.code: field.series for line in LINES for field in line.fields}


def field_name(words: Words, code: str) -> str:
    """What a sentence calls a field of the draft: "Systolic blood pressure"."""
    return series_name(words, SERIES[code])


def spoken_name(words: Words, code: str) -> str:
    """What assistive technology reads for a field."""
    return f"{field_name(words, code)}, {unit(words, SERIES[code])}"


def line_unit(words: Words, line: ItemLine) -> str:
    """Under the label of a row: "per min", "mmHg"; empty for what is chosen."""
    return unit(words, line.fields[0].series) if line.fields else ""


def options_of(words: Words, item: Item) -> tuple[tuple[str, str], ...]:
    """Code and label of every answer, for an item that is chosen."""
    if item is Item.OXYGEN:
        return ("air", words("Air")), ("oxygen", words("Oxygen"))
    return tuple((level.value, _short(words, level)) for level in Consciousness)


def _short(words: Words, level: Consciousness) -> str:
    """As short as five answers side by side need; the word of the chosen one stands below."""
    return consciousness_name(words, level) if level is Consciousness.ALERT else level.value
