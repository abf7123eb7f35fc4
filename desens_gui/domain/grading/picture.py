"""The reaction as far as it is known: the worst of what was found since its onset, and the baseline."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desens_gui.domain.fact import Fact
from desens_gui.domain.findings import Consciousness, Severity
from desens_gui.domain.quantities import Duration


class Asked(StrEnum):
    """What no check asks and a scale needs: answered yes or no by the clinician, never inferred."""

    LARYNX = "larynx"
    STRIDOR = "stridor"
    CYANOSIS = "cyanosis"
    FALL_40 = "fall_40"
    BRONCHODILATOR = "bronchodilator"
    INCONTINENCE = "incontinence"
    SEVERE_GI = "severe_gi"
    ARRHYTHMIA = "arrhythmia"
    SHOCK = "shock"
    RESPIRATORY_FAILURE = "respiratory_failure"
    ARREST = "arrest"
    PROLONGED = "prolonged"
    LIFE_THREATENING = "life_threatening"


class Answered(Fact, frozen=True):
    """One of them, answered."""

    asked: Asked
    yes: bool


class Pattern(StrEnum):
    """Its own answer beside every grade (SAFETY S17)."""

    ALLERGIC = "allergic"
    CYTOKINE = "cytokine"
    VASOVAGAL = "vasovagal"
    ANXIETY = "anxiety"
    DRUG_EFFECT = "drug_effect"
    IV_SITE = "iv_site"
    NOT_SURE = "not_sure"


class Picture(Struct, frozen=True, kw_only=True):
    """signs: new or worse, each at its worst. asked: the organ systems that were asked. Pressures in mmHg.

    age_years -1 and age_months None: not known. treated, stopped, died: what the record holds.
    to_epinephrine: from onset to the first dose; None: none was given. onset_known: the suffix needs it.
    """

    signs: dict[str, Severity] = {}
    asked: frozenset[str] = frozenset()
    systolic: int | None = None
    spo2: int | None = None
    heart_rate: int | None = None
    worst_level: Consciousness | None = None
    baseline_systolic: int | None = None
    baseline_heart_rate: int | None = None
    age_years: int = -1
    age_months: int | None = None
    answers: dict[Asked, bool] = {}
    pattern: Pattern | None = None
    treated: bool = False
    stopped: bool = False
    died: bool = False
    onset_known: bool = False
    epinephrine: bool = False
    to_epinephrine: Duration | None = None
