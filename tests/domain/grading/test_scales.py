"""Every criterion of every scale alone, its boundaries and its gaps."""

from __future__ import annotations

from typing import Any

import pytest

from desens_gui.domain.findings import Consciousness, Severity
from desens_gui.domain.grading.every import SCALES, grade_code
from desens_gui.domain.grading.picture import Asked, Pattern, Picture
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.grading.signs import SYSTEM_OF
from desens_gui.system.symptoms import load_symptoms
from tests.domain.grading.pictures import picture

Case = tuple[Scale, str, tuple[str, ...], tuple[Asked, ...], dict[str, Any]]
S, A = Scale, Asked
LOW: dict[str, Any] = {"systolic": 89}


def signs(scale: Scale, grade: str, *codes: str) -> list[Case]:
    return [(scale, grade, (code,), (), {}) for code in codes]


def one(scale: Scale, grade: str, *codes: str, yes: tuple[Asked, ...] = (), **other: Any) -> Case:
    return (scale, grade, codes, yes, other)


SKIN = ("itchy_palms_soles", "flush_warmth", "hives", "itch", "itchy_scalp", "face_swelling")
BROWN = [
    one(S.BROWN_2004, ""),
    *signs(S.BROWN_2004, "1", *SKIN, "rash", "lip_tongue_swelling"),
    *signs(S.BROWN_2004, "2", "breathless", "wheeze", "nausea", "vomiting", "dizzy_faint", "chest_tightness"),
    *signs(S.BROWN_2004, "2", "tight_throat", "cramps"),
    one(S.BROWN_2004, "2", yes=(A.STRIDOR,)),
    one(S.BROWN_2004, "3", yes=(A.CYANOSIS,)),
    one(S.BROWN_2004, "3", spo2=92),
    one(S.BROWN_2004, "1", "hives", spo2=93),
    one(S.BROWN_2004, "3", **LOW),
    one(S.BROWN_2004, "1", "hives", systolic=90),
    *signs(S.BROWN_2004, "3", "confusion", "collapse"),
    one(S.BROWN_2004, "3", worst_level=Consciousness.CONFUSED),
    one(S.BROWN_2004, "3", worst_level=Consciousness.VOICE),
    one(S.BROWN_2004, "3", "urge_incontinence", yes=(A.INCONTINENCE,)),
]
RING = [
    one(S.RING_MESSMER, ""),
    *signs(S.RING_MESSMER, "I", *SKIN, "lip_tongue_swelling"),
    *signs(S.RING_MESSMER, "II", "nausea", "cramps", "runny_nose", "voice_change", "breathless"),
    one(S.RING_MESSMER, "II", heart_rate=100),
    one(S.RING_MESSMER, "I", "itch", heart_rate=99),
    one(S.RING_MESSMER, "II", systolic=100),
    one(S.RING_MESSMER, "I", "itch", systolic=101),
    one(S.RING_MESSMER, "II", yes=(A.ARRHYTHMIA,)),
    *signs(S.RING_MESSMER, "III", "vomiting", "diarrhea", "wheeze"),
    one(S.RING_MESSMER, "III", "urge_incontinence", yes=(A.INCONTINENCE,)),
    one(S.RING_MESSMER, "III", yes=(A.LARYNX,)),
    one(S.RING_MESSMER, "III", yes=(A.CYANOSIS,)),
    one(S.RING_MESSMER, "III", yes=(A.SHOCK,)),
    one(S.RING_MESSMER, "IV", yes=(A.ARREST,)),
]
FIRST = (*SKIN, "rash", "runny_nose", "sneezing", "itchy_throat", "watery_eyes", "nausea", "metallic_taste")
WAO_2010 = [
    one(S.WAO_2010, ""),
    *signs(S.WAO_2010, "1", *FIRST, "headache"),
    one(S.WAO_2010, "1", "hives", "itch"),
    one(S.WAO_2010, "2", "hives", "watery_eyes"),
    one(S.WAO_2010, "2", "hives", "wheeze"),
    one(S.WAO_2010, "2", "wheeze", yes=(A.BRONCHODILATOR,)),
    *signs(S.WAO_2010, "2", "cramps", "vomiting", "diarrhea", "uterine_cramps"),
    one(S.WAO_2010, "3", "wheeze", yes=(A.FALL_40,)),
    one(S.WAO_2010, "3", yes=(A.LARYNX,)),
    one(S.WAO_2010, "4", yes=(A.RESPIRATORY_FAILURE,)),
    one(S.WAO_2010, "4", **LOW),
    one(S.WAO_2010, "5", died=True),
    one(S.WAO_2010, "", "wheeze", yes=(A.FALL_40, A.BRONCHODILATOR)),
    one(S.WAO_2010, "", "wheeze"),
]
WAO_2018 = [
    one(S.WAO_2018, ""),
    *signs(S.WAO_2018, "1", *FIRST),
    one(S.WAO_2018, "2", "hives", "watery_eyes"),
    one(S.WAO_2018, "3", "wheeze", yes=(A.BRONCHODILATOR,)),
    *signs(S.WAO_2018, "3", "cramps", "vomiting", "diarrhea", "uterine_cramps"),
    one(S.WAO_2018, "4", "wheeze"),
    one(S.WAO_2018, "4", yes=(A.LARYNX, A.STRIDOR)),
    one(S.WAO_2018, "", "tight_throat", yes=(A.LARYNX,)),
    one(S.WAO_2018, "5", yes=(A.RESPIRATORY_FAILURE,)),
    one(S.WAO_2018, "5", **LOW),
    one(S.WAO_2018, "5", "collapse"),
    one(S.WAO_2018, "5", worst_level=Consciousness.UNRESPONSIVE),
    one(S.WAO_2018, "", "collapse", pattern=Pattern.VASOVAGAL, **LOW),
]
CTCAE = [
    one(S.CTCAE_5_IRR, ""),
    one(S.CTCAE_5_IRR, "1", "hives"),
    one(S.CTCAE_5_IRR, "2", "hives", treated=True),
    one(S.CTCAE_5_IRR, "2", "hives", stopped=True),
    one(S.CTCAE_5_IRR, "3", yes=(A.PROLONGED,)),
    one(S.CTCAE_5_IRR, "4", yes=(A.LIFE_THREATENING,)),
    one(S.CTCAE_5_IRR, "5", died=True),
]
BWH = [
    one(S.BWH, ""),
    *signs(S.BWH, "1", *SKIN, "rash", "cough", "nausea"),
    one(S.BWH, "1", signs={"hives": Severity.SEVERE}),
    one(S.BWH, "", signs={"nausea": Severity.MODERATE}),
    one(S.BWH, "2", "hives", "nausea"),
    one(S.BWH, "3", systolic=90),
    one(S.BWH, "2", "hives", "nausea", systolic=91),
    one(S.BWH, "3", spo2=92),
    one(S.BWH, "2", "hives", "nausea", spo2=93),
    *signs(S.BWH, "3", "collapse"),
    one(S.BWH, "3", worst_level=Consciousness.PAIN),
]
CRITERIA = [
    one(S.NIAID_FAAN_2006, "not_met"),
    one(S.NIAID_FAAN_2006, "not_met", "hives"),
    one(S.NIAID_FAAN_2006, "not_met", "wheeze"),
    one(S.NIAID_FAAN_2006, "met", "hives", "wheeze"),
    one(S.NIAID_FAAN_2006, "met", "hives", yes=(A.STRIDOR,)),
    one(S.NIAID_FAAN_2006, "met", "hives", "collapse"),
    one(S.NIAID_FAAN_2006, "met", "breathless", "vomiting", yes=(A.SEVERE_GI,)),
    one(S.NIAID_FAAN_2006, "not_met", "breathless", "vomiting"),
    one(S.NIAID_FAAN_2006, "met", signs={"breathless": Severity.MILD, "cramps": Severity.SEVERE}),
    one(S.NIAID_FAAN_2006, "met", **LOW),
    one(S.NIAID_FAAN_2006, "not_met", systolic=90),
    one(S.NIAID_FAAN_2006, "not_met", systolic=105, baseline_systolic=150),
    one(S.NIAID_FAAN_2006, "met", systolic=104, baseline_systolic=150),
    one(S.NIAID_FAAN_2006, "met", systolic=69, baseline_systolic=90, age_years=0, age_months=6),
    one(S.NIAID_FAAN_2006, "not_met", systolic=70, baseline_systolic=90, age_years=0, age_months=6),
    one(S.NIAID_FAAN_2006, "met", systolic=71, baseline_systolic=90, age_years=1),
    one(S.NIAID_FAAN_2006, "not_met", systolic=72, baseline_systolic=90, age_years=1),
    one(S.NIAID_FAAN_2006, "met", systolic=89, baseline_systolic=90, age_years=10),
    one(S.NIAID_FAAN_2006, "not_met", systolic=90, baseline_systolic=100, age_years=10),
    one(S.NIAID_FAAN_2006, "met", systolic=89, baseline_systolic=100, age_years=11),
    one(S.NIAID_FAAN_2006, "", systolic=89, baseline_systolic=100, age_years=-1),
    one(S.NIAID_FAAN_2006, "", systolic=60, baseline_systolic=70, age_years=0, age_months=0),
    one(S.WAO_2020, "not_met", "hives"),
    one(S.WAO_2020, "met", "hives", "breathless"),
    one(S.WAO_2020, "met", "hives", "collapse"),
    one(S.WAO_2020, "met", "hives", "vomiting", yes=(A.SEVERE_GI,)),
    one(S.WAO_2020, "not_met", "hives", "vomiting"),
    one(S.WAO_2020, "met", **LOW),
    one(S.WAO_2020, "met", "wheeze"),
    one(S.WAO_2020, "met", yes=(A.LARYNX,)),
    one(S.WAO_2020, "met", yes=(A.STRIDOR,)),
]


