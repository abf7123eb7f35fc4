"""Refusals about going up, resuming and the reaction."""

from __future__ import annotations

from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusal import Refusal


class StepNotFinished(Refusal, tag="step_not_finished"):
    step: int
    left: Duration


class SymptomsNotAskedAgain(Refusal, tag="symptoms_not_asked_again"):
    """Symptoms are asked again at the moment of going up (SAFETY S8)."""

    limit: Duration


class NoNextStep(Refusal, tag="no_next_step"):
    last: int


class StayedForNow(Refusal, tag="stayed_for_now"):
    """Staying was decided; the repeated check is due later."""

    left: Duration


class ReactionOpen(Refusal, tag="reaction_open"):
    """With a reaction open only entered in error, stopped, transferred and died are open."""


class NoReactionOpen(Refusal, tag="no_reaction_open"):
    pass


class NothingToWatch(Refusal, tag="nothing_to_watch"):
    """Half-way answers belong to the running last step."""
