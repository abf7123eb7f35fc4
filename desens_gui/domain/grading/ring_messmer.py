"""Ring and Messmer, I to IV, against the baseline: BMC Pharmacol Toxicol 2014;15:1 table 1."""

from __future__ import annotations

from desens_gui.domain.grading.picture import Asked, Picture
from desens_gui.domain.grading.scale import NO, YES, Criterion, Holds, Scale, Suggestion, suggested
from desens_gui.domain.grading.signs import asked, incontinent, larynx, sign
from desens_gui.domain.protocol.about import Certainty

RISE = 20  # beats per minute above the baseline
FALL = 20  # mmHg below the baseline


def _rise(picture: Picture) -> Holds:
    if picture.heart_rate is None:
        return Holds(None, ("heart_rate",))
    if picture.baseline_heart_rate is None:
        return Holds(None, ("baseline_heart_rate",))
    return YES if picture.heart_rate - picture.baseline_heart_rate >= RISE else NO


def _fall(picture: Picture) -> Holds:
    if picture.systolic is None:
        return Holds(None, ("blood_pressure",))
    if picture.baseline_systolic is None:
        return Holds(None, ("baseline_blood_pressure",))
    return YES if picture.baseline_systolic - picture.systolic >= FALL else NO


_SKIN = (
    "itchy_palms_soles",
    "flush_warmth",
    "hives",
    "itch",
    "itchy_scalp",
    "face_swelling",
    "lip_tongue_swelling",
)
_SECOND = ("nausea", "cramps", "runny_nose", "voice_change", "breathless")
_THIRD = ("vomiting", "diarrhea", "wheeze")
CRITERIA = (
    *(Criterion(1, code, sign(code)) for code in _SKIN),
    *(Criterion(2, code, sign(code)) for code in _SECOND),
    Criterion(2, "hr_rise_20", _rise),
    Criterion(2, "sbp_fall_20", _fall),
    Criterion(2, "arrhythmia", asked(Asked.ARRHYTHMIA)),
    *(Criterion(3, code, sign(code)) for code in _THIRD),
    Criterion(3, "incontinence", incontinent),
    Criterion(3, "larynx", larynx),
    Criterion(3, "cyanosis", asked(Asked.CYANOSIS)),
    Criterion(3, "shock", asked(Asked.SHOCK)),
    Criterion(4, "arrest", asked(Asked.ARREST)),
)


def ring_messmer(picture: Picture) -> Suggestion:
    """Vomiting stands in II as well in one printed copy: shown where it decides."""
    named = {*_SKIN, *_SECOND, *_THIRD, "urge_incontinence", "tight_throat", "collapse", "palpitations"}
    others = tuple(code for code in picture.signs if code not in named)
    found = suggested(Scale.RING_MESSMER, CRITERIA, picture, Certainty.READ, gaps=others)
    third = {*_THIRD, "incontinence", "larynx", "cyanosis", "shock"}
    if found.rank == 3 and third.intersection(found.met) == {"vomiting"}:
        return suggested(
            Scale.RING_MESSMER, CRITERIA, picture, Certainty.READ, gaps=others, boundaries=("vomiting",)
        )
    return found
