"""CTCAE version 5, infusion-related reaction, 1 to 5 (ASCO pocket card, table 11, read)."""

from __future__ import annotations

from desens_gui.domain.grading.picture import Asked, Picture
from desens_gui.domain.grading.scale import NO, YES, Criterion, Scale, Suggestion, suggested
from desens_gui.domain.grading.signs import asked
from desens_gui.domain.protocol.about import Certainty

CRITERIA = (
    Criterion(1, "any_sign", lambda picture: YES if picture.signs else NO),
    Criterion(2, "treated", lambda picture: YES if picture.treated else NO),
    Criterion(2, "interrupted", lambda picture: YES if picture.stopped else NO),
    Criterion(3, "prolonged", asked(Asked.PROLONGED)),
    Criterion(4, "life_threatening", asked(Asked.LIFE_THREATENING)),
    Criterion(5, "died", lambda picture: YES if picture.died else NO),
)


def ctcae_5_irr(picture: Picture) -> Suggestion:
    """Goes by what was done and how it went, not by what was found."""
    return suggested(Scale.CTCAE_5_IRR, CRITERIA, picture, Certainty.READ)
