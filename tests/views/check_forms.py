"""Check forms as tests fill them in: all well unless a text says otherwise."""

from __future__ import annotations

from desens_gui.views.check_draft_state import DraftState, draft_state
from desens_gui.views.check_form import check_form
from desens_gui.views.parts.check import CheckView, SystemRow, VitalRow
from desens_gui.views.parts.check_draft import CheckDraft, asked_all, chose, typed
from tests.driving import Chair
from tests.views.at_chair import SYMPTOMS, courses_of, scene_of

WELL = {
    "heart_rate": "78",
    "systolic": "124",
    "diastolic": "76",
    "resp_rate": "14",
    "spo2": "98",
    "temperature": "36.6",
}


def filled(chair: Chair, **texts: str) -> CheckDraft:
    """Typed now; an empty text leaves a field out."""
    draft, now = CheckDraft(), chair.now.us
    for field, text in {**WELL, **texts}.items():
        if text:
            draft = typed(draft, field, text, now)
    draft = chose(chose(draft, "oxygen", "air", now), "consciousness", "A", now)
    return asked_all(draft, now)


def view(chair: Chair, draft: CheckDraft | None = None) -> CheckView:
    scene, draft = scene_of(chair), draft or CheckDraft()
    return check_form(scene, courses_of(chair), SYMPTOMS, draft, draft_state(scene, draft))


def rows(chair: Chair, draft: CheckDraft | None = None) -> dict[str, VitalRow]:
    return {row.code: row for row in view(chair, draft).vitals.rows}


def systems(chair: Chair, draft: CheckDraft | None = None) -> dict[str, SystemRow]:
    return {row.code: row for row in view(chair, draft).symptoms.rows}


def state(chair: Chair, draft: CheckDraft) -> DraftState:
    return draft_state(scene_of(chair), draft)
