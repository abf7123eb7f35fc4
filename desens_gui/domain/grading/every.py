"""Every scale at once, and how its grades are written in the record."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.grading.anaphylaxis import niaid_faan_2006, wao_2020
from desens_gui.domain.grading.brown import brown
from desens_gui.domain.grading.bwh import bwh
from desens_gui.domain.grading.ctcae import ctcae_5_irr
from desens_gui.domain.grading.picture import Asked, Picture
from desens_gui.domain.grading.ring_messmer import ring_messmer
from desens_gui.domain.grading.scale import Scale, Suggestion
from desens_gui.domain.grading.wao import epinephrine_suffix, wao_2010, wao_2018

SCALES: dict[Scale, Callable[[Picture], Suggestion]] = {
    Scale.BROWN_2004: brown,
    Scale.RING_MESSMER: ring_messmer,
    Scale.WAO_2010: wao_2010,
    Scale.WAO_2018: wao_2018,
    Scale.CTCAE_5_IRR: ctcae_5_irr,
    Scale.BWH: bwh,
    Scale.NIAID_FAAN_2006: niaid_faan_2006,
    Scale.WAO_2020: wao_2020,
}
CRITERIA_ONLY = frozenset({Scale.NIAID_FAAN_2006, Scale.WAO_2020})
_HIGHEST = {
    Scale.BROWN_2004: 3,
    Scale.RING_MESSMER: 4,
    Scale.WAO_2010: 5,
    Scale.WAO_2018: 5,
    Scale.CTCAE_5_IRR: 5,
    Scale.BWH: 3,
}
_ROMAN = ("I", "II", "III", "IV")
MET, NOT_MET = "met", "not_met"


def grades_of(scale: Scale) -> tuple[str, ...]:
    """Every grade a clinician may give, lowest first."""
    if scale in CRITERIA_ONLY:
        return (NOT_MET, MET)
    ranks = range(1, _HIGHEST[scale] + 1)
    return tuple(_ROMAN[rank - 1] if scale is Scale.RING_MESSMER else str(rank) for rank in ranks)


def grade_code(suggestion: Suggestion) -> str:
    """The grade suggested; "" where it cannot be told or no criterion of a graded scale is met."""
    rank = suggestion.rank
    if suggestion.scale in CRITERIA_ONLY:
        return "" if rank is None else (MET if rank else NOT_MET)
    return "" if not rank else grades_of(suggestion.scale)[rank - 1]


def suffix_of(scale: Scale, picture: Picture) -> str:
    """Of WAO 2010 alone; "" where it has none or the onset is not known."""
    return (epinephrine_suffix(picture) or "") if scale is Scale.WAO_2010 else ""


def questions(suggestions: tuple[Suggestion, ...]) -> tuple[Asked, ...]:
    """What only the clinician can answer, in the order asked."""
    wanted = {code for each in suggestions for code in each.missing}
    return tuple(asked for asked in Asked if asked.value in wanted)
