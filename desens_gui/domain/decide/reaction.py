"""Calling a reaction is never refused while the session is open; it freezes what stands at that instant."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.reaction import (
    CallReaction,
    EnterReactionInError,
    GradeReaction,
    JudgePattern,
    RecordOnset,
)
from desens_gui.domain.decide.asking import Asking, text_problem
from desens_gui.domain.decide.pump import drug_over
from desens_gui.domain.events.reaction import (
    OnsetRecorded,
    PatternJudged,
    ReactionCalled,
    ReactionEnteredInError,
    ReactionGraded,
)
from desens_gui.domain.grading.every import SCALES, grade_code, grades_of, suffix_of
from desens_gui.domain.grading.seen import picture_of
from desens_gui.domain.ledger import given, given_by_step
from desens_gui.domain.quantities import Amount, Duration, Volume
from desens_gui.domain.refusals.step import GradeUnknown, NoReactionOpen
from desens_gui.domain.stage import Reacting


def call_reaction(ask: Asking, _command: CallReaction) -> Decision:
    """Pressed again while one is open, nothing more is recorded."""
    session = ask.session
    if isinstance(session.stage, Reacting):
        return accept()
    volume, dose, total = Volume(0), None, None
    if session.plan is not None:
        total = given(session.ledger, session.plan, ask.now_ns).settled()
    if session.plan is not None and session.step is not None:
        parts = [
            part
            for part in given_by_step(session.ledger, session.plan, ask.now_ns)
            if part.step == session.step.number
        ]
        volume = sum((part.volume for part in parts), Volume(0)).settled()
        dose = Amount.total((part.dose for part in parts), session.plan.unit).settled()
    return accept(
        ReactionCalled(
            step=session.step.number if session.step is not None else None,
            step_elapsed_s=Duration.ns(
                session.step.elapsed_ns(ask.now_ns) if session.step is not None else 0
            ),
            step_volume_ml=volume,
            step_dose=dose,
            given=total,
        )
    )


def enter_reaction_in_error(ask: Asking, command: EnterReactionInError) -> Decision:
    """Back to where the session stood; to the observation if the pump was stopped and no drug was to come."""
    stage = ask.session.stage
    if not isinstance(stage, Reacting):
        return refuse(NoReactionOpen())
    if problem := text_problem("reason", command.reason):
        return refuse(problem)
    over = () if ask.session.pump_runs else drug_over(stage.before)
    return accept(ReactionEnteredInError(reason=command.reason), *over)


def record_onset(ask: Asking, command: RecordOnset) -> Decision:
    """Back within the session, never forward."""
    if ask.session.episode is None:
        return refuse(NoReactionOpen())
    if too_far := ask.outside("onset", command.at, 0):
        return refuse(too_far)
    return accept(OnsetRecorded(at=command.at))


def judge_pattern(ask: Asking, command: JudgePattern) -> Decision:
    if ask.session.episode is None:
        return refuse(NoReactionOpen())
    return accept(PatternJudged(pattern=command.pattern))


def grade_reaction(ask: Asking, command: GradeReaction) -> Decision:
    """As suggested without a word; another grade, or one where the scale cannot tell, with the reason."""
    episode = ask.session.episode
    if episode is None:
        return refuse(NoReactionOpen())
    if command.grade not in grades_of(command.scale):
        return refuse(GradeUnknown(scale=command.scale, grade=command.grade))
    picture = picture_of(ask.session, episode, command.answers)
    found = SCALES[command.scale](picture)
    suggested = grade_code(found)
    if command.grade != suggested and (problem := text_problem("grade reason", command.reason)):
        return refuse(problem)
    return accept(
        ReactionGraded(
            scale=command.scale,
            grade=command.grade,
            suffix=suffix_of(command.scale, picture),
            suggested=suggested,
            at_least=found.at_least,
            met=found.met,
            missing=found.missing,
            gaps=found.gaps,
            boundaries=found.boundaries,
            certainty=found.certainty,
            answers=command.answers,
            reason=command.reason.strip(),
        )
    )
