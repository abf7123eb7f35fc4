"""Names under what was done: what a signature means, how a person was known, what waits for whom."""

from __future__ import annotations

from desens_gui.domain.events.people import Meaning
from desens_gui.domain.proof import Means
from desens_gui.domain.signing import CoSignFor
from desens_gui.wording.words import Words


def meaning_name(words: Words, meaning: Meaning) -> str:
    names = {
        Meaning.PERFORMED: words.within("signature", "performed"),
        Meaning.VERIFIED: words.within("signature", "verified"),
        Meaning.REVIEWED: words.within("signature", "reviewed"),
    }
    return names[meaning]


def means_name(words: Words, means: Means) -> str:
    return words("by PIN") if means is Means.PIN else words("by badge")


def waits_for(words: Words, what: CoSignFor) -> str:
    """What a co-signature is for: "plan verification"."""
    names = {
        CoSignFor.PLAN: words("plan verification"),
        CoSignFor.BAG: words("double check of the bag"),
        CoSignFor.ORDER: words("prescriber order"),
    }
    return names[what]
