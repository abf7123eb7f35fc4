"""Short form: the session goes on at another workstation (SAFETY S21). And what stands here afterwards."""

from __future__ import annotations

from desens_gui.course.steps import StepCourse
from desens_gui.domain.session import Left
from desens_gui.views.beside import handover
from desens_gui.views.live_column import live_column
from desens_gui.views.panel_parts import PanelParts, confirming
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import FieldView
from desens_gui.views.parts.panel import PanelView
from desens_gui.views.pump_entry import Problems, choice, field
from desens_gui.views.scene import Scene
from desens_gui.wording.parts import goes_on

HOW, TO, FOLDER, CODE = "move:how", "move:to", "move:folder", "move:code"
COPY, CONTINUED = "copy", "continued"


def move_panel(scene: Scene, draft: FormDraft, problems: Problems) -> PanelParts:
    words, how = scene.words, draft.choice(HOW)
    options = (
        (COPY, words("Hand over: a copy to a folder")),
        (CONTINUED, words("It goes on there already")),
    )
    fields: list[FieldView] = []
    if how:
        fields.append(field(draft, problems, TO, words("Workstation or place"), kind="text"))
    if how == COPY:
        hint = words("on a medium or a share that the other workstation reads")
        fields.append(field(draft, problems, FOLDER, words("Folder"), hint=hint, kind="text"))
    if how == CONTINUED:
        name = words("Compare code shown there")
        fields.append(field(draft, problems, CODE, name, hint="312-8A31-77F0", kind="text"))
    return PanelParts(
        title=words("Goes on at another workstation"),
        text=words("Not an ending: the pump goes on as it is. Nothing more is recorded here afterwards."),
        choices=(choice(HOW, words("How"), options, how),),
        fields=tuple(fields),
        confirm=confirming(
            "move",
            words("Close it here"),
            icon="arrow_right",
            blocked="" if how else words("Not yet. Choose how it goes on."),
        ),
    )


def elsewhere(scene: Scene, left: Left, courses: tuple[StepCourse, ...], notice: str) -> PanelView:
    """Nothing can be entered any more; the page can still be saved."""
    words = scene.words
    return PanelView(
        live=live_column(scene, courses),
        head=CardHead(title=goes_on(words, left)),
        lead=words("Nothing is recorded here any more"),
        text=words(
            "This part was closed {time}. The pump goes on as it was. Enter reaction, checks and stop there.",
            time=scene.hh_mm_ss(left.at_ns),
        ),
        urgent=True,
        problem=notice,
        back=handover(words),
    )
