"""The reaction: calling it is never refused while the session is open."""

from __future__ import annotations

from desens_gui.domain.fact import Order
from desens_gui.domain.grading.picture import Answered, Pattern
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.instants import Utc


class CallReaction(Order, frozen=True, tag="call_reaction"):
    pass


class EnterReactionInError(Order, frozen=True, tag="enter_reaction_in_error"):
    reason: str


class RecordOnset(Order, frozen=True, tag="record_onset"):
    """When the first sign was seen; it may be before the call."""

    at: Utc


class JudgePattern(Order, frozen=True, tag="judge_pattern"):
    pattern: Pattern


class GradeReaction(Order, frozen=True, tag="grade_reaction"):
    """The clinician's grade on one scale; another than the one suggested needs the reason."""

    scale: Scale
    grade: str
    answers: tuple[Answered, ...] = ()
    reason: str = ""
