"""What a PIN or a passphrase must be. The numbers are the site's, from the sign-in policy."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

import msgspec

MOST = 128
"""Characters: more is no passphrase but something pasted."""


class PinFault(StrEnum):
    TOO_FEW_DIGITS = "too_few_digits"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    ONE_DIGIT = "one_digit"
    IN_ORDER = "in_order"


class PinRules(msgspec.Struct, frozen=True):
    """Digits alone are a PIN; anything else is a passphrase and longer."""

    digits_least: int
    passphrase_least: int

    def fault(self, pin: str) -> PinFault | None:
        """What is wrong with it; the PIN itself is in no answer."""
        if len(pin) > MOST:
            return PinFault.TOO_LONG
        if not (pin.isascii() and pin.isdigit()):
            return PinFault.TOO_SHORT if len(pin.strip()) < self.passphrase_least else None
        if len(pin) < self.digits_least:
            return PinFault.TOO_FEW_DIGITS
        if len(set(pin)) == 1:
            return PinFault.ONE_DIGIT
        return PinFault.IN_ORDER if _in_order(pin) else None


def _in_order(digits: str) -> bool:
    """123456, 654321, 890123."""
    steps = {(int(later) - int(earlier)) % 10 for earlier, later in pairwise(digits)}
    return steps in ({1}, {9})
