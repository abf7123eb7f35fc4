"""Brown 2004: 1 mild, 2 moderate, 3 severe (PMC9156473, table 2, read)."""

from __future__ import annotations

from desens_gui.domain.grading.boundary import boundaries
from desens_gui.domain.grading.picture import Asked, Picture
from desens_gui.domain.grading.pressure import adult_below_90
from desens_gui.domain.grading.scale import Criterion, Scale, Suggestion, suggested
from desens_gui.domain.grading.signs import (
    SKIN,
    asked,
    confused,
    incontinent,
    not_fully_conscious,
    sign,
    spo2_at_most,
    stridor,
)
from desens_gui.domain.protocol.about import Certainty

_MODERATE = (
    "breathless",
    "wheeze",
    "nausea",
    "vomiting",
    "dizzy_faint",
    "chest_tightness",
    "tight_throat",
    "cramps",
)
CRITERIA = (
    *(Criterion(1, code, sign(code)) for code in (*SKIN, "lip_tongue_swelling")),
    *(Criterion(2, code, sign(code)) for code in _MODERATE),
    Criterion(2, "stridor", stridor),
    Criterion(3, "cyanosis", asked(Asked.CYANOSIS)),
    Criterion(3, "spo2_at_most_92", spo2_at_most(92)),
    Criterion(3, "sbp_below_90", adult_below_90),
    Criterion(3, "confusion", confused),
    Criterion(3, "collapse", sign("collapse")),
    Criterion(3, "unconscious", not_fully_conscious),
    Criterion(3, "incontinence", incontinent),
)


def brown(picture: Picture) -> Suggestion:
    """Signs it does not name (a cough, a runny nose) are a gap: it speaks of "features of" three systems."""
    named = {*SKIN, "lip_tongue_swelling", *_MODERATE, "confusion", "collapse", "urge_incontinence"}
    others = tuple(code for code in picture.signs if code not in named)
    return suggested(
        Scale.BROWN_2004,
        CRITERIA,
        picture,
        Certainty.READ,
        gaps=others,
        boundaries=tuple(each for each in boundaries(picture) if each != "fall_30"),
    )
