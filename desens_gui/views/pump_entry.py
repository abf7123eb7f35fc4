"""Fields that take what the pump shows."""

from __future__ import annotations

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import FieldKind, FieldState, FieldView
from desens_gui.views.scene import Scene

RATE = "pump_rate"
SET_RATE = "set_rate"
STOP_TIME = "stop_time"

Problems = dict[str, str]


def field(
    draft: FormDraft,
    problems: Problems,
    code: str,
    name: str,
    *,
    unit: str = "",
    hint: str = "",
    kind: FieldKind = "number",
) -> FieldView:
    """A field with what was typed into it, in its error state with its sentence when it could not be read."""
    problem = problems.get(code, "")
    text = draft.text(code)
    answered: FieldState = "normal" if text else "waiting"
    return FieldView(
        code=code,
        name=name,
        text=text,
        unit=unit,
        hint=hint,
        state="error" if problem else answered,
        words=problem,
        kind=kind,
    )


def stop_time(scene: Scene, draft: FormDraft, problems: Problems) -> FieldView:
    """Empty means now; the time can be set back."""
    words = scene.words
    return field(draft, problems, STOP_TIME, words("Time the pump stopped"), hint=words("now"), kind="time")


def shows_stopped(scene: Scene, key: str = "F2") -> ActionView:
    words = scene.words
    return ActionView(intent="pump_stopped", label=words("The pump shows STOPPED"), key=key, kind="primary")
