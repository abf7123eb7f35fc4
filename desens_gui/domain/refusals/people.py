"""Refusals about who answers for what: second person, co-signature, signature."""

from __future__ import annotations

from desens_gui.domain.events.people import Meaning
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusal import Refusal


class SecondPersonNeeded(Refusal, frozen=True, tag="second_person_needed"):
    """Nobody else showed who they are, and nobody said why there is no second person."""


class SamePerson(Refusal, frozen=True, tag="same_person"):
    """Whoever did the first part cannot do the second."""

    person: str


class ProofExpired(Refusal, frozen=True, tag="proof_expired"):
    age: Duration
    limit: Duration


class ProofUsed(Refusal, frozen=True, tag="proof_used"):
    """It answered for something already, and counts once."""


class ShownChanged(Refusal, frozen=True, tag="shown_changed"):
    """What was shown when the person identified is not what stands now."""


class ProofMissing(Refusal, frozen=True, tag="proof_missing"):
    """Signing needs the person's own PIN or badge."""


class ProofOfAnother(Refusal, frozen=True, tag="proof_of_another"):
    """Nobody signs in another's name."""

    person: str


class WordNotReadBack(Refusal, frozen=True, tag="word_not_read_back"):
    by: str


class OrderNotOwn(Refusal, frozen=True, tag="order_not_own"):
    """Given as one's own, in another's name or by somebody who does not prescribe."""

    by: str


class OrderToOneself(Refusal, frozen=True, tag="order_to_oneself"):
    """Taken from oneself: a prescriber who is signed in gives the order as their own."""

    by: str


class NothingToCoSign(Refusal, frozen=True, tag="nothing_to_co_sign"):
    of: int


class CoSignOfAnother(Refusal, frozen=True, tag="co_sign_of_another"):
    """It waits for the name in it."""

    by: str


class AlreadySigned(Refusal, frozen=True, tag="already_signed"):
    """With this meaning, and nothing changed since."""

    meaning: Meaning


class NotPerformedYet(Refusal, frozen=True, tag="not_performed_yet"):
    """Verified and reviewed is what somebody signed as performed."""

    meaning: Meaning
