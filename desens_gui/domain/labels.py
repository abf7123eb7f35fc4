"""Whether what a label says is what it should say."""

from __future__ import annotations

from fractions import Fraction

from desens_gui.domain.quantities import Concentration

LEAST_DIGITS = 3
"""Fewer significant digits than this cannot stand for a longer number."""


def session_code(session_id: str) -> str:
    """What is written on a label for the session: the random end of its id."""
    return session_id.rpartition("-")[2]


def same_session(session_id: str, read: str) -> bool:
    """The whole id or its code, in capitals or not."""
    return read.strip().casefold() in (session_id.casefold(), session_code(session_id).casefold())


def same_strength(planned: Concentration, read: Concentration) -> bool:
    """The strength itself, or correctly rounded to the digits on the label, at least three of them."""
    if read == planned:
        return True
    if not planned.counts_with(read.unit):
        return False
    text = read.text
    decimals = len(text.partition(".")[2])
    digits = len(text.replace(".", "").lstrip("0"))
    rounded = Fraction(round(planned.to(read.unit).value * 10**decimals), 10**decimals)
    return digits >= LEAST_DIGITS and rounded == read.value
