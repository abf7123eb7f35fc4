"""Why something was refused, in one clear sentence with its numbers; and short, for a blocked button."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from desens_gui.domain.refusals.every import (
    AnyRefusal,
    CheckRefusal,
    EndingRefusal,
    GeneralRefusal,
    PartRefusal,
    PeopleRefusal,
    PumpRefusal,
    QualifyRefusal,
    SetupRefusal,
    StepRefusal,
)
from desens_gui.wording.missing import short_form
from desens_gui.wording.parts import part_refusal
from desens_gui.wording.refusals_check import check_refusal
from desens_gui.wording.refusals_general import general_refusal
from desens_gui.wording.refusals_people import people_refusal
from desens_gui.wording.refusals_pump import pump_refusal
from desens_gui.wording.refusals_qualify import qualify_refusal
from desens_gui.wording.refusals_setup import setup_refusal
from desens_gui.wording.refusals_step import ending_refusal, step_refusal
from desens_gui.wording.sentences import lowered, raised
from desens_gui.wording.words import Words


def refusal(words: Words, reason: AnyRefusal, zone_offset_min: int | None = None) -> str:
    """One sentence. Times of day stand in the session's display zone; without it they are marked UTC."""
    if isinstance(reason, GeneralRefusal):
        return general_refusal(words, reason, zone_offset_min)
    if isinstance(reason, SetupRefusal):
        return setup_refusal(words, reason)
    if isinstance(reason, QualifyRefusal):
        return qualify_refusal(words, reason)
    if isinstance(reason, PumpRefusal):
        return pump_refusal(words, reason, zone_offset_min)
    if isinstance(reason, CheckRefusal):
        return check_refusal(words, reason)
    if isinstance(reason, StepRefusal):
        return step_refusal(words, reason)
    if isinstance(reason, EndingRefusal):
        return ending_refusal(words, reason)
    if isinstance(reason, PartRefusal):
        return part_refusal(words, reason)
    if isinstance(reason, PeopleRefusal):
        return people_refusal(words, reason)
    assert_never(reason)


def refusals(words: Words, reasons: Iterable[AnyRefusal], zone_offset_min: int | None = None) -> str:
    """All reasons, the most urgent first, a sentence each."""
    return " ".join(refusal(words, reason, zone_offset_min) for reason in reasons)


def not_yet(words: Words, reasons: Iterable[AnyRefusal]) -> str:
    """ "Not yet. Oxygen, consciousness; stomach/bowel.": every missing item, short; empty when nothing is."""
    pieces = [_piece(words, reason) for reason in reasons]
    if not pieces:
        return ""
    return words("Not yet. {missing}.", missing=raised("; ".join(pieces)))


def _piece(words: Words, reason: AnyRefusal) -> str:
    return short_form(words, reason) or lowered(words, refusal(words, reason).removesuffix("."))
