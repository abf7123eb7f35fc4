"""A picture with everything asked and normal, and what is changed in it."""

from __future__ import annotations

from typing import Any

from desens_gui.domain.findings import SYSTEMS, Consciousness, Severity
from desens_gui.domain.grading.picture import Asked, Picture

ALL_NO = dict.fromkeys(Asked, False)


def picture(*signs: str, yes: tuple[Asked, ...] = (), **other: Any) -> Picture:
    """An adult of 40 with a baseline of 120 mmHg and 80 per minute; every answer no but those of yes."""
    whole: dict[str, Any] = {
        "signs": dict.fromkeys(signs, Severity.MILD),
        "asked": frozenset(SYSTEMS),
        "systolic": 120,
        "spo2": 98,
        "heart_rate": 80,
        "worst_level": Consciousness.ALERT,
        "baseline_systolic": 120,
        "baseline_heart_rate": 80,
        "age_years": 40,
        "age_months": 480,
        "answers": {**ALL_NO, **dict.fromkeys(yes, True)},
    }
    return Picture(**{**whole, **other})
