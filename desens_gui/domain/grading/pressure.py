"""When a systolic pressure is low: by age, and against the patient's own baseline."""

from __future__ import annotations

from fractions import Fraction

from desens_gui.domain.grading.picture import Picture
from desens_gui.domain.grading.scale import NO, YES, Holds, any_of

ADULT_FROM = 18
FALL = Fraction(30, 100)
"""More than this below the own baseline (NIAID/FAAN 2006, WAO 2020)."""


def low_limit(picture: Picture) -> int | None:
    """mmHg; a pressure below it is low. None: the age is not known, or below one month.

    Adults 90; 11 to 17 years 90; 1 to 10 years 70 + 2 x age; 1 month to 1 year 70 (Pediatrics, AAP, table 4).
    """
    years = picture.age_years
    if years >= 11:
        return 90
    if years >= 1:
        return 70 + 2 * years
    if years == 0 and picture.age_months is not None and picture.age_months >= 1:
        return 70
    return None


def below_limit(picture: Picture) -> Holds:
    if picture.systolic is None:
        return Holds(None, ("blood_pressure",))
    limit = low_limit(picture)
    if limit is None:
        return Holds(None, ("age",))
    return YES if picture.systolic < limit else NO


def fell(picture: Picture) -> Holds:
    """By more than 30 %; exactly 30 % is not more."""
    if picture.systolic is None:
        return Holds(None, ("blood_pressure",))
    if picture.baseline_systolic is None:
        return Holds(None, ("baseline_blood_pressure",))
    return YES if fall_of(picture.systolic, picture.baseline_systolic) > FALL else NO


def fall_of(systolic: int, baseline: int) -> Fraction:
    return Fraction(baseline - systolic, baseline) if baseline > 0 else Fraction(0)


def hypotension(picture: Picture) -> Holds:
    return any_of(below_limit(picture), fell(picture))


def adult_below_90(picture: Picture) -> Holds:
    return _adult(picture, at_or_below=False)


def adult_at_most_90(picture: Picture) -> Holds:
    return _adult(picture, at_or_below=True)


def _adult(picture: Picture, *, at_or_below: bool) -> Holds:
    """Scales that print a limit for adults say nothing of children: there it is asked."""
    if picture.systolic is None:
        return Holds(None, ("blood_pressure",))
    low = picture.systolic <= 90 if at_or_below else picture.systolic < 90
    if not low:
        return NO
    return YES if picture.age_years >= ADULT_FROM else Holds(None, ("adult_limit",))
