"""Short forms with fields: a note or a medication, a reaction entered in error, the empty bag."""

from __future__ import annotations

from desens_gui.views.panel_parts import PanelParts, confirming
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import FieldView
from desens_gui.views.pump_entry import Problems, choice, field
from desens_gui.views.scene import Scene


def note_panel(scene: Scene, draft: FormDraft, problems: Problems) -> PanelParts:
    words = scene.words
    kind = draft.choice("note:kind") or "note"
    options = (("note", words("Note")), ("medication", words("Medication given")))
    if kind == "medication":
        fields: tuple[FieldView, ...] = (
            field(draft, problems, "note:drug", words("Medication"), kind="text"),
            field(draft, problems, "note:dose", words("Dose with its unit"), kind="text"),
            field(draft, problems, "note:route", words("Route"), kind="text"),
        )
        text = words("Readings from before a medication do not unlock going up.")
    else:
        fields = (field(draft, problems, "note:text", words("Note"), kind="text"),)
        text = words("A note is written down; it changes nothing in the session.")
    return PanelParts(
        title=words("Note, medication"),
        text=text,
        choices=(choice("note:kind", words("Kind"), options, kind),),
        fields=(*fields, _earlier(scene, draft, problems, "note:time")),
        confirm=confirming("note", words("Save")),
    )


def in_error_panel(scene: Scene, draft: FormDraft, problems: Problems) -> PanelParts:
    words = scene.words
    return PanelParts(
        title=words("Reaction entered in error"),
        text=words("The call stays in the record, struck through, with this reason."),
        fields=(field(draft, problems, "error:reason", words("Why it was no reaction"), kind="text"),),
        confirm=confirming("entered_in_error", words("Entered in error"), icon="undo"),
    )


def bag_empty_panel(scene: Scene, draft: FormDraft, problems: Problems) -> PanelParts:
    words = scene.words
    late = words("Reason, if much too early or late")
    return PanelParts(
        title=words("Bag empty"),
        text=words("Then flush the line at the same rate: the line still holds drug."),
        fields=(
            _earlier(scene, draft, problems, "empty:time"),
            field(draft, problems, "empty:reason", late, kind="text"),
        ),
        confirm=confirming("bag_empty", words("Bag {bag} is empty", bag=scene.plan.last_step.bag)),
    )


def _earlier(scene: Scene, draft: FormDraft, problems: Problems, code: str) -> FieldView:
    words = scene.words
    return field(draft, problems, code, words("Time, if earlier"), hint=words("now"), kind="time")
