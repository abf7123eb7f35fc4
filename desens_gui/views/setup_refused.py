"""Which field of the set-up a refusal is about."""

from __future__ import annotations

from collections.abc import Iterable

from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import OrderNotReadBack, TextMissing, TextTooLong
from desens_gui.domain.refusals.qualify import DayImpossible, HistoryImpossible, WeightChanged
from desens_gui.domain.refusals.setup import (
    BirthDateImpossible,
    IdentifierTooShort,
    PlanImpossible,
    PlanReadingDiffers,
    WeightImpossible,
)
from desens_gui.views.scene import Scene
from desens_gui.wording.names import field_name
from desens_gui.wording.refusals import refusal

CARD = ""
"""The code of a sentence about the whole card."""

_FIELDS = {
    "staff id": "people:id",
    "staff name": "people:name",
    "reason": "people:reason",
    "family name": "patient:family_name",
    "given name": "patient:given_name",
    "identifier": "patient:identifier",
    "prescriber": "order:by",
    "evidence": "qualify:evidence",
    "decided by": "qualify:decided_by",
    "alternatives": "qualify:alternatives",
    "benefit": "qualify:benefit",
}

_HISTORY = {
    "fev1_percent": "qualify:fev1",
    "tryptase": "qualify:tryptase",
    "weight": "qualify:last_weight",
}


def setup_refused(scene: Scene, reasons: Iterable[AnyRefusal]) -> dict[str, str]:
    """A sentence by field code; what is about no field of the cards stands together under CARD."""
    words, found = scene.words, dict[str, str]()
    for reason in reasons:
        if isinstance(reason, PlanReadingDiffers):
            for field in reason.fields:
                found[f"verify:{field}"] = words(
                    "{field}: not the same as the plan; read it again.", field=field_name(words, field)
                )
            continue
        code = _code(reason)
        text = refusal(words, reason, scene.session.zone_offset_min)
        found[code] = f"{found[code]} {text}" if code in found else text
    return found


def _code(reason: AnyRefusal) -> str:
    match reason:
        case TextMissing(field=field) | TextTooLong(field=field):
            return _FIELDS.get(field, CARD)
        case BirthDateImpossible():
            return "patient:born"
        case IdentifierTooShort():
            return "patient:identifier"
        case WeightImpossible():
            return "patient:weight"
        case WeightChanged():
            return "qualify:last_weight"
        case HistoryImpossible(field=field):
            return _HISTORY.get(field, CARD)
        case DayImpossible(field=field):
            return "qualify:skin_test_on" if field == "skin test" else "qualify:challenge_on"
        case PlanImpossible():
            return "plan:dose"
        case OrderNotReadBack():
            return "order:read_back"
        case _:
            return CARD
