"""The fields and choices of the set-up cards: what was typed so far, and what is still empty."""

from __future__ import annotations

from collections.abc import Iterable

from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import ChoiceView, FieldKind, OptionView
from desens_gui.views.parts.setup import AnswerView
from desens_gui.views.pump_entry import Problems, field

Option = tuple[str, str]


def text_answer(
    draft: FormDraft,
    problems: Problems,
    code: str,
    name: str,
    *,
    hint: str = "",
    unit: str = "",
    kind: FieldKind = "text",
    wide: bool = False,
) -> AnswerView:
    own = field(draft, problems, code, name, unit=unit, hint=hint, kind=kind)
    return AnswerView(field=own, wide=wide, problem=own.words)


def choice_answer(
    draft: FormDraft,
    problems: Problems,
    code: str,
    name: str,
    options: Iterable[Option],
    *,
    wide: bool = True,
) -> AnswerView:
    chosen = draft.choice(code)
    view = ChoiceView(
        code=code,
        name=name,
        options=tuple(OptionView(code=each, label=label, chosen=each == chosen) for each, label in options),
    )
    return AnswerView(choice=view, wide=wide, problem=problems.get(code, ""))


def unanswered(draft: FormDraft, needed: Iterable[tuple[str, str]]) -> list[str]:
    """Names of the fields and choices, each with its code, that hold nothing yet."""
    return [name for code, name in needed if not draft.text(code).strip() and not draft.choice(code)]
