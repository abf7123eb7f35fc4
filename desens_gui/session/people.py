"""Who is at the chair: the port through which a person shows who they are, by PIN or badge."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

import msgspec

from desens_gui.domain.proof import Means
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Actor, Role


class Member(msgspec.Struct, frozen=True):
    """One of the site's staff. The id is unique at the site and never given to another person."""

    id: str
    name: str
    role: Role

    @property
    def actor(self) -> Actor:
        return Actor(self.id, self.role)


class SignedIn(msgspec.Struct, frozen=True):
    """It is this person."""

    person: Member
    how: Means


class WrongPin(msgspec.Struct, frozen=True):
    """Not their PIN. wait: until the next try of this person is looked at; it is not yet over."""

    wait: Duration


class Waiting(msgspec.Struct, frozen=True):
    """Nothing was looked at: earlier wrong tries of this person still make it wait so long."""

    left: Duration


class NotKnown(msgspec.Struct, frozen=True):
    """No active person has this id or badge."""


class NotLooked(msgspec.Struct, frozen=True):
    """The staff could not be read, or the try could not be written down first: nobody can sign in now."""

    problem: Exception


Answer: TypeAlias = SignedIn | WrongPin | Waiting | NotKnown | NotLooked
Done: TypeAlias = Callable[[Answer], None]


class SignIn(Protocol):
    """Checking takes a tenth of a second or more: it is done elsewhere, `done` comes on the caller's loop.

    An answer never comes before the call has returned. Several may be asked at a time.
    """

    def members(self) -> tuple[Member, ...]:
        """Active staff by name; empty where no staff are set up (single-user mode)."""
        ...

    def with_pin(self, person_id: str, pin: str, done: Done) -> None:
        """Ask whether this is the person's PIN; it is kept nowhere."""
        ...

    def with_badge(self, code: str, done: Done) -> None:
        """Ask whose badge this is; code as the scanner types it, without the Enter."""
        ...
