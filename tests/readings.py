"""Vital signs, symptoms and checks as tests enter them: all well unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.findings import (
    SYSTEMS,
    Answer,
    BloodPressure,
    BodyTemperature,
    Consciousness,
    ConsciousnessSeen,
    HeartRate,
    Oxygen,
    Respirations,
    Severity,
    Sign,
    SpO2,
    SystemAnswer,
    Temperature,
    Vitals,
)
from desens_gui.domain.instants import Utc

WELL: dict[str, Any] = {
    "heart_rate": 78,
    "sbp": 124,
    "dbp": 76,
    "resp_rate": 14,
    "spo2": 98,
    "temp": "36.6",
    "oxygen": False,
    "consciousness": Consciousness.ALERT,
}
"""The patient of the tests at rest. None for a name leaves it out."""


def vitals(at: Utc, times: Mapping[str, Utc] | None = None, **values: Any) -> Vitals:
    """A set measured at one moment; times: items measured at another, by the names of WELL."""
    found = {**WELL, **values}
    when = dict(times or {})

    def moment(name: str) -> Utc:
        return when.get(name, at)

    return Vitals(
        heart_rate=_made(found["heart_rate"], lambda v: HeartRate(per_min=v, at=moment("heart_rate"))),
        blood_pressure=_made(
            found["sbp"], lambda v: BloodPressure(systolic=v, diastolic=found["dbp"], at=moment("sbp"))
        ),
        respirations=_made(found["resp_rate"], lambda v: Respirations(per_min=v, at=moment("resp_rate"))),
        spo2=_made(found["spo2"], lambda v: SpO2(percent=v, at=moment("spo2"))),
        temperature=_made(
            found["temp"], lambda v: BodyTemperature(celsius=Temperature.of(v), at=moment("temp"))
        ),
        oxygen=_made(found["oxygen"], lambda v: Oxygen(given=v, at=moment("oxygen"))),
        consciousness=_made(
            found["consciousness"], lambda v: ConsciousnessSeen(level=v, at=moment("consciousness"))
        ),
    )


def _made(value: Any, make: Any) -> Any:
    return None if value is None else make(value)


def symptoms(
    at: Utc, new: Mapping[str, str] | None = None, systems: Iterable[str] = SYSTEMS
) -> tuple[SystemAnswer, ...]:
    """Every system answered "none"; new maps a system to the code of a sign that is new or worse."""
    signs = dict(new or {})
    return tuple(
        SystemAnswer(
            system=system,
            answer=Answer.NEW_OR_WORSE if system in signs else Answer.NONE,
            at=at,
            signs=(Sign(code=signs[system], severity=Severity.MILD),) if system in signs else (),
        )
        for system in systems
    )


def as_at_baseline(at: Utc, systems: Iterable[str] = SYSTEMS) -> tuple[SystemAnswer, ...]:
    """Every system answered "as at baseline"."""
    return tuple(SystemAnswer(system=each, answer=Answer.AS_AT_BASELINE, at=at) for each in systems)


def check(at: Utc, new: Mapping[str, str] | None = None, **values: Any) -> RecordCheck:
    """A whole check measured and asked at one moment."""
    return RecordCheck(vitals=vitals(at, **values), symptoms=symptoms(at, new))


def only(at: Utc, **values: Any) -> RecordCheck:
    """A check with these values and nothing else."""
    nothing: dict[str, Any] = dict.fromkeys(WELL)
    return RecordCheck(vitals=vitals(at, **{**nothing, **values}))