@pytest.mark.parametrize("case", [*BROWN, *RING, *WAO_2010, *WAO_2018, *CTCAE, *BWH, *CRITERIA], ids=str)
def test_each_criterion_alone_gives_its_grade(case: Case) -> None:
    scale, grade, codes, yes, other = case
    assert grade_code(SCALES[scale](picture(*codes, yes=yes, **other))) == grade


@pytest.mark.parametrize(
    ("scale", "changed", "gap"),
    [
        (S.WAO_2010, picture("wheeze", yes=(A.FALL_40, A.BRONCHODILATOR)), "fall_40_answered"),
        (S.WAO_2010, picture("wheeze"), "fall_below_40_not_answered"),
        (S.WAO_2018, picture("tight_throat", yes=(A.LARYNX,)), "larynx_without_stridor"),
        (S.BWH, picture(signs={"nausea": Severity.SEVERE}), "single_organ_not_mild"),
        (S.BROWN_2004, picture("cough"), "cough"),
        (S.RING_MESSMER, picture("cough"), "cough"),
        (S.WAO_2010, picture("voice_change"), "voice_change"),
    ],
)
def test_what_stands_in_no_grade_is_asked(scale: Scale, changed: Picture, gap: str) -> None:
    found = SCALES[scale](changed)
    assert found.rank is None
    assert gap in found.gaps


