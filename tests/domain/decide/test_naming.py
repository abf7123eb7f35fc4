"""What was entered without signing in waits for its name, and only its maker gives it."""

from __future__ import annotations

from desens_gui.domain.answers import Accepted, Refused
from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.people import NameUnidentified
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.decide.deciding import decide
from desens_gui.domain.events.people import UnidentifiedNamed
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.refusals.general import NotForRole, NothingToName
from tests.courses import at_step
from tests.driving import Chair

NOBODY = Actor("unidentified", Role.UNIDENTIFIED)
NURSE = Actor("ml", Role.NURSE)


def called_by_nobody() -> Chair:
    chair = at_step(6)
    chair.do(RecordNote(text="pale"), NOBODY)
    chair.do(CallReaction(), NOBODY)
    return chair


def test_they_wait_and_are_answered_for_one_by_one() -> None:
    chair = called_by_nobody()
    first, *others = (recorded.seq for recorded in chair.session.unnamed)
    assert {chair.records[seq - 1].actor for seq in (first, *others)} == {NOBODY}
    chair.do(NameUnidentified(entries=(first,)), NURSE)
    assert chair.records[-1].event == UnidentifiedNamed(entries=(first,))
    assert [recorded.seq for recorded in chair.session.unnamed] == others
    assert fold(chair.records) == chair.session


def test_nothing_else_can_be_answered_for() -> None:
    chair = called_by_nobody()
    named = chair.session.unnamed[0].seq
    chair.do(NameUnidentified(entries=(named,)), NURSE)
    for entries in ((), (1,), (named,), (named + 1, 1)):
        decision = decide(chair.session, NameUnidentified(entries=entries), NURSE, None, chair.clock.now())
        assert decision == Refused((NothingToName(),))


def test_nobody_in_particular_answers_for_nothing() -> None:
    chair = called_by_nobody()
    command = NameUnidentified(entries=(chair.session.unnamed[0].seq,))
    decision = decide(chair.session, command, NOBODY, None, chair.clock.now())
    assert decision == Refused((NotForRole(command="name_unidentified", role=Role.UNIDENTIFIED),))
    assert isinstance(decide(chair.session, command, NURSE, None, chair.clock.now()), Accepted)
