"""Short form: stop desensitization today, with one of the closed list of endings (SAFETY S5)."""

from __future__ import annotations

from desens_gui.domain.events.ending import Ending
from desens_gui.views.panel_parts import PanelParts, confirming
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import ChoiceView, FieldView
from desens_gui.views.pump_entry import Problems, choice, field
from desens_gui.views.scene import Scene
from desens_gui.wording.endings import ending_name, not_desensitized

TRANSFER_FIELDS = ("transfer:where", "transfer:to_whom", "transfer:line_content")


def stop_panel(scene: Scene, draft: FormDraft, problems: Problems) -> PanelParts:
    words, chosen = scene.words, draft.choice("ending")
    names = [(each.value, ending_name(words, each)) for each in Ending if each is not Ending.COMPLETED]
    transferred = chosen == Ending.TRANSFERRED.value
    words_field = field(draft, problems, "stop:words", words("In your words, if needed"), kind="text")
    return PanelParts(
        title=words("Stop desensitization today"),
        lead=words("STOP THE PUMP") if scene.session.pump_runs and not transferred else "",
        text=words("Any ending but “Completed” reads: {line}.", line=not_desensitized(words)),
        urgent=True,
        options=(
            ActionView(
                intent="move",
                label=words("Goes on at another workstation"),
                sub=words("Not an ending: the pump goes on"),
                icon="arrow_right",
            ),
        ),
        choices=(
            choice("ending", words("How it ends"), names, chosen),
            *((_pump_at_transfer(scene, draft),) if transferred else ()),
        ),
        fields=_transfer_fields(scene, draft, problems) if transferred else (words_field,),
        confirm=confirming(
            "stop_today", words("Stop desensitization today"), icon="stop", blocked=_blocked(scene, draft)
        ),
    )


def _blocked(scene: Scene, draft: FormDraft) -> str:
    words, chosen = scene.words, draft.choice("ending")
    if not chosen:
        return words("Not yet. Choose how it ends.")
    if chosen == Ending.TRANSFERRED.value and not draft.choice("transfer:pump"):
        return words("Not yet. Say whether the pump runs at the transfer.")
    return ""


def _pump_at_transfer(scene: Scene, draft: FormDraft) -> ChoiceView:
    words, code = scene.words, "transfer:pump"
    options = (("running", words("Pump running")), ("stopped", words("Pump stopped")))
    return choice(code, words("The pump at transfer"), options, draft.choice(code))


def _transfer_fields(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FieldView, ...]:
    words = scene.words
    names = (words("Where to"), words("To whom"), words("What the line still holds"))
    return tuple(
        field(draft, problems, code, name, kind="text")
        for code, name in zip(TRANSFER_FIELDS, names, strict=True)
    )
