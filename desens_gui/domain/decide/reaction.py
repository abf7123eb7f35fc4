"""Calling a reaction is never refused while the session is open; it freezes what stands at that instant."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.decide.asking import Asking, text_problem
from desens_gui.domain.decide.pump import drug_over
from desens_gui.domain.events.reaction import ReactionCalled, ReactionEnteredInError
from desens_gui.domain.ledger import given, given_by_step
from desens_gui.domain.quantities import Amount, Duration, Volume
from desens_gui.domain.refusals.step import NoReactionOpen
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
