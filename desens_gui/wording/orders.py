"""Prescriber orders: what for, and how they were taken."""

from __future__ import annotations

from desens_gui.domain.prescribing import OrderFor, OrderTaken, Prescription
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words


def order_purpose(words: Words, purpose: OrderFor) -> str:
    """What the order allows: "to go up early"."""
    names = {
        OrderFor.DESENSITIZE: words("to desensitize"),
        OrderFor.ACCEPT_RISKS: words("to desensitize in spite of a risk"),
        OrderFor.ACCEPT_PLAN: words("to use this plan with what is red about it"),
        OrderFor.ACCEPT_BASELINE: words("to start with this baseline"),
        OrderFor.GO_UP_EARLY: words("to go up before the minutes are over"),
        OrderFor.RESUME_AFTER_LONG_PAUSE: words("to resume after a long pause"),
        OrderFor.GO_ON_AFTER_AWAY: words("to go on with an uncertain dose"),
    }
    return names[purpose]


def order_taken(words: Words, taken: OrderTaken, *, read_back: bool = True) -> str:
    if taken is OrderTaken.OWN:
        return words("own order, signed in")
    if taken is OrderTaken.TELEPHONE:
        return words("telephone order, read back") if read_back else words("telephone order, not read back")
    return words("in person, read back") if read_back else words("in person, not read back")


def order_line(words: Words, order: Prescription) -> str:
    """ "Prescriber order to desensitize: Dr A, telephone order, read back"."""
    return words(
        "Prescriber order {purpose}: {by}, {taken}",
        purpose=order_purpose(words, order.purpose),
        by=plain(order.by),
        taken=order_taken(words, order.taken, read_back=order.read_back),
    )
