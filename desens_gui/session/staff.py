"""The site's staff as they are kept: who may sign in, and what the store of them must do."""

from __future__ import annotations

from typing import Protocol

import msgspec

from desens_gui.domain.instants import Instant
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Actor, Role
from desens_gui.session.people import Member

ROLES = (Role.NURSE, Role.ALLERGIST, Role.PHARMACIST, Role.ADMINISTRATOR)
"""What a person may be; an allergist stands for any physician who orders."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One who works here, or did: nobody is ever deleted."""

    id: str
    name: str
    role: Role
    active: bool = True
    badge: bool = False

    @property
    def member(self) -> Member:
        return Member(self.id, self.name, self.role)


class Delays(msgspec.Struct, frozen=True):
    """How long a person waits after wrong tries: twice as long each time, up to a limit."""

    first: Duration
    longest: Duration

    def after(self, wrong: int) -> Duration:
        """wrong: tries in a row, this one included; 1 at least."""
        doubled = Duration(self.first.value * 2 ** min(wrong - 1, 60))
        return min(doubled, self.longest)


class Begun(msgspec.Struct, frozen=True):
    """A try that is written down as wrong until it turns out right. hash: what the PIN must fit."""

    hash: str
    wait: Duration


class Making(msgspec.Struct, frozen=True):
    """By whom a change is made, and when."""

    by: Actor
    at: Instant


class IdTaken(Exception):
    """An id is given once and never again."""


class BadgeTaken(Exception):
    """Another person has this badge."""

    def __init__(self, person: str) -> None:
        super().__init__(person)
        self.person = person


class StaffStore(Protocol):
    """One thread at a time. What it raises beside the above is a problem of the disk or the file."""

    def people(self) -> tuple[Person, ...]:
        """Everybody who was ever added, in that order; empty where no staff are set up."""
        ...

    def add(self, person: Person, pin_hash: str, making: Making) -> None:
        """IdTaken."""
        ...

    def set_pin(self, person_id: str, pin_hash: str, making: Making) -> None: ...

    def set_badge(self, person_id: str, code: str | None, making: Making) -> None:
        """BadgeTaken; None takes it away. Only a keyed hash of the code is kept."""
        ...

    def set_active(self, person_id: str, active: bool, making: Making) -> None: ...

    def begin_try(self, person_id: str, now: Instant, delays: Delays) -> Begun | Duration | None:
        """Durable before it returns. A duration: still to wait; None: no active person of that id."""
        ...

    def was_right(self, person_id: str) -> None:
        """The try that was begun was no wrong one."""
        ...

    def of_badge(self, code: str) -> Person | None:
        """The active person who has it."""
        ...


class Hasher(Protocol):
    """Makes a PIN unreadable; slow on purpose."""

    def hash(self, pin: str) -> str: ...

    def fits(self, stored: str, pin: str) -> bool: ...

    def outdated(self, stored: str) -> bool:
        """Whether it was made with other parameters than are asked for now."""
        ...
