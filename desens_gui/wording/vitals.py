"""Vital signs as they are read: names, units, values, limits."""

from __future__ import annotations

from desens_gui.domain.findings import Item, Vitals
from desens_gui.domain.policy import Bound
from desens_gui.domain.standing import values_of
from desens_gui.wording.numbers import number
from desens_gui.wording.plain import plain
from desens_gui.wording.sentences import lowered
from desens_gui.wording.stored import stored_number
from desens_gui.wording.symptoms import consciousness_name
from desens_gui.wording.words import Words

UNITS = {"mm[Hg]": "mmHg", "Cel": "°C", "{score}": "", "ug/L": "mcg/L"}
"""Units of entry limits (UCUM) that are written otherwise for the eye."""


def item_name(words: Words, item: Item) -> str:
    """ "Heart rate", "Consciousness"."""
    names = {
        Item.HEART_RATE: words.within("vital sign", "Heart rate"),
        Item.BLOOD_PRESSURE: words.within("vital sign", "Blood pressure"),
        Item.RESPIRATIONS: words.within("vital sign", "Respirations"),
        Item.SPO2: words.within("vital sign", "SpO2"),
        Item.TEMPERATURE: words.within("vital sign", "Temperature"),
        Item.OXYGEN: words.within("vital sign", "Oxygen"),
        Item.CONSCIOUSNESS: words.within("vital sign", "Consciousness"),
        Item.SYMPTOMS: words.within("vital sign", "Symptoms"),
    }
    return names[item]


def series_name(words: Words, code: str) -> str:
    """The measured number behind a policy's name: "Systolic blood pressure"."""
    names = {
        "heart_rate": words.within("vital sign", "Heart rate"),
        "sbp": words.within("vital sign", "Systolic blood pressure"),
        "dbp": words.within("vital sign", "Diastolic blood pressure"),
        "map": words.within("vital sign", "Mean blood pressure"),
        "resp_rate": words.within("vital sign", "Respirations"),
        "spo2": words.within("vital sign", "SpO2"),
        "temp": words.within("vital sign", "Temperature"),
        "weight": words.within("vital sign", "Weight"),
    }
    return names.get(code) or plain(code.replace("_", " "))


def short_name(words: Words, code: str) -> str:
    """As a chart or a line of many values has room for: "HR", "BP"."""
    names = {
        "heart_rate": words.within("vital sign, short", "HR"),
        "blood_pressure": words.within("vital sign, short", "BP"),
        "sbp": words.within("vital sign, short", "SBP"),
        "dbp": words.within("vital sign, short", "DBP"),
        "resp_rate": words.within("vital sign, short", "Resp"),
        "spo2": words.within("vital sign, short", "SpO2"),
        "temp": words.within("vital sign, short", "Temp"),
    }
    return names[code]


def unit(words: Words, code: str) -> str:
    """The unit in words: "per min", "mmHg", "%", "°C"."""
    if code in ("heart_rate", "resp_rate"):
        return words("per min")
    units = {"sbp": "mmHg", "dbp": "mmHg", "blood_pressure": "mmHg", "spo2": "%", "temp": "°C"}
    return units[code]


def unit_of_limit(ucum: str) -> str:
    """A UCUM unit of the policy for the eye: "mmHg", "/min"."""
    return UNITS.get(ucum, ucum)


def bound_words(words: Words, bound: Bound, limit: str) -> str:
    """ "below 90", "at or below 92"; the limit is plain decimal text."""
    shown = stored_number(limit)
    match bound:
        case Bound.BELOW:
            return words("below {limit}", limit=shown)
        case Bound.AT_OR_BELOW:
            return words("at or below {limit}", limit=shown)
        case Bound.ABOVE:
            return words("above {limit}", limit=shown)
        case _:
            return words("at or above {limit}", limit=shown)


def vitals_line(words: Words, vitals: Vitals) -> str:
    """ "HR 91, BP 118/70, Resp 18, SpO2 97 %, 36.8 °C, on air, alert"; what was not measured is absent."""
    values = {code: number(value) for code, value in values_of(vitals).items()}
    parts = []
    if vitals.heart_rate is not None:
        parts.append(f"{short_name(words, 'heart_rate')} {values['heart_rate']}")
    if vitals.blood_pressure is not None:
        pressure = "/".join(values[code] for code in ("sbp", "dbp") if code in values)
        parts.append(f"{short_name(words, 'blood_pressure')} {pressure}")
    if vitals.respirations is not None:
        parts.append(f"{short_name(words, 'resp_rate')} {values['resp_rate']}")
    if vitals.spo2 is not None:
        parts.append(f"{short_name(words, 'spo2')} {values['spo2']} %")
    if vitals.temperature is not None:
        parts.append(f"{values['temp']} °C")
    return ", ".join([*parts, *_seen(words, vitals)])


def _seen(words: Words, vitals: Vitals) -> list[str]:
    parts = []
    if vitals.oxygen is not None:
        parts.append(oxygen_words(words, given=vitals.oxygen.given))
    if vitals.consciousness is not None:
        parts.append(lowered(words, consciousness_name(words, vitals.consciousness.level)))
    return parts


def oxygen_words(words: Words, *, given: bool) -> str:
    return words("on oxygen") if given else words("on air")
