"""A scale as a table of criteria, and what it says of a picture: a grade with its reasons, or "cannot tell".

A criterion that cannot be answered is missing data, never a "no". A grade stands as "at least" while data
that could raise it are missing; where the published scale leaves a gap, it is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from desens_gui.domain.grading.picture import Picture
from desens_gui.domain.protocol.about import Certainty


class Scale(StrEnum):
    """Scale and version: the number of a grade means nothing without both."""

    BROWN_2004 = "brown_2004"
    RING_MESSMER = "ring_messmer"
    WAO_2010 = "wao_2010"
    WAO_2018 = "wao_2018"
    CTCAE_5_IRR = "ctcae_5_irr"
    BWH = "bwh"
    NIAID_FAAN_2006 = "niaid_faan_2006"
    WAO_2020 = "wao_2020"


class Holds(Struct, frozen=True):
    """Whether a criterion is met; None: not known, for want of `missing`."""

    met: bool | None
    missing: tuple[str, ...] = ()


YES, NO = Holds(True), Holds(False)


class Criterion(Struct, frozen=True):
    """One line of the table. rank: the grade it gives; code: what it is called in the record."""

    rank: int
    code: str
    holds: Callable[[Picture], Holds]


class Suggestion(Struct, frozen=True, kw_only=True):
    """rank None: cannot tell; 0: no criterion met and nothing missing. met: whatever criterion is met.

    missing: what is not known and could raise the grade. gaps: found, and in no grade of this scale.
    """

    scale: Scale
    rank: int | None
    met: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    boundaries: tuple[str, ...] = ()
    certainty: Certainty

    @property
    def at_least(self) -> bool:
        return bool(self.rank) and bool(self.missing or self.gaps)


def suggested(
    scale: Scale,
    criteria: tuple[Criterion, ...],
    picture: Picture,
    certainty: Certainty,
    *,
    gaps: tuple[str, ...] = (),
    boundaries: tuple[str, ...] = (),
) -> Suggestion:
    """The highest rank met; what is missing above it."""
    answers = [(each, each.holds(picture)) for each in criteria]
    met = [each for each, answer in answers if answer.met]
    top = max((each.rank for each in met), default=0)
    above = [answer for each, answer in answers if answer.met is None and each.rank > top]
    missing = tuple(dict.fromkeys(code for answer in above for code in answer.missing))
    return Suggestion(
        scale=scale,
        rank=top if top or not (missing or gaps) else None,
        met=tuple(dict.fromkeys(each.code for each in met)),
        missing=missing,
        gaps=gaps,
        boundaries=boundaries,
        certainty=certainty,
    )


def any_of(*answers: Holds) -> Holds:
    """Met if one is; else not known if one is not."""
    if any(answer.met for answer in answers):
        return YES
    missing = tuple(dict.fromkeys(code for answer in answers for code in answer.missing))
    return Holds(None, missing) if any(answer.met is None for answer in answers) else NO


def all_of(*answers: Holds) -> Holds:
    """Not met if one is not; else not known if one is not."""
    if any(answer.met is False for answer in answers):
        return NO
    missing = tuple(dict.fromkeys(code for answer in answers for code in answer.missing))
    return Holds(None, missing) if any(answer.met is None for answer in answers) else YES
