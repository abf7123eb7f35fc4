"""The independent double check, and whose name may stand under what (SAFETY S10)."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from desens_gui.domain.decide.asking import NAME_LIMIT, Asking, policy_of, same_name, text_problem
from desens_gui.domain.events.people import IdentityProved, TelephoneConfirmed
from desens_gui.domain.proof import Proof, TelephoneWord
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotForRole, NotIdentified
from desens_gui.domain.refusals.people import (
    ProofExpired,
    ProofMissing,
    ProofOfAnother,
    ProofUsed,
    SamePerson,
    SecondPersonNeeded,
    ShownChanged,
    WordNotReadBack,
)
from desens_gui.domain.refusals.setup import RepeatTooSoon
from desens_gui.domain.roles import MAY

Answered: TypeAlias = IdentityProved | TelephoneConfirmed


class First(msgspec.Struct, frozen=True):
    """The first part of a double check: who did it, when, and a digest of what it came to."""

    person: str
    at_ns: int
    digest: str


class Seconded(msgspec.Struct, frozen=True):
    """How the second part stands: by whom, and the fact that says so; by None: nobody else was there."""

    by: str | None = None
    events: tuple[Answered, ...] = ()


def seconded(ask: Asking, command: str, first: First, word: TelephoneWord | None) -> Seconded | AnyRefusal:
    """A second person, an allergist by telephone, or the same person blind after the policy's time."""
    if ask.proof is not None:
        return second_person_problem(ask, command, first, ask.proof) or Seconded(
            ask.proof.person, (IdentityProved(proof=ask.proof),)
        )
    if ask.session.second_person_reason is None:
        return SecondPersonNeeded()
    if word is not None:
        return _by_telephone(ask, first, word)
    left = policy_of(ask.session).blind_repeat_after - Duration.ns(ask.now_ns - first.at_ns)
    return RepeatTooSoon(left=left) if left > Duration(0) else Seconded()


def second_person_problem(ask: Asking, command: str, first: First, proof: Proof) -> AnyRefusal | None:
    """Whoever reads second is known here, may do it, and is neither who read first nor who acts alone."""
    if proof.role not in MAY[command]:
        return NotForRole(command=command, role=proof.role)
    if proof.person == first.person:
        return SamePerson(person=proof.person)
    return proof_problem(ask, proof, first.digest)


def proof_problem(ask: Asking, proof: Proof, digest: str) -> AnyRefusal | None:
    """A proof counts once, for some minutes, for what was shown, of somebody named in the file."""
    member = ask.session.known(proof.person)
    if member is None or member.role is not proof.role:
        return NotIdentified(person=proof.person)
    if proof.digest != digest:
        return ShownChanged()
    if proof in ask.session.proofs:
        return ProofUsed()
    if future := ask.outside("identified", proof.at, 0):
        return future
    age = Duration.ns(ask.now_ns - ask.moment_ns(proof.at))
    limit = policy_of(ask.session).second_person_valid
    return ProofExpired(age=age, limit=limit) if age > limit else None


def own_proof(ask: Asking, digest: str) -> IdentityProved | AnyRefusal:
    """Who signs shows who they are for it; nobody signs in another's name."""
    proof = ask.proof
    if proof is None:
        return ProofMissing()
    if proof.person != ask.actor.id or proof.role is not ask.actor.role:
        return ProofOfAnother(person=proof.person)
    return proof_problem(ask, proof, digest) or IdentityProved(proof=proof)


def _by_telephone(ask: Asking, first: First, word: TelephoneWord) -> Seconded | AnyRefusal:
    if problem := text_problem("name", word.by, NAME_LIMIT):
        return problem
    for person in (ask.actor.id, first.person):
        member = ask.session.known(person)
        if member is not None and same_name(member.name, word.by):
            return SamePerson(person=word.by)
    if not word.read_back:
        return WordNotReadBack(by=word.by)
    if outside := ask.outside("telephone", word.at, first.at_ns):
        return outside
    said = TelephoneConfirmed(by=word.by, at=ask.moment(word.at), digest=first.digest)
    return Seconded(None, (said,))
