"""Refusals about going up, resuming and the reaction."""

from __future__ import annotations

from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusal import Refusal


class StepNotFinished(Refusal, frozen=True, tag="step_not_finished"):
    step: int
    left: Duration


class SymptomsNotAskedAgain(Refusal, frozen=True, tag="symptoms_not_asked_again"):
    """Symptoms are asked again at the moment of going up (SAFETY S8)."""

    limit: Duration


class NoNextStep(Refusal, frozen=True, tag="no_next_step"):
    last: int


class ReactionOpen(Refusal, frozen=True, tag="reaction_open"):
    """With a reaction open only entered in error, stopped, transferred and died are open."""


class NoReactionOpen(Refusal, frozen=True, tag="no_reaction_open"):
    pass


class NothingToWatch(Refusal, frozen=True, tag="nothing_to_watch"):
    """Half-way answers belong to the running last step."""


class GradeUnknown(Refusal, frozen=True, tag="grade_unknown"):
    """No grade of this scale."""

    scale: Scale
    grade: str
