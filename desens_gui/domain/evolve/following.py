"""The fact being followed, with its moments placed on session time."""

from __future__ import annotations

from typing import Any

import msgspec

from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.policy import Policy
from desens_gui.domain.recorded import Actor
from desens_gui.domain.session import Session


class FactOutOfPlace(ValueError):
    """A fact that cannot follow the ones before it: no program of this kind wrote them."""


class Following(msgspec.Struct, frozen=True):
    """The state before the fact; its number, who recorded it with whom, when, and that on session time."""

    session: Session
    stamp: Instant
    now_ns: int
    seq: int
    actor: Actor
    second_person: str | None

    @property
    def plan(self) -> Plan:
        if self.session.plan is None:
            raise FactOutOfPlace("no plan was set")
        return self.session.plan

    @property
    def policy(self) -> Policy:
        if self.session.policy is None:
            raise FactOutOfPlace("no policy was set")
        return self.session.policy

    def place(self, at: Utc) -> int:
        """Session time of a reported moment; never before the session began."""
        return max(0, self.session.timeline.place_reported(at, self.stamp))

    def place_at_pump(self, at: Utc) -> int:
        """As `place`, and never before what was last reported of the pump: typed times are whole seconds."""
        pump = self.session.pump
        return self.place(at) if pump is None else max(self.place(at), pump.since_ns)


def changed(session: Session, **fields: Any) -> Session:
    return msgspec.structs.replace(session, **fields)
