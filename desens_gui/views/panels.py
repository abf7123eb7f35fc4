"""The short forms of the live session: pause, stop, note, early sign, entered in error, bag empty."""

from __future__ import annotations

from desens_gui.course.steps import StepCourse
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.step import PauseReason
from desens_gui.views.live_column import live_column
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import ChoiceView, FieldView, OptionView
from desens_gui.views.parts.panel import PanelView
from desens_gui.views.pump_entry import Problems, field
from desens_gui.views.scene import Scene
from desens_gui.wording.endings import ending_name
from desens_gui.wording.pauses import pause_reason
from desens_gui.wording.words import Words

ASKED_REASONS = tuple(reason for reason in PauseReason if reason is not PauseReason.FOUND_STOPPED)
EARLY_SIGNS = ("throat_clearing", "cough", "restless", "asks_for_water", "flushed", "other")
TRANSFER_FIELDS = ("transfer:where", "transfer:to_whom", "transfer:line_content")


def panel(
    scene: Scene,
    name: str,
    courses: tuple[StepCourse, ...],
    draft: FormDraft,
    problems: Problems,
    problem: str,
) -> PanelView:
    """name: pause, stop_today, note, early_sign, entered_in_error or bag_empty."""
    words = scene.words
    parts = {
        "pause": _pause,
        "stop_today": _stop,
        "note": _note,
        "early_sign": _early_sign,
        "entered_in_error": _in_error,
        "bag_empty": _bag_empty,
    }[name](scene, draft, problems)
    head, lead, text, urgent, options, choices, fields, confirm = parts
    return PanelView(
        live=live_column(scene, courses),
        head=CardHead(title=head),
        lead=lead,
        text=text,
        urgent=urgent,
        options=options,
        choices=choices,
        fields=fields,
        problem=problem,
        confirm=confirm,
        back=ActionView(intent="back", label=words("Back"), key="Esc"),
    )


Parts = tuple[
    str,
    str,
    str,
    bool,
    tuple[ActionView, ...],
    tuple[ChoiceView, ...],
    tuple[FieldView, ...],
    ActionView | None,
]


def _pause(scene: Scene, _draft: FormDraft, _problems: Problems) -> Parts:
    words = scene.words
    options = tuple(
        ActionView(intent=f"pause:{reason.value}", label=pause_reason(words, reason), key=str(number))
        for number, reason in enumerate(ASKED_REASONS, start=1)
    )
    lead = words("STOP THE PUMP. Then tap the reason.")
    text = words("The pump counts as running until you say that it shows stopped.")
    return words("Pause"), lead, text, True, options, (), (), None


def _stop(scene: Scene, draft: FormDraft, problems: Problems) -> Parts:
    words = scene.words
    chosen = draft.choice("ending")
    choice = ChoiceView(
        code="ending",
        name=words("How it ends"),
        options=tuple(
            OptionView(code=each.value, label=ending_name(words, each), chosen=each.value == chosen)
            for each in Ending
            if each is not Ending.COMPLETED
        ),
    )
    fields: tuple[FieldView, ...] = ()
    choices: tuple[ChoiceView, ...] = (choice,)
    if chosen == Ending.TRANSFERRED.value:
        names = (words("Where to"), words("To whom"), words("What the line still holds"))
        fields = tuple(
            field(draft, problems, code, name, kind="text")
            for code, name in zip(TRANSFER_FIELDS, names, strict=True)
        )
        running = draft.choice("transfer:pump")
        options = (("running", words("Pump running")), ("stopped", words("Pump stopped")))
        choices = (
            choice,
            ChoiceView(
                code="transfer:pump",
                name=words("The pump at transfer"),
                options=tuple(
                    OptionView(code=code, label=label, chosen=code == running) for code, label in options
                ),
            ),
        )
    else:
        fields = (field(draft, problems, "stop:words", words("Words, if needed"), kind="text"),)
    confirm = ActionView(
        intent="confirm:stop_today",
        label=words("Stop desensitization today"),
        icon="stop",
        kind="primary",
        blocked_reason="" if chosen else words("Not yet. Choose how it ends."),
    )
    lead = words("STOP THE PUMP") if scene.session.pump_runs else ""
    text = words("Any ending but “Completed” reads: Not desensitized: full dose unsafe.")
    return words("Stop desensitization today"), lead, text, True, (), choices, fields, confirm


def _note(scene: Scene, draft: FormDraft, problems: Problems) -> Parts:
    words = scene.words
    kind = draft.choice("note:kind") or "note"
    choice = ChoiceView(
        code="note:kind",
        name=words("Kind"),
        options=(
            OptionView(code="note", label=words("Note"), chosen=kind == "note"),
            OptionView(code="medication", label=words("Medication given"), chosen=kind == "medication"),
        ),
    )
    time = field(draft, problems, "note:time", words("Time, if earlier"), hint=words("now"), kind="time")
    fields: tuple[FieldView, ...]
    if kind == "note":
        fields = (field(draft, problems, "note:text", words("Note"), kind="text"), time)
    else:
        fields = (
            field(draft, problems, "note:drug", words("Medication"), kind="text"),
            field(draft, problems, "note:dose", words("Dose with its unit"), kind="text"),
            field(draft, problems, "note:route", words("Route"), kind="text"),
            time,
        )
    confirm = ActionView(intent="confirm:note", label=words("Save"), kind="primary")
    text = words("After a medication the readings before it do not unlock going up.")
    return words("Note, medication"), "", text, False, (), (choice,), fields, confirm


def _early_sign(scene: Scene, _draft: FormDraft, _problems: Problems) -> Parts:
    words = scene.words
    options = tuple(
        ActionView(intent=f"early_sign:{code}", label=early_sign_word(words, code), key=str(number))
        for number, code in enumerate(EARLY_SIGNS, start=1)
    )
    text = words("Marks the course. The step goes on. If in doubt: REACTION.")
    return words("Early sign"), "", text, False, options, (), (), None


def early_sign_word(words: Words, code: str) -> str:
    match code:
        case "throat_clearing":
            return words("Throat clearing")
        case "cough":
            return words("Light cough")
        case "restless":
            return words("Restless")
        case "asks_for_water":
            return words("Asks for water")
        case "flushed":
            return words("Warm, flushed")
        case _:
            return words("Other")


def _in_error(scene: Scene, draft: FormDraft, problems: Problems) -> Parts:
    words = scene.words
    fields = (field(draft, problems, "error:reason", words("Why it was no reaction"), kind="text"),)
    confirm = ActionView(intent="confirm:entered_in_error", label=words("Entered in error"), kind="primary")
    text = words("The call stays in the record, struck through, with this reason.")
    return words("Reaction entered in error"), "", text, False, (), (), fields, confirm


def _bag_empty(scene: Scene, draft: FormDraft, problems: Problems) -> Parts:
    words = scene.words
    fields = (
        field(draft, problems, "empty:time", words("Time, if earlier"), hint=words("now"), kind="time"),
        field(draft, problems, "empty:reason", words("Reason, if much too early or late"), kind="text"),
    )
    bag = scene.plan.last_step.bag
    confirm = ActionView(
        intent="confirm:bag_empty", label=words("Bag {bag} is empty", bag=bag), kind="primary"
    )
    text = words("Then flush the line at the same rate: the line still holds drug.")
    return words("Bag empty"), "", text, False, (), (), fields, confirm
