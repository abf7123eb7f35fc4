"""Whoever acts is who set-up says they are."""

from __future__ import annotations

from desens_gui.domain.commands.step import StayOnStep
from desens_gui.domain.recorded import Actor, Role
from desens_gui.domain.refusals.general import NotIdentified
from tests.courses import at_step


def test_a_role_that_set_up_does_not_know_of_this_person_is_refused() -> None:
    chair = at_step(3)
    nurse = chair.session.staff[0]
    posing = Actor(nurse.id, Role.ALLERGIST)
    assert chair.refused(StayOnStep(), posing) == (NotIdentified(person=nurse.id),)
