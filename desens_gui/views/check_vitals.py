"""The rows of the vital signs: typed value, measuring time, last value, baseline and the change from it."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from desens_gui.domain.ages import age_in_years
from desens_gui.domain.findings import Consciousness, Item, Vitals
from desens_gui.domain.policy import Direction
from desens_gui.domain.refusals.check import MissingWhy
from desens_gui.domain.standing import values_of
from desens_gui.views.check_draft_state import DraftState
from desens_gui.views.parts.check import RowState, VitalRow
from desens_gui.views.parts.check_draft import TIME_OF, CheckDraft
from desens_gui.views.parts.field import ChoiceView, FieldState, FieldView, OptionView
from desens_gui.views.scene import Scene
from desens_gui.wording import moments, numbers
from desens_gui.wording.symptoms import consciousness_name
from desens_gui.wording.words import Words


class _Line(msgspec.Struct, frozen=True):
    """One row: its item, label, unit under the label, and its fields as (code, policy item, unit inside)."""

    item: Item
    label: str
    sub: str
    fields: tuple[tuple[str, str, str], ...] = ()


def _lines(words: Words) -> tuple[_Line, ...]:
    return (
        _Line(
            Item.HEART_RATE, words("Heart rate"), words("per min"), (("heart_rate", "heart_rate", "/min"),)
        ),
        _Line(
            Item.BLOOD_PRESSURE,
            words("Blood press."),
            "mmHg",
            (("systolic", "sbp", ""), ("diastolic", "dbp", "")),
        ),
        _Line(
            Item.RESPIRATIONS, words("Respirations"), words("per min"), (("resp_rate", "resp_rate", "/min"),)
        ),
        _Line(Item.SPO2, words("SpO2"), "%", (("spo2", "spo2", "%"),)),
        _Line(Item.OXYGEN, words("Oxygen"), ""),
        _Line(Item.CONSCIOUSNESS, words("Consciousness"), ""),
        _Line(Item.TEMPERATURE, words("Temp"), "°C", (("temperature", "temp", "°C"),)),
    )


def vital_rows(scene: Scene, draft: CheckDraft, state: DraftState) -> tuple[VitalRow, ...]:
    return tuple(_row(scene, draft, state, line) for line in _lines(scene.words))


def _row(scene: Scene, draft: CheckDraft, state: DraftState, line: _Line) -> VitalRow:
    session = scene.session
    missing = {item.item: item.why for item in state.missing}
    why = missing.get(line.item)
    marks = marks_of(scene, state.entry.command.vitals)
    marked = [marks[name] for _, name, _ in line.fields if name in marks]
    typed = bool(line.fields) and any(draft.text(code).strip() for code, _, _ in line.fields)
    typed = typed or bool(draft.choice(line.item.value))
    row_state: RowState = "normal"
    sub = line.sub
    if marked:
        row_state = "out_of_range"
    elif why is not None and typed and why is not MissingWhy.NOT_MEASURED:
        row_state = "stale"
    elif why is not None:
        row_state, sub = "to_answer", scene.words("to answer")
    last, base = session.check or session.baseline, session.baseline
    change, icon = _change(state.entry.command.vitals, base.vitals if base else None, line)
    return VitalRow(
        code=line.item.value,
        label=line.label,
        sub=sub,
        state=row_state,
        fields=tuple(
            _field(scene, draft, state, marks, field, stale=row_state == "stale") for field in line.fields
        ),
        choice=_choice(scene.words, draft, line.item),
        words=_words(scene.words, state, line, marked),
        time=_time(scene, draft, state, line.item),
        last=value_text(scene.words, last.vitals if last else None, line.item),
        base=value_text(scene.words, base.vitals if base else None, line.item),
        change=change,
        change_icon=icon,
    )


def _words(words: Words, state: DraftState, line: _Line, marked: list[str]) -> str:
    seen = state.entry.command.vitals.consciousness
    if line.item is Item.CONSCIOUSNESS and seen is not None and seen.level is not Consciousness.ALERT:
        marked = [consciousness_name(words, seen.level)]
    problems = [state.entry.problems[code] for code, _, _ in line.fields if code in state.entry.problems]
    time = state.entry.problems.get(f"{TIME_OF}{line.item.value}")
    return (problems or ([time] if time else []) or marked or [""])[0]


def _field(
    scene: Scene,
    draft: CheckDraft,
    state: DraftState,
    marks: dict[str, str],
    field: tuple[str, str, str],
    *,
    stale: bool,
) -> FieldView:
    code, name, unit = field
    looks: FieldState = "normal"
    if code in state.entry.problems:
        looks = "error"
    elif name in marks:
        looks = "out_of_range"
    elif stale:
        looks = "stale"
    elif not draft.text(code):
        looks = "waiting"
    return FieldView(
        code=code, name=field_name(scene.words, code), text=draft.text(code), unit=unit, state=looks
    )


def field_name(words: Words, code: str) -> str:
    """What assistive technology reads for a field."""
    names = {
        "heart_rate": words("Heart rate, per minute"),
        "systolic": words("Systolic blood pressure, mmHg"),
        "diastolic": words("Diastolic blood pressure, mmHg"),
        "resp_rate": words("Respirations, per minute"),
        "spo2": words("SpO2, percent"),
        "temperature": words("Temperature, degrees Celsius"),
    }
    return names[code]


def _choice(words: Words, draft: CheckDraft, item: Item) -> ChoiceView | None:
    if item is Item.OXYGEN:
        options: tuple[tuple[str, str], ...] = (("air", words("Air")), ("oxygen", words("Oxygen")))
        name = words("Oxygen")
    elif item is Item.CONSCIOUSNESS:
        options = tuple((level.value, level_short(words, level)) for level in Consciousness)
        name = words("Consciousness")
    else:
        return None
    chosen = draft.choice(item.value)
    return ChoiceView(
        code=item.value,
        name=name,
        options=tuple(OptionView(code=code, label=label, chosen=code == chosen) for code, label in options),
    )


def level_short(words: Words, level: Consciousness) -> str:
    """As short as five answers side by side need; the word of the chosen one stands below."""
    return words.within("consciousness", "Alert") if level is Consciousness.ALERT else level.value


def _time(scene: Scene, draft: CheckDraft, state: DraftState, item: Item) -> FieldView:
    code = f"{TIME_OF}{item.value}"
    moment = draft.moment(item.value)
    text = ""
    if moment is not None:
        text = moment.typed or moments.hour_minute_second(moment.utc_us, scene.session.zone_offset_min)
    return FieldView(
        code=code,
        name=scene.words("Measuring time"),
        text=text,
        hint=scene.words("time"),
        state="error" if code in state.entry.problems else ("normal" if moment else "waiting"),
        kind="time",
    )


def value_text(words: Words, vitals: Vitals | None, item: Item) -> str:
    """ "91", "118/70", "Air", "Alert", "36.8"; empty where not measured."""
    if vitals is None:
        return ""
    values = values_of(vitals)
    match item:
        case Item.BLOOD_PRESSURE:
            parts = [numbers.number(values[name]) for name in ("sbp", "dbp") if name in values]
            return "/".join(parts)
        case Item.OXYGEN:
            return "" if vitals.oxygen is None else (words("Oxygen") if vitals.oxygen.given else words("Air"))
        case Item.CONSCIOUSNESS:
            seen = vitals.consciousness
            return "" if seen is None else consciousness_name(words, seen.level)
        case Item.TEMPERATURE:
            return numbers.number(values["temp"]) if "temp" in values else ""
        case _:
            return numbers.number(values[item.value]) if item.value in values else ""


def _change(vitals: Vitals, base: Vitals | None, line: _Line) -> tuple[str, str]:
    """The change from the baseline with its sign, and the arrow of the first value."""
    now, before = values_of(vitals), values_of(base) if base is not None else {}
    changes = [now[name] - before[name] for _, name, _ in line.fields if name in now and name in before]
    if not changes:
        return "", ""
    first = changes[0]
    icon = "" if first == 0 else ("arrow_up" if first > 0 else "arrow_down")
    return "/".join(numbers.signed(change) for change in changes), icon


def marks_of(scene: Scene, vitals: Vitals) -> dict[str, str]:
    """Values beyond a stop limit or a monitor rule, by policy item, in words."""
    session, policy, words = scene.session, scene.policy, scene.words
    values = values_of(vitals)
    base = values_of(session.baseline.vitals) if session.baseline is not None else {}
    marks: dict[str, str] = {}
    for rule in policy.monitor_rules:
        now, before = values.get(rule.item), base.get(rule.item)
        if now is not None and before is not None and rule.is_met_by(now, before):
            marks[rule.item] = _rule_words(words, rule.direction, now - before)
    adult = session.patient is None or (
        age_in_years(session.patient.born, scene.stamp) >= policy.adult_limits_from_years.value
    )
    for limit in policy.stop_limits if adult else ():
        value = values.get(limit.item)
        if value is not None and limit.is_broken_by(value):
            marks[limit.item] = words("do not go up: limit {limit}", limit=numbers.number(limit.value))
    return marks


def _rule_words(words: Words, direction: Direction, change: Fraction) -> str:
    if direction is Direction.RISE:
        return words("{change} from baseline: high", change=numbers.signed(change))
    return words("{change} from baseline: low", change=numbers.signed(change))
