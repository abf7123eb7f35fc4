"""The rows of the vital signs: typed value, measuring time, last value, baseline and the change from it."""

from __future__ import annotations

from desens_gui.domain.findings import Consciousness, Item, Vitals
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.check import MissingWhy
from desens_gui.domain.standing import values_of
from desens_gui.views.check_draft_state import DraftState
from desens_gui.views.check_items import LINES, ItemField, ItemLine, line_unit, options_of, spoken_name
from desens_gui.views.check_marks import marks_of
from desens_gui.views.parts.check import RowState, VitalRow
from desens_gui.views.parts.check_draft import TIME_OF, CheckDraft
from desens_gui.views.parts.field import FieldState, FieldView
from desens_gui.views.pump_entry import choice
from desens_gui.views.scene import Scene
from desens_gui.wording import moments, numbers
from desens_gui.wording.symptoms import consciousness_name
from desens_gui.wording.vitals import item_name
from desens_gui.wording.words import Words


def vital_rows(scene: Scene, draft: CheckDraft, state: DraftState) -> tuple[VitalRow, ...]:
    marks = marks_of(scene, state.entry.command.vitals, state.purpose)
    return tuple(_row(scene, draft, state, line, marks) for line in LINES)


def _row(
    scene: Scene, draft: CheckDraft, state: DraftState, line: ItemLine, marks: dict[str, str]
) -> VitalRow:
    words, item, typed = scene.words, line.item, state.entry.command.vitals
    marked = [marks[name] for name in (item.value, *(each.series for each in line.fields)) if name in marks]
    row_state, sub = _state(scene, draft, state, line, marked=bool(marked))
    last, base = scene.session.check or scene.session.baseline, scene.session.baseline
    change, icon = _change(typed, base.vitals if base is not None else None, line)
    options = options_of(words, item)
    return VitalRow(
        code=item.value,
        label=item_name(words, item),
        sub=sub,
        state=row_state,
        fields=tuple(
            _field(words, draft, state, each, marks, stale=row_state == "stale") for each in line.fields
        ),
        choice=None
        if line.fields
        else choice(item.value, item_name(words, item), options, draft.choice(item.value)),
        words=_words(words, state, line, marked),
        time=_time(scene, draft, state, item),
        last=value_text(words, last.vitals if last is not None else None, item),
        base=value_text(words, base.vitals if base is not None else None, item),
        change=change,
        change_icon=icon,
    )


def _state(
    scene: Scene, draft: CheckDraft, state: DraftState, line: ItemLine, *, marked: bool
) -> tuple[RowState, str]:
    """How the row looks, and what stands under its label."""
    words, item = scene.words, line.item
    why = next((missing.why for missing in state.missing if missing.item is item), None)
    answered = bool(draft.choice(item.value)) or any(draft.text(each.code).strip() for each in line.fields)
    if answered and why is MissingWhy.TOO_OLD:
        return "stale", words("too old")
    if answered and why is MissingWhy.BEFORE_PUMP_RAN:
        return "stale", words("too early")
    if marked:
        return "out_of_range", line_unit(words, line)
    if why is not None:
        return "to_answer", words("to answer")
    return "normal", _next_temperature(scene) if item is Item.TEMPERATURE else line_unit(words, line)


def _next_temperature(scene: Scene) -> str:
    """Until when the last temperature is good enough; chills or fever ask for it at once."""
    measured = scene.session.temperature_ns
    if measured is None:
        return ""
    due = measured + scene.policy.temperature_valid.whole_ns
    return scene.words("due {time}", time=scene.hh_mm(due)) if scene.until(due) > Duration(0) else ""


def _words(words: Words, state: DraftState, line: ItemLine, marked: list[str]) -> str:
    """What is wrong with the row, else what is to be noted."""
    codes = (*(each.code for each in line.fields), f"{TIME_OF}{line.item.value}")
    problems = [state.problems[code] for code in codes if code in state.problems]
    seen = state.entry.command.vitals.consciousness
    if line.item is Item.CONSCIOUSNESS and seen is not None and seen.level is not Consciousness.ALERT:
        marked = [consciousness_name(words, seen.level)]
    return next(iter((*problems, *marked)), "")


def _field(
    words: Words,
    draft: CheckDraft,
    state: DraftState,
    field: ItemField,
    marks: dict[str, str],
    *,
    stale: bool,
) -> FieldView:
    looks: FieldState = "normal"
    if field.code in state.problems:
        looks = "error"
    elif not draft.text(field.code):
        looks = "waiting"
    elif stale:
        looks = "stale"
    elif field.series in marks:
        looks = "out_of_range"
    return FieldView(
        code=field.code,
        name=spoken_name(words, field.code),
        text=draft.text(field.code),
        unit=field.unit,
        state=looks,
    )


def _time(scene: Scene, draft: CheckDraft, state: DraftState, item: Item) -> FieldView:
    """When it was measured: the moment of typing, unless a person set it back."""
    code, moment = f"{TIME_OF}{item.value}", draft.moment(item.value)
    looks: FieldState = "waiting"
    text = ""
    if moment is not None:
        looks = "normal"
        text = moment.typed or moments.hour_minute_second(moment.utc_us, scene.session.zone_offset_min)
    return FieldView(
        code=code,
        name=scene.words("Measuring time"),
        text=text,
        hint=scene.words("time"),
        state="error" if code in state.problems else looks,
        kind="time",
    )


def value_text(words: Words, vitals: Vitals | None, item: Item) -> str:
    """ "91", "118/70", "Air", "Alert", "36.8"; empty where not measured."""
    if vitals is None:
        return ""
    if item is Item.OXYGEN and vitals.oxygen is not None:
        return words("Oxygen") if vitals.oxygen.given else words("Air")
    if item is Item.CONSCIOUSNESS and vitals.consciousness is not None:
        return consciousness_name(words, vitals.consciousness.level)
    values = values_of(vitals)
    series = [each.series for line in LINES if line.item is item for each in line.fields]
    return "/".join(numbers.number(values[name]) for name in series if name in values)


def _change(vitals: Vitals, base: Vitals | None, line: ItemLine) -> tuple[str, str]:
    """The change from the baseline with its sign, and the arrow of the first value."""
    now, before = values_of(vitals), values_of(base) if base is not None else {}
    names = [each.series for each in line.fields if each.series in now and each.series in before]
    changes = [now[name] - before[name] for name in names]
    if not changes:
        return "", ""
    icon = "" if changes[0] == 0 else ("arrow_up" if changes[0] > 0 else "arrow_down")
    return "/".join(numbers.signed(change) for change in changes), icon
