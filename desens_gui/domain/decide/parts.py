"""Closing a part that goes on elsewhere, and taking one over (SAFETY S21)."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.parts import ClosePart, TakeOver
from desens_gui.domain.compare_code import read_code
from desens_gui.domain.decide.asking import NAME_LIMIT, Asking, text_problem
from desens_gui.domain.decide.restart import resumed
from desens_gui.domain.events.parts import Leaving, PartClosed, PartTakenOver
from desens_gui.domain.refusals.parts import CodeUnreadable


def close_part(_ask: Asking, command: ClosePart) -> Decision:
    """Possible at every stage; the pump goes on as it was, and so does the session, elsewhere."""
    if problem := text_problem("workstation", command.to, NAME_LIMIT):
        return refuse(problem)
    if command.why is Leaving.HANDED_OVER:
        return accept(PartClosed(why=command.why, to=command.to.strip()))
    try:
        read_code(command.code)
    except ValueError:
        return refuse(CodeUnreadable(typed=command.code))
    return accept(PartClosed(why=command.why, to=command.to.strip(), code=command.code.strip().upper()))


def take_over(ask: Asking, command: TakeOver) -> Decision:
    """The new part, and at once the question what the pump did meanwhile."""
    if problem := text_problem("name", command.by, NAME_LIMIT):
        return refuse(problem)
    session = ask.session
    taken = PartTakenOver(
        part_id=command.part_id,
        number=session.part_number + 1,
        continues=session.part_id,
        from_workstation=command.from_workstation,
        head_seq=session.seq,
        head_hash=command.head_hash,
        head_seal=command.head_seal,
        closed_there=session.left is not None,
        by=command.by.strip(),
    )
    return accept(taken, resumed(ask, command.last_seen, command.program))
