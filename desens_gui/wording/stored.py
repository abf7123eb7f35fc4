"""A number that stands as plain decimal text in a record or a refusal, for the eye."""

from __future__ import annotations

from fractions import Fraction

from desens_gui.wording.numbers import number


def stored_number(text: str) -> str:
    """ "1000.50" reads "1,000.5"; ValueError for what is no number."""
    return number(Fraction(text))
