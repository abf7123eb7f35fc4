"""Signing for what another did, and for the whole."""

from __future__ import annotations

from desens_gui.domain.events.people import Meaning
from desens_gui.domain.fact import Order
from desens_gui.domain.quantities import Rate


class CoSign(Order, frozen=True, tag="co_sign"):
    """of: the number of the fact that waits for it."""

    of: int


class SignSession(Order, frozen=True, tag="sign_session"):
    meaning: Meaning


class NameUnidentified(Order, frozen=True, tag="name_unidentified"):
    """These entries were made by the person who says so; nobody answers for another."""

    entries: tuple[int, ...]


class CoverChair(Order, frozen=True, tag="cover_chair"):
    """Whoever says so relieves this person, and has read the rate on the running pump."""

    relieves: str
    rate_ml_h: Rate
