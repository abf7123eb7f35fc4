"""The draft of the set-up as cards are opened to be changed, and saved."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.scene import Scene
from desens_gui.views.setup_patient import patient_known
from desens_gui.views.setup_people import people_known
from desens_gui.views.setup_plan import plan_known
from desens_gui.views.setup_state import CHANGE

PARTS: dict[str, tuple[str, ...]] = {
    "save:people": ("people:",),
    "save:patient": ("patient:",),
    "save:plan": ("plan:", "order:"),
    "save:verify": ("verify:", "second:"),
    "save:qualify": ("qualify:",),
    "save:ready": ("ready:", "premed:"),
    "accept_risks": ("order:", "risks:"),
    "accept_plan": ("order:",),
    "accept_baseline": ("order:",),
    "start_session": (),
}
"""What an accepted intent leaves nothing of, by the beginning of the codes."""


def draft_to_change(scene: Scene, draft: FormDraft, intent: str) -> FormDraft:
    """intent "change:<card>": what is recorded, ready to be changed. The order is taken anew every time."""
    card = intent.removeprefix(CHANGE)
    known = {"people": people_known, "patient": patient_known, "plan": plan_known}
    if card not in known:
        return draft
    recorded = known[card](scene)
    kept = draft_after(draft, f"save:{card}")
    return FormDraft(texts={**kept.texts, **recorded.texts}, chosen={**kept.chosen, **recorded.chosen})


def draft_after(draft: FormDraft, intent: str) -> FormDraft:
    """The draft once this intent was accepted: a second reading and a new order begin empty."""
    parts = PARTS[intent]
    return replace(
        draft,
        texts={code: text for code, text in draft.texts.items() if not code.startswith(parts)},
        chosen={code: option for code, option in draft.chosen.items() if not code.startswith(parts)},
    )
