"""evolve(state, recorded): the fold that live, restart and review all share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, get_args

from desens_gui.domain.digests import treatment_after
from desens_gui.domain.events.every import (
    AlarmEvent,
    CheckEvent,
    EndingEvent,
    Event,
    PartEvent,
    PeopleEvent,
    PumpEvent,
    QualifyEvent,
    ReactionEvent,
    RestartEvent,
    SetupEvent,
    StepEvent,
)
from desens_gui.domain.events.setup import SessionOpened
from desens_gui.domain.evolve.alarm import after_alarm
from desens_gui.domain.evolve.check import after_check
from desens_gui.domain.evolve.ending import after_ending
from desens_gui.domain.evolve.following import Following, changed
from desens_gui.domain.evolve.parts import after_part
from desens_gui.domain.evolve.people import after_people
from desens_gui.domain.evolve.pump import after_pump
from desens_gui.domain.evolve.qualify import after_qualify
from desens_gui.domain.evolve.reaction import after_reaction
from desens_gui.domain.evolve.restart import after_restart
from desens_gui.domain.evolve.setup import after_setup
from desens_gui.domain.evolve.step import after_step
from desens_gui.domain.instants import Timeline
from desens_gui.domain.recorded import Recorded, Role
from desens_gui.domain.session import Session


class NotASessionStart(ValueError):
    """The first fact is not SessionOpened, or a later one is."""


After: TypeAlias = Callable[[Following, Any], Session]

_SUBJECTS: tuple[tuple[Any, After], ...] = (
    (SetupEvent, after_setup),
    (QualifyEvent, after_qualify),
    (PumpEvent, after_pump),
    (StepEvent, after_step),
    (CheckEvent, after_check),
    (ReactionEvent, after_reaction),
    (EndingEvent, after_ending),
    (RestartEvent, after_restart),
    (AlarmEvent, after_alarm),
    (PartEvent, after_part),
    (PeopleEvent, after_people),
)
_AFTER: dict[type, After] = {kind: after for union, after in _SUBJECTS for kind in get_args(union)}


def evolve(session: Session | None, recorded: Recorded[Event]) -> Session:
    """The state after one more fact."""
    event = recorded.event
    if session is None or isinstance(event, SessionOpened):
        if session is not None or not isinstance(event, SessionOpened):
            raise NotASessionStart(recorded.seq)
        return Session(
            opened=event,
            timeline=Timeline(recorded.stamp),
            zone_offset_min=recorded.zone_offset_min,
            seq=recorded.seq,
        )
    follow = Following(
        session,
        recorded.stamp,
        session.timeline.place(recorded.stamp),
        recorded.seq,
        recorded.actor,
        recorded.second_person,
    )
    after = _AFTER[type(event)](follow, event)
    nobodys = recorded.actor.role is Role.UNIDENTIFIED
    return changed(
        after,
        unnamed=(*after.unnamed, recorded) if nobodys else after.unnamed,
        timeline=session.timeline.advanced(recorded.stamp),
        zone_offset_min=recorded.zone_offset_min,
        seq=recorded.seq,
        treatment=treatment_after(session.treatment, recorded),
    )


def fold(records: Iterable[Recorded[Event]]) -> Session | None:
    """The state after all of them; None after none."""
    session = None
    for recorded in records:
        session = evolve(session, recorded)
    return session
