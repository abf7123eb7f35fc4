"""World Allergy Organization: 2010 with its epinephrine suffix, and the modification of 2017/18.

WAO Journal 2014;7:6 table 3 and J Asthma Allergy 2018;11:153 table 1, both read. Grade 5 is death in 2010 and
respiratory failure, collapse or hypotension in 2018. Hypotension: by age or more than 30 %, as WAO 2020.
"""

from __future__ import annotations

from desens_gui.domain.grading.picture import Asked, Pattern, Picture
from desens_gui.domain.grading.pressure import hypotension
from desens_gui.domain.grading.scale import NO, YES, Criterion, Holds, Scale, Suggestion, all_of, suggested
from desens_gui.domain.grading.signs import (
    LOWER_AIRWAY,
    asked,
    either,
    larynx,
    not_fully_conscious,
    sign,
    stridor,
)
from desens_gui.domain.protocol.about import Certainty
from desens_gui.domain.quantities import Duration

_GROUPS = {
    "skin": ("itchy_palms_soles", "flush_warmth", "hives", "itch", "itchy_scalp", "face_swelling", "rash"),
    "upper_airway": ("runny_nose", "sneezing", "itchy_throat"),
    "conjunctival": ("watery_eyes",),
    "other": ("nausea", "metallic_taste", "headache"),
}
_GI = ("cramps", "vomiting", "diarrhea")


def _several(picture: Picture) -> Holds:
    """More than one of the organ systems of grade 1."""
    return _two_of([sign(*codes)(picture) for codes in _GROUPS.values()])


def _several_2010(picture: Picture) -> Holds:
    """More than one organ system, the lower airway among them."""
    return _two_of([_lower(picture), *(sign(*codes)(picture) for codes in _GROUPS.values())])


def _two_of(found: list[Holds]) -> Holds:
    if sum(answer.met is True for answer in found) >= 2:
        return YES
    missing = tuple(dict.fromkeys(code for answer in found for code in answer.missing))
    return Holds(None, missing) if missing else NO


def _lower(picture: Picture) -> Holds:
    return sign(*LOWER_AIRWAY)(picture)


def _fall_40(picture: Picture) -> Holds:
    return asked(Asked.FALL_40)(picture)


def _answered(picture: Picture) -> Holds:
    return asked(Asked.BRONCHODILATOR)(picture)


def _not(answer: Holds) -> Holds:
    return Holds(None, answer.missing) if answer.met is None else (NO if answer.met else YES)


def _mild_airway_2010(picture: Picture) -> Holds:
    return all_of(_lower(picture), _not(_fall_40(picture)), _answered(picture))


def _severe_airway_2010(picture: Picture) -> Holds:
    return all_of(_lower(picture), _fall_40(picture), _not(_answered(picture)))


def _not_vasovagal(answer: Holds, picture: Picture) -> Holds:
    return NO if picture.pattern is Pattern.VASOVAGAL else answer


_FIRST = tuple(Criterion(1, code, sign(code)) for codes in _GROUPS.values() for code in codes)
_2010 = (
    *_FIRST,
    Criterion(2, "several_systems", _several_2010),
    Criterion(2, "lower_airway_mild", _mild_airway_2010),
    *(Criterion(2, code, sign(code)) for code in (*_GI, "uterine_cramps")),
    Criterion(3, "lower_airway_severe", _severe_airway_2010),
    Criterion(3, "larynx", larynx),
    Criterion(4, "respiratory_failure", asked(Asked.RESPIRATORY_FAILURE)),
    Criterion(4, "hypotension", hypotension),
    Criterion(5, "died", lambda picture: YES if picture.died else NO),
)
_2018 = (
    *_FIRST,
    Criterion(2, "several_systems", _several),
    Criterion(3, "lower_airway_mild", lambda picture: all_of(_lower(picture), _answered(picture))),
    *(Criterion(3, code, sign(code)) for code in (*_GI, "uterine_cramps")),
    Criterion(4, "lower_airway_severe", lambda picture: all_of(_lower(picture), _not(_answered(picture)))),
    Criterion(4, "larynx_stridor", lambda picture: all_of(larynx(picture), stridor(picture))),
    Criterion(5, "respiratory_failure", asked(Asked.RESPIRATORY_FAILURE)),
    Criterion(5, "hypotension", lambda picture: _not_vasovagal(hypotension(picture), picture)),
    Criterion(
        5,
        "collapse",
        lambda picture: _not_vasovagal(either(sign("collapse"), not_fully_conscious)(picture), picture),
    ),
)
_NAMED = {*(code for codes in _GROUPS.values() for code in codes), *_GI, *LOWER_AIRWAY, "uterine_cramps"}
_ABOUT_LARYNX = {"tight_throat", "lip_tongue_swelling", "voice_change"}


def wao_2010(picture: Picture) -> Suggestion:
    """A fall of 40 % that answers, and a smaller one that does not, are in no grade: it is asked."""
    gaps = []
    fall, answered = _fall_40(picture).met, _answered(picture).met
    if _lower(picture).met and fall is not None and answered is not None and fall == answered:
        gaps.append("fall_40_answered" if fall else "fall_below_40_not_answered")
    others = _others(picture, {"collapse"})
    return suggested(Scale.WAO_2010, _2010, picture, Certainty.READ, gaps=(*gaps, *others))


def wao_2018(picture: Picture) -> Suggestion:
    """Swelling of the larynx without stridor is in no grade."""
    gaps = ("larynx_without_stridor",) if larynx(picture).met and stridor(picture).met is False else ()
    return suggested(
        Scale.WAO_2018, _2018, picture, Certainty.READ, gaps=(*gaps, *_others(picture, {"collapse"}))
    )


def _others(picture: Picture, known: set[str]) -> tuple[str, ...]:
    """Signs that are in no grade; those that ask for the larynx once that was answered with no."""
    named = _NAMED | known
    if larynx(picture).met is not False:
        named = named | _ABOUT_LARYNX
    return tuple(code for code in picture.signs if code not in named)


SUFFIX_UP_TO = (("a", Duration.minutes(5)), ("b", Duration.minutes(10)), ("c", Duration.minutes(20)))


def epinephrine_suffix(picture: Picture) -> str | None:
    """a up to 5 min from onset to the first dose, b to 10, c to 20, d later, z none; None: onset unknown."""
    if not picture.epinephrine:
        return "z"
    if not picture.onset_known or picture.to_epinephrine is None:
        return None
    waited = picture.to_epinephrine
    return next((letter for letter, most in SUFFIX_UP_TO if waited <= most), "d")
