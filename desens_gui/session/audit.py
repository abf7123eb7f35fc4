"""What the workstation keeps beside the sessions: who was refused, saw, exported, signed in. No names."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

import msgspec

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.every import Command
from desens_gui.domain.decide.deciding import name_of
from desens_gui.domain.instants import Instant
from desens_gui.domain.proof import Means
from desens_gui.domain.recorded import Actor


class What(StrEnum):
    """What was done. Stored: a name is never given another meaning."""

    REFUSED = "refused"
    UNIDENTIFIED = "unidentified"
    VIEWED = "viewed"
    EXPORTED = "exported"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    STAFF_CHANGED = "staff_changed"
    AUDIT_READ = "audit_read"
    ENCRYPTION = "encryption"
    SITE_CHANGED = "site_changed"


class AuditEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Never a name, a PIN, a badge or anything of a patient.

    session: the id of a session file. command: what was asked for. codes: refusals, export formats,
    means of sign-in, how it was locked or left, what was done to encryption.
    person: whom it was about, where that is not the actor.
    """

    what: What
    actor: Actor
    stamp: Instant
    session: str = ""
    command: str = ""
    codes: tuple[str, ...] = ()
    person: str = ""


class Audit(Protocol):
    def note(self, entry: AuditEntry) -> None:
        """Keep it, at once or soon; never an error for whoever acts."""
        ...


class RefusalsOf:
    """Notes what one live session refuses: the codes of the reasons, never what stands in them."""

    def __init__(self, audit: Audit, session_id: str) -> None:
        self._audit = audit
        self._session_id = session_id

    def refused(self, command: Command, actor: Actor, refused: Refused, stamp: Instant) -> None:
        self._audit.note(
            AuditEntry(
                what=What.REFUSED,
                actor=actor,
                stamp=stamp,
                session=self._session_id,
                command=name_of(command),
                codes=tuple(str(reason.__struct_config__.tag) for reason in refused.reasons),
            )
        )


def signed_in(actor: Actor, how: Means, stamp: Instant, session: str = "") -> AuditEntry:
    return AuditEntry(what=What.SIGNED_IN, actor=actor, stamp=stamp, session=session, codes=(str(how),))
