"""Fields and choices of the forms, and those that take what the pump shows."""

from __future__ import annotations

from collections.abc import Iterable

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import ChoiceView, FieldKind, FieldState, FieldView, OptionView
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


def choice(code: str, name: str, options: Iterable[tuple[str, str]], chosen: str) -> ChoiceView:
    """One answer of a few; options are code and label, chosen the code of the answer or ""."""
    return ChoiceView(
        code=code,
        name=name,
        options=tuple(OptionView(code=each, label=label, chosen=each == chosen) for each, label in options),
    )


def rate_field(scene: Scene, draft: FormDraft, problems: Problems, *, hint: str = "") -> FieldView:
    return field(draft, problems, RATE, scene.words("Rate the pump shows"), unit="mL/h", hint=hint)


def stop_time(scene: Scene, draft: FormDraft, problems: Problems) -> FieldView:
    """Empty means now; the time can be set back."""
    words = scene.words
    return field(draft, problems, STOP_TIME, words("Time the pump stopped"), hint=words("now"), kind="time")


def shows_stopped(scene: Scene, *, key: str = "F2", current: bool = True) -> ActionView:
    """The report that the pump stands still; current: it is what comes now."""
    label = scene.words("The pump shows STOPPED")
    return ActionView(intent="pump_stopped", label=label, key=key, kind="primary" if current else "normal")
