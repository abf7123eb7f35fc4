"""What refusals about second person, co-signature and signature say."""

from __future__ import annotations

from desens_gui.domain.events.people import Meaning
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals import people
from desens_gui.domain.refusals.every import AnyRefusal

SENTENCES: tuple[tuple[AnyRefusal, str], ...] = (
    (
        people.SecondPersonNeeded(),
        "A second person reads this with their own PIN or badge; if nobody else is there, first say why.",
    ),
    (people.SamePerson(person="ml"), "ml did the first part; another person does the second."),
    (
        people.ProofExpired(age=Duration(301), limit=Duration.minutes(5)),
        "PIN or badge was shown 5 min 1 s ago and counts for 5 min; show it again.",
    ),
    (people.ProofUsed(), "This PIN or badge has signed already and counts once; show it again."),
    (
        people.ShownChanged(),
        "What was shown has changed since; read it again, then show PIN or badge again.",
    ),
    (people.ProofMissing(), "Signing needs your own PIN or badge."),
    (
        people.ProofOfAnother(person="ta"),
        "PIN or badge is that of ta; nobody signs in another's name.",
    ),
    (
        people.WordNotReadBack(by="Dr B"),
        "What Dr B confirmed by telephone must be read back before it counts.",
    ),
    (
        people.OrderNotOwn(by="Dr B"),
        "The order of Dr B is not your own; only an allergist who is signed in gives an own order.",
    ),
    (
        people.OrderToOneself(by="Dr B"),
        (
            "Dr B is signed in: an order is given as one's own or by another prescriber, "
            "never taken from oneself."
        ),
    ),
    (people.NothingToCoSign(of=9), "Entry 9 does not wait for a co-signature."),
    (people.CoSignOfAnother(by="Dr B"), "This waits for Dr B; only Dr B co-signs it."),
    (
        people.AlreadySigned(meaning=Meaning.PERFORMED),
        "You have signed this as performed, and nothing changed since.",
    ),
    (
        people.NotPerformedYet(meaning=Meaning.VERIFIED),
        "Nobody has signed as performed yet; only then it can be signed as verified.",
    ),
)