@pytest.mark.parametrize("scale", [each for each in Scale if each is not Scale.CTCAE_5_IRR])
def test_with_nothing_known_no_scale_can_tell(scale: Scale) -> None:
    found = SCALES[scale](Picture())
    assert found.rank is None
    assert found.missing


@pytest.mark.parametrize(
    ("scale", "missing", "changed"),
    [
        (S.BROWN_2004, "blood_pressure", {"systolic": None}),
        (S.BROWN_2004, "spo2", {"spo2": None}),
        (S.BROWN_2004, "consciousness", {"worst_level": None}),
        (S.BROWN_2004, "adult_limit", {"systolic": 80, "age_years": 6}),
        (S.RING_MESSMER, "heart_rate", {"heart_rate": None}),
        (S.RING_MESSMER, "baseline_heart_rate", {"baseline_heart_rate": None}),
        (S.RING_MESSMER, "blood_pressure", {"systolic": None}),
        (S.RING_MESSMER, "baseline_blood_pressure", {"baseline_systolic": None}),
        (S.WAO_2010, "baseline_blood_pressure", {"baseline_systolic": None}),
        (S.BWH, "blood_pressure", {"systolic": None}),
    ],
)
def test_a_grade_stands_as_at_least_while_data_are_missing(
    scale: Scale, missing: str, changed: dict[str, Any]
) -> None:
    found = SCALES[scale](picture("hives", **changed))
    assert missing in found.missing
    assert found.at_least


def test_questions_follow_the_airway_and_the_bowel() -> None:
    unanswered = picture("tight_throat", "vomiting", "hives", "urge_incontinence", answers={})
    assert {A.LARYNX, A.STRIDOR} <= set(SCALES[S.WAO_2018](unanswered).missing) | set(
        SCALES[S.NIAID_FAAN_2006](unanswered).missing
    )
    assert "severe_gi" in SCALES[S.NIAID_FAAN_2006](unanswered).missing
    assert "incontinence" in SCALES[S.BROWN_2004](unanswered).missing


@pytest.mark.parametrize(
    ("scale", "found", "boundary"),
    [
        (S.BROWN_2004, picture(systolic=90), ("sbp_90",)),
        (S.BROWN_2004, picture(spo2=92), ("spo2_92",)),
        (S.BWH, picture(systolic=90, spo2=92), ("sbp_90", "spo2_92")),
        (S.NIAID_FAAN_2006, picture(systolic=105, baseline_systolic=150), ("fall_30",)),
        (S.WAO_2020, picture(systolic=90, spo2=92), ("sbp_90",)),
        (S.RING_MESSMER, picture("vomiting"), ("vomiting",)),
        (S.RING_MESSMER, picture("vomiting", "wheeze"), ()),
    ],
)
def test_where_limits_disagree_it_is_said(scale: Scale, found: Picture, boundary: tuple[str, ...]) -> None:
    assert SCALES[scale](found).boundaries == boundary


def test_a_baseline_of_nothing_is_no_fall() -> None:
    assert SCALES[S.NIAID_FAAN_2006](picture(baseline_systolic=0)).rank == 0


def test_every_sign_that_can_be_asked_has_its_system() -> None:
    listed = {each.code: system.code for system in load_symptoms().systems for each in system.symptoms}
    assert listed == SYSTEM_OF
