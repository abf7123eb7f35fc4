"""Taking a prescriber's order: who, how, read back."""

from __future__ import annotations

from desens_gui.domain.prescribing import OrderTaken
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import ChoiceView, FieldView
from desens_gui.views.parts.ordered import OrderedRow
from desens_gui.views.pump_entry import Problems, choice, field
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
            problem=refused.get("take_order", "") or problems.get("order:taken", ""),
            fields=(by_field(scene, draft, problems),),
            choice=taken_choice(scene, draft),
        ),
        OrderedRow(
            code="order_read_back",
            number=str(number + 1),
            title=words("Order read back"),
            sub=words("The prescriber hears the order again and confirms it"),
            state="current" if current else "to_come",
            problem=problems.get("order:read_back", ""),
            choice=read_back_choice(scene, draft),
            action=ActionView(intent="take_order", label=words("Order taken")),
        ),
    )


def own_order(scene: Scene, draft: FormDraft) -> bool:
    """Given by the allergist who is signed in: their name is known, and nobody reads it back."""
    return bool(scene.prescriber) and draft.choice("order:taken") == OrderTaken.OWN


def by_field(scene: Scene, draft: FormDraft, problems: Problems) -> FieldView:
    words = scene.words
    hint = scene.prescriber if own_order(scene, draft) else words("name")
    return field(draft, problems, "order:by", words("Prescriber"), hint=hint, kind="text")


def taken_choice(scene: Scene, draft: FormDraft) -> ChoiceView:
    words, code = scene.words, "order:taken"
    options = (
        (OrderTaken.IN_PERSON.value, words("In person")),
        (OrderTaken.TELEPHONE.value, words("Telephone")),
        *([(OrderTaken.OWN.value, words("My own order"))] if scene.prescriber else []),
    )
    return choice(code, words("How the order was given"), options, draft.choice(code))


def read_back_choice(scene: Scene, draft: FormDraft) -> ChoiceView:
    words, code = scene.words, "order:read_back"
    options = (("yes", words("Read back")), ("no", words("Not read back")))
    return choice(code, words("Order read back"), options, draft.choice(code))
