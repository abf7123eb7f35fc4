"""Another takes the chair over while the pump runs: both stand in the record, with the rate that was read."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.people import CoverChair
from desens_gui.domain.decide.asking import Asking, away_problem
from desens_gui.domain.events.people import ChairCovered
from desens_gui.domain.refusals.general import NotIdentified, NotNow
from desens_gui.domain.refusals.people import SamePerson
from desens_gui.domain.refusals.pump import PumpReadOtherwise


def cover_chair(ask: Asking, command: CoverChair) -> Decision:
    """SAFETY "Simpler": break cover is a badge and the pump's rate; a rate that differs is refused."""
    session, pump = ask.session, ask.session.pump
    relieved = session.known(command.relieves)
    if relieved is None:
        return refuse(NotIdentified(person=command.relieves))
    if relieved.id == ask.actor.id:
        return refuse(SamePerson(person=relieved.id))
    if problem := away_problem(ask):
        return refuse(problem)
    if pump is None or not session.pump_runs or pump.rate is None:
        return refuse(NotNow(command="cover_chair", stage="stopped"))
    if command.rate_ml_h != pump.rate:
        return refuse(PumpReadOtherwise(recorded=pump.rate, read=command.rate_ml_h))
    return accept(ChairCovered(relieves=relieved.id, name=relieved.name, rate_ml_h=pump.rate))
