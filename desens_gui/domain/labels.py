"""Whether a strength read from a label is that of the plan."""

from __future__ import annotations

from fractions import Fraction

from desens_gui.domain.quantities import Concentration

LEAST_DIGITS = 3
"""Fewer significant digits than this cannot stand for a longer number."""


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
