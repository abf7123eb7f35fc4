"""Short form of the set-up: go on here with a session of another workstation (SAFETY S21).

First the file is looked at and says whose it is; only then it can be taken over.
"""

from __future__ import annotations

from desens_gui.views.panel_parts import PanelParts, confirming
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.pump_entry import Problems, choice, field
from desens_gui.views.scene import Scene

FILE, BY, OTHER = "take:file", "take:by", "take:other"
IS_OFF = "off"
SAID, SAID_OF = "take:said", "take:said_of"
"""What was found in the file, and of which file that is said. Not typed by anybody."""


def found(draft: FormDraft) -> str:
    """What was found in the file that is named now; "" while it was not looked at."""
    file = draft.text(FILE).strip()
    return draft.text(SAID) if file and file == draft.text(SAID_OF) else ""


def take_over_panel(scene: Scene, draft: FormDraft, problems: Problems) -> PanelParts:
    words, said = scene.words, found(draft)
    intro = words("The copy or file of a session that was recorded elsewhere. It goes on here as a new part.")
    fields = [field(draft, problems, FILE, words("File"), hint=words("where it lies"), kind="text")]
    options = (
        ("closed", words("Handed it over, or its program is closed")),
        (IS_OFF, words("Is switched off or broken")),
    )
    if said:
        fields.append(field(draft, problems, BY, words("Who takes it over"), hint=words("name"), kind="text"))
    return PanelParts(
        title=words("Take over here"),
        lead=said,
        text=intro if not said else words("Is this your patient? The pump is asked for next."),
        options=(
            ActionView(intent="take_over:choose", label=words("Choose the file"), icon="folder", key="1"),
        ),
        choices=(choice(OTHER, words("The other workstation"), options, draft.choice(OTHER)),)
        if said
        else (),
        fields=tuple(fields),
        confirm=confirming(
            "take_over",
            words("Take over here") if said else words("Look into the file"),
            icon="arrow_right" if said else "search",
            blocked=_blocked(scene, draft, said),
        ),
    )


def _blocked(scene: Scene, draft: FormDraft, said: str) -> str:
    words = scene.words
    if not draft.text(FILE).strip():
        return words("Not yet. Choose the file.")
    if said and not draft.choice(OTHER):
        return words("Not yet. Say what became of the other workstation.")
    return ""
