"""Taking a prescriber's order on the way: who, how, read back."""

from __future__ import annotations

from desens_gui.domain.prescribing import OrderTaken
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import ChoiceView, FieldView, OptionView
from desens_gui.views.parts.ordered import OrderedRow
from desens_gui.views.pump_entry import Problems, field
from desens_gui.views.scene import Scene


def order_rows(
    scene: Scene,
    draft: FormDraft,
    problems: Problems,
    refused: dict[str, str],
    *,
    number: int,
    current: bool,
) -> tuple[OrderedRow, ...]:
    words = scene.words
    return (
        OrderedRow(
            code="order",
            number=str(number),
            title=words("Prescriber order"),
            sub=words("Needed after so long a pause"),
            state="current" if current else "to_come",
            problem=refused.get("order", ""),
            fields=(by_field(scene, draft, problems),),
            choice=taken_choice(scene, draft),
        ),
        OrderedRow(
            code="order_read_back",
            title=words("Order read back"),
            state="current" if current else "to_come",
            choice=read_back_choice(scene, draft),
        ),
    )


def by_field(scene: Scene, draft: FormDraft, problems: Problems) -> FieldView:
    words = scene.words
    return field(draft, problems, "order:by", words("Prescriber"), hint=words("name"), kind="text")


def taken_choice(scene: Scene, draft: FormDraft) -> ChoiceView:
    words, chosen = scene.words, draft.choice("order:taken")
    options = (
        (OrderTaken.IN_PERSON.value, words("In person")),
        (OrderTaken.TELEPHONE.value, words("Telephone")),
    )
    return ChoiceView(
        code="order:taken",
        name=words("How the order was given"),
        options=tuple(OptionView(code=code, label=label, chosen=code == chosen) for code, label in options),
    )


def read_back_choice(scene: Scene, draft: FormDraft) -> ChoiceView:
    words, chosen = scene.words, draft.choice("order:read_back")
    options = (("yes", words("Read back")), ("no", words("Not read back")))
    return ChoiceView(
        code="order:read_back",
        name=words("Order read back"),
        options=tuple(OptionView(code=code, label=label, chosen=code == chosen) for code, label in options),
    )
