"""What a decision comes to."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from desens_gui.domain.events.every import Event
from desens_gui.domain.refusals.every import AnyRefusal


class Accepted(msgspec.Struct, frozen=True):
    """The facts that follow, in order; none when the command changes nothing.

    second_person: the id of who proved to be another person, and stands beside the actor in each fact.
    """

    events: tuple[Event, ...] = ()
    second_person: str | None = None


class Refused(msgspec.Struct, frozen=True):
    """Every reason against it, the most urgent first; never empty. Nothing is recorded in the session."""

    reasons: tuple[AnyRefusal, ...]


Decision: TypeAlias = Accepted | Refused


def accept(*events: Event, second_person: str | None = None) -> Accepted:
    return Accepted(events, second_person)


def refuse(*reasons: AnyRefusal) -> Refused:
    return Refused(reasons)
