"""Findings as the record keeps them: what was red, and of which step or bag."""

from __future__ import annotations

from desens_gui.domain.plan.finding_codes import ABOUT_BAGS, FindingAt, FindingCode
from desens_gui.wording.words import Words


def finding_name(words: Words, found: FindingAt) -> str:
    """ "step 5: dose rate rises too far"."""
    name = _name(words, found.code)
    if not found.at:
        return name
    if found.code in ABOUT_BAGS:
        return words("bag {bag}: {finding}", bag=found.at, finding=name)
    return words("step {step}: {finding}", step=found.at, finding=name)


def _name(words: Words, code: FindingCode) -> str:
    names = {
        FindingCode.DOSE_MISMATCH: words("another dose than ordered"),
        FindingCode.LAST_BAG_TOO_MUCH: words("has more in it than may be used"),
        FindingCode.STRENGTH_OVER_LAST: words("not weaker than the bag after it"),
        FindingCode.RISES_TOO_FAR: words("dose rate rises too far"),
        FindingCode.NOT_ASCENDING: words("dose rate falls"),
        FindingCode.DUPLICATE_STEP: words("same as the one before"),
        FindingCode.RISES_AT_VEIN: words("dose rate at the vein rises too far"),
        FindingCode.PUMP_CANNOT_RUN: words("rate the pump cannot run"),
        FindingCode.PUMP_VOLUME_TOO_SMALL: words("volume too small for the pump"),
        FindingCode.ABOVE_LABELLED_RATE: words("above the labelled dose rate"),
    }
    return names[code]
