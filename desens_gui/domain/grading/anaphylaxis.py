"""Criteria for anaphylaxis: NIAID/FAAN 2006 (Pediatrics table 4) and WAO 2020 (McMaster 2.2-1), both read.

The drug is a known allergen here, so low pressure alone, or bronchospasm alone (2020), meets them.
"""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.grading.boundary import boundaries
from desens_gui.domain.grading.picture import Picture
from desens_gui.domain.grading.pressure import hypotension
from desens_gui.domain.grading.scale import (
    NO,
    YES,
    Criterion,
    Holds,
    Scale,
    Suggestion,
    all_of,
    any_of,
    suggested,
)
from desens_gui.domain.grading.signs import (
    SKIN,
    either,
    incontinent,
    larynx,
    not_fully_conscious,
    severe_gi,
    sign,
    stridor,
)
from desens_gui.domain.protocol.about import Certainty

skin = sign(*SKIN, "lip_tongue_swelling")
respiratory = either(sign("wheeze", "breathless"), stridor)
end_organ = either(hypotension, sign("collapse"), not_fully_conscious, incontinent)
_SYSTEMS: tuple[Callable[[Picture], Holds], ...] = (skin, respiratory, end_organ, severe_gi)


def _two_of_four(picture: Picture) -> Holds:
    answers = [question(picture) for question in _SYSTEMS]
    if sum(answer.met is True for answer in answers) >= 2:
        return YES
    missing = tuple(dict.fromkeys(code for answer in answers for code in answer.missing))
    possible = sum(answer.met is not False for answer in answers)
    return Holds(None, missing) if possible >= 2 else NO


NIAID = (
    Criterion(
        1, "niaid_1", lambda picture: all_of(skin(picture), any_of(respiratory(picture), end_organ(picture)))
    ),
    Criterion(1, "niaid_2", _two_of_four),
    Criterion(1, "niaid_3", hypotension),
)
WAO = (
    Criterion(
        1,
        "wao_2020_1",
        lambda picture: all_of(
            skin(picture), any_of(respiratory(picture), end_organ(picture), severe_gi(picture))
        ),
    ),
    Criterion(1, "wao_2020_2", either(hypotension, sign("wheeze"), larynx, stridor)),
)


def niaid_faan_2006(picture: Picture) -> Suggestion:
    """rank 1: criteria met."""
    found = boundaries(picture)
    return suggested(
        Scale.NIAID_FAAN_2006,
        NIAID,
        picture,
        Certainty.READ,
        boundaries=tuple(each for each in found if each != "spo2_92"),
    )


def wao_2020(picture: Picture) -> Suggestion:
    """rank 1: criteria met."""
    found = boundaries(picture)
    return suggested(
        Scale.WAO_2020,
        WAO,
        picture,
        Certainty.READ,
        boundaries=tuple(each for each in found if each != "spo2_92"),
    )
