"""Refusals about second person, co-signature and signature, as sentences."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.refusals.every import PeopleRefusal
from desens_gui.domain.refusals.people import (
    AlreadySigned,
    CoSignOfAnother,
    NothingToCoSign,
    NotPerformedYet,
    OrderNotOwn,
    OrderToOneself,
    ProofExpired,
    ProofMissing,
    ProofOfAnother,
    ProofUsed,
    SamePerson,
    SecondPersonNeeded,
    ShownChanged,
    WordNotReadBack,
)
from desens_gui.wording.numbers import duration_words
from desens_gui.wording.plain import plain
from desens_gui.wording.signatures import meaning_name
from desens_gui.wording.words import Words

_Proved = ProofExpired | ProofUsed | ShownChanged | ProofMissing | ProofOfAnother
_Signed = NothingToCoSign | CoSignOfAnother | AlreadySigned | NotPerformedYet


def people_refusal(words: Words, reason: PeopleRefusal) -> str:
    match reason:
        case SecondPersonNeeded():
            return words(
                "A second person reads this with their own PIN or badge; "
                "if nobody else is there, first say why."
            )
        case SamePerson(person=person):
            return words("{person} did the first part; another person does the second.", person=plain(person))
        case WordNotReadBack(by=by):
            return words("What {by} confirmed by telephone must be read back before it counts.", by=plain(by))
        case OrderNotOwn(by=by):
            return words(
                "The order of {by} is not your own; only an allergist who is signed in gives an own order.",
                by=plain(by),
            )
        case OrderToOneself(by=by):
            return words(
                "{by} is signed in: an order is given as one's own or by another prescriber, "
                "never taken from oneself.",
                by=plain(by),
            )
        case ProofExpired() | ProofUsed() | ShownChanged() | ProofMissing() | ProofOfAnother():
            return _proved(words, reason)
        case _:
            return _signed(words, reason)


def _proved(words: Words, reason: _Proved) -> str:
    match reason:
        case ProofExpired(age=age, limit=limit):
            return words(
                "PIN or badge was shown {age} ago and counts for {limit}; show it again.",
                age=duration_words(age, words),
                limit=duration_words(limit, words),
            )
        case ProofUsed():
            return words("This PIN or badge has signed already and counts once; show it again.")
        case ShownChanged():
            return words("What was shown has changed since; read it again, then show PIN or badge again.")
        case ProofMissing():
            return words("Signing needs your own PIN or badge.")
        case ProofOfAnother(person=person):
            return words(
                "PIN or badge is that of {person}; nobody signs in another's name.", person=plain(person)
            )
        case _:
            assert_never(reason)


def _signed(words: Words, reason: _Signed) -> str:
    match reason:
        case NothingToCoSign(of=of):
            return words("Entry {number} does not wait for a co-signature.", number=of)
        case CoSignOfAnother(by=by):
            return words("This waits for {by}; only {by} co-signs it.", by=plain(by))
        case AlreadySigned(meaning=meaning):
            return words(
                "You have signed this as {meaning}, and nothing changed since.",
                meaning=meaning_name(words, meaning),
            )
        case NotPerformedYet(meaning=meaning):
            return words(
                "Nobody has signed as performed yet; only then it can be signed as {meaning}.",
                meaning=meaning_name(words, meaning),
            )
        case _:
            assert_never(reason)
