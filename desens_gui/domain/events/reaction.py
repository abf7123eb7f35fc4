"""A reaction was called: what stood at that instant is frozen into the record."""

from __future__ import annotations

from desens_gui.domain.fact import Fact
from desens_gui.domain.grading.picture import Answered, Pattern
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.instants import Utc
from desens_gui.domain.protocol.about import Certainty
from desens_gui.domain.quantities import Amount, Duration, Volume


class ReactionCalled(Fact, frozen=True, tag="reaction_called/1"):
    """step None: before the first step. Doses count the pump as running until it is reported stopped."""

    step: int | None
    step_elapsed_s: Duration
    step_volume_ml: Volume
    step_dose: Amount | None
    given: Amount | None


class ReactionEnteredInError(Fact, frozen=True, tag="reaction_entered_in_error/1"):
    """A correction with its reason; if the pump never stopped, the step goes on without a gap."""

    reason: str


class OnsetRecorded(Fact, frozen=True, tag="onset_recorded/1"):
    """When the first sign was seen."""

    at: Utc


class PatternJudged(Fact, frozen=True, tag="pattern_judged/1"):
    """What it looked like at the bedside (SAFETY S17)."""

    pattern: Pattern


class ReactionGraded(Fact, frozen=True, tag="reaction_graded/1"):
    """A clinician's grade with its scale, beside what the scale suggested and why.

    suggested "": the scale could not tell. suffix: of WAO 2010, from onset to the first epinephrine.
    """

    scale: Scale
    grade: str
    suffix: str
    suggested: str
    at_least: bool
    met: tuple[str, ...]
    missing: tuple[str, ...]
    gaps: tuple[str, ...]
    boundaries: tuple[str, ...]
    certainty: Certainty
    answers: tuple[Answered, ...]
    reason: str
