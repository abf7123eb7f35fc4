"""What a check finds: vital signs with their measuring times, symptoms against the baseline."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from desens_gui.domain.fact import Fact
from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import Quantity


class Temperature(Quantity):
    """Body temperature, in degrees Celsius."""

    __slots__ = ()
    SYMBOL = "°C"


class Item(StrEnum):
    """What a check measures or asks, by its code in policy and record."""

    HEART_RATE = "heart_rate"
    BLOOD_PRESSURE = "blood_pressure"
    RESPIRATIONS = "resp_rate"
    SPO2 = "spo2"
    TEMPERATURE = "temperature"
    OXYGEN = "oxygen"
    CONSCIOUSNESS = "consciousness"
    SYMPTOMS = "symptoms"


class Consciousness(StrEnum):
    """ACVPU. Asleep and wakes normally is Alert (SAFETY S23)."""

    ALERT = "A"
    CONFUSED = "C"
    VOICE = "V"
    PAIN = "P"
    UNRESPONSIVE = "U"


class HeartRate(Fact, frozen=True):
    """Beats per minute."""

    per_min: int
    at: Utc


class BloodPressure(Fact, frozen=True):
    """Systolic and diastolic, mmHg; diastolic None where only the systolic could be felt."""

    systolic: int
    at: Utc
    diastolic: int | None = None


class Respirations(Fact, frozen=True):
    """Breaths per minute."""

    per_min: int
    at: Utc


class SpO2(Fact, frozen=True):
    """Oxygen saturation by pulse oximetry, percent."""

    percent: int
    at: Utc


class BodyTemperature(Fact, frozen=True):
    celsius: Temperature
    at: Utc


class Oxygen(Fact, frozen=True):
    """Whether the patient breathes added oxygen."""

    given: bool
    at: Utc


class ConsciousnessSeen(Fact, frozen=True):
    level: Consciousness
    at: Utc


class Vitals(Fact, frozen=True):
    """One set of vital signs; what was not measured is absent."""

    heart_rate: HeartRate | None = None
    blood_pressure: BloodPressure | None = None
    respirations: Respirations | None = None
    spo2: SpO2 | None = None
    temperature: BodyTemperature | None = None
    oxygen: Oxygen | None = None
    consciousness: ConsciousnessSeen | None = None


class Answer(StrEnum):
    """One organ system against the baseline (SAFETY S11). Only new or worse blocks."""

    NONE = "none"
    AS_AT_BASELINE = "as_at_baseline"
    NEW_OR_WORSE = "new_or_worse"


class Severity(StrEnum):
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
    AS_AT_BASELINE = "as_at_baseline"


class Sign(Fact, frozen=True):
    """One symptom by its code in resources/symptoms.toml."""

    code: str
    severity: Severity


class SystemAnswer(Fact, frozen=True):
    """The answer for one organ system, with the signs behind "new or worse"."""

    system: str
    answer: Answer
    at: Utc
    signs: tuple[Sign, ...] = ()


Symptoms: TypeAlias = tuple[SystemAnswer, ...]


def measured(vitals: Vitals) -> dict[Item, Utc]:
    """When each item of the set was measured; only the items that were."""
    readings = {
        Item.HEART_RATE: vitals.heart_rate,
        Item.BLOOD_PRESSURE: vitals.blood_pressure,
        Item.RESPIRATIONS: vitals.respirations,
        Item.SPO2: vitals.spo2,
        Item.TEMPERATURE: vitals.temperature,
        Item.OXYGEN: vitals.oxygen,
        Item.CONSCIOUSNESS: vitals.consciousness,
    }
    return {item: reading.at for item, reading in readings.items() if reading is not None}


def new_signs(symptoms: Symptoms) -> tuple[Sign, ...]:
    """Every sign that is new or worse, in the order asked."""
    return tuple(
        sign
        for answer in symptoms
        if answer.answer is Answer.NEW_OR_WORSE
        for sign in answer.signs
        if sign.severity is not Severity.AS_AT_BASELINE
    )


SYSTEMS = (
    "skin",
    "throat_nose",
    "chest",
    "circulation",
    "stomach_bowel",
    "nervous_system",
    "general",
)
"""The seven organ systems every check asks, by their codes in resources/symptoms.toml."""
