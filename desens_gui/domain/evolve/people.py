"""What names change: a proof is used up, a co-signature is no longer waited for, the session is signed."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import PeopleEvent
from desens_gui.domain.events.people import (
    ChairCovered,
    CoSigned,
    IdentityProved,
    SessionSigned,
    TelephoneConfirmed,
    UnidentifiedNamed,
)
from desens_gui.domain.evolve.following import Following, changed
from desens_gui.domain.session import Session
from desens_gui.domain.signing import CoSignFor, Signature, Unsigned


def after_people(follow: Following, event: PeopleEvent) -> Session:
    session = follow.session
    match event:
        case IdentityProved(proof=proof):
            return changed(session, proofs=session.proofs | {proof})
        case TelephoneConfirmed():
            return changed(session, telephone=event)
        case CoSigned(of=seq):
            return changed(session, unsigned=tuple(each for each in session.unsigned if each.seq != seq))
        case SessionSigned():
            return changed(session, signatures=(*session.signatures, _signature(follow, event)))
        case UnidentifiedNamed(entries=entries):
            return changed(
                session, unnamed=tuple(each for each in session.unnamed if each.seq not in entries)
            )
        case ChairCovered():
            return session
        case _:
            assert_never(event)


def waiting(follow: Following, what: CoSignFor, digest: str, first: str) -> tuple[Unsigned, ...]:
    """What waits for a name with this double check: nothing where a second person read, else one more."""
    session = follow.session
    if follow.second_person is not None:
        return session.unsigned
    word = session.telephone
    more = Unsigned(
        seq=follow.seq,
        what=what,
        by=word.by if word is not None and word.digest == digest else "",
        done_by=tuple(dict.fromkeys((first, follow.actor.id))),
        digest=digest,
        at_ns=follow.now_ns,
    )
    return (*session.unsigned, more)


def _signature(follow: Following, event: SessionSigned) -> Signature:
    return Signature(
        meaning=event.meaning,
        person=follow.actor.id,
        name=event.name,
        role=follow.actor.role,
        at_ns=follow.now_ns,
        facts=event.facts,
        digest=event.digest,
    )
