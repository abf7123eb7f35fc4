"""Co-signing what waits for a name, and signing the session before it is closed."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.people import CoSign, SignSession
from desens_gui.domain.decide.asking import Asking, same_name
from desens_gui.domain.decide.proving import own_proof
from desens_gui.domain.events.people import CoSigned, IdentityProved, Meaning, SessionSigned
from desens_gui.domain.recorded import Role
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotNow
from desens_gui.domain.refusals.people import (
    AlreadySigned,
    CoSignOfAnother,
    NothingToCoSign,
    NotPerformedYet,
    SamePerson,
)
from desens_gui.domain.session import Session
from desens_gui.domain.signing import Signature, Unsigned
from desens_gui.domain.stage import Observing, Stopping


def co_sign(ask: Asking, command: CoSign) -> Decision:
    waits = next((each for each in ask.session.unsigned if each.seq == command.of), None)
    if waits is None:
        return refuse(NothingToCoSign(of=command.of))
    if problem := _not_theirs(ask, waits):
        return refuse(problem)
    proved = own_proof(ask, waits.digest)
    if not isinstance(proved, IdentityProved):
        return refuse(proved)
    return accept(proved, CoSigned(of=waits.seq, name=_name(ask), digest=waits.digest))


def _not_theirs(ask: Asking, waits: Unsigned) -> AnyRefusal | None:
    """An order waits for the prescriber named in it, a check done alone for anybody who did not do it."""
    if waits.by:
        prescribes = ask.actor.role is Role.ALLERGIST and same_name(_name(ask), waits.by)
        return None if prescribes else CoSignOfAnother(by=waits.by)
    return SamePerson(person=ask.actor.id) if ask.actor.id in waits.done_by else None


def sign_session(ask: Asking, command: SignSession) -> Decision:
    session, meaning = ask.session, command.meaning
    if not isinstance(session.stage, Observing | Stopping) or session.pump_runs:
        return refuse(NotNow(command="sign_session", stage="step"))
    if problem := _not_signed_so(ask, meaning):
        return refuse(problem)
    treatment = session.treatment
    proved = own_proof(ask, treatment.digest)
    if not isinstance(proved, IdentityProved):
        return refuse(proved)
    signed = SessionSigned(meaning=meaning, name=_name(ask), facts=treatment.facts, digest=treatment.digest)
    return accept(proved, signed)


def _not_signed_so(ask: Asking, meaning: Meaning) -> AnyRefusal | None:
    """Performed comes first; who performed does not verify; a signature that stands is not given again."""
    session = ask.session
    standing = [each for each in session.signatures if stands(session, each)]
    performed = [each for each in standing if each.meaning is Meaning.PERFORMED]
    if any(each.meaning is meaning and each.person == ask.actor.id for each in standing):
        return AlreadySigned(meaning=meaning)
    if meaning is Meaning.PERFORMED:
        return None
    if not performed:
        return NotPerformedYet(meaning=meaning)
    if meaning is Meaning.VERIFIED and any(each.person == ask.actor.id for each in performed):
        return SamePerson(person=ask.actor.id)
    return None


def stands(session: Session, signature: Signature) -> bool:
    """Whether nothing of the treatment was recorded after it was signed."""
    return (signature.facts, signature.digest) == (session.treatment.facts, session.treatment.digest)


def _name(ask: Asking) -> str:
    """As it stands in the file: only identified people sign."""
    member = ask.session.known(ask.actor.id)
    assert member is not None
    return member.name
