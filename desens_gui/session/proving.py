"""From a person who showed who they are to the proof that the rules ask for."""

from __future__ import annotations

from desens_gui.domain.commands.every import Command
from desens_gui.domain.digests import shown_digest
from desens_gui.domain.instants import Utc
from desens_gui.domain.proof import Means, Proof
from desens_gui.domain.recorded import Actor
from desens_gui.session.moment import Moment


def proof_of(at: Moment, command: Command, person: Actor, how: Means) -> Proof | None:
    """For what stands there at this moment; None: for this command nobody's name is asked."""
    digest = shown_digest(at.state, command)
    if digest is None:
        return None
    return Proof(person=person.id, role=person.role, how=how, digest=digest, at=Utc(at.stamp.utc_us))
