"""Initial severity 1 to 3 as at Brigham and Women's, "Brown adapted": PMC9156473, table 2; name recalled."""

from __future__ import annotations

from desens_gui.domain.findings import Severity
from desens_gui.domain.grading.boundary import boundaries
from desens_gui.domain.grading.picture import Picture
from desens_gui.domain.grading.pressure import adult_at_most_90
from desens_gui.domain.grading.scale import NO, YES, Criterion, Holds, Scale, Suggestion, suggested
from desens_gui.domain.grading.signs import SKIN, SYSTEM_OF, not_fully_conscious, sign, spo2_at_most
from desens_gui.domain.protocol.about import Certainty

_ORGAN = {"throat_nose": "airway", "chest": "airway"}


def organs(picture: Picture) -> frozenset[str]:
    """Throat and chest are one; fever, chills and pain (general) are none."""
    systems = {SYSTEM_OF[code] for code in picture.signs if code in SYSTEM_OF} - {"general"}
    return frozenset(_ORGAN.get(system, system) for system in systems)


def _single_mild(picture: Picture) -> Holds:
    one = len(organs(picture)) == 1
    return YES if one and all(each is Severity.MILD for each in picture.signs.values()) else NO


def _two(picture: Picture) -> Holds:
    if len(organs(picture)) >= 2:
        return YES
    asks = ("skin", "throat_nose", "chest", "circulation", "stomach_bowel", "nervous_system")
    missing = tuple(system for system in asks if system not in picture.asked)
    return Holds(None, missing) if missing else NO


CRITERIA = (
    *(Criterion(1, code, sign(code)) for code in SKIN),
    Criterion(1, "single_organ_mild", _single_mild),
    Criterion(2, "two_organs", _two),
    Criterion(3, "sbp_at_most_90", adult_at_most_90),
    Criterion(3, "syncope", sign("collapse")),
    Criterion(3, "unconscious", not_fully_conscious),
    Criterion(3, "spo2_at_most_92", spo2_at_most(92)),
)


def bwh(picture: Picture) -> Suggestion:
    """One organ other than the skin, and more than mild, is in no grade."""
    alone = len(organs(picture)) == 1 and organs(picture) != {"skin"}
    gap = alone and not _single_mild(picture).met
    return suggested(
        Scale.BWH,
        CRITERIA,
        picture,
        Certainty.RECALLED,
        gaps=("single_organ_not_mild",) if gap else (),
        boundaries=tuple(each for each in boundaries(picture) if each != "fall_30"),
    )
