"""The check form half filled in, as in the mockup; with errors, findings and old values on demand."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.check import (
    CheckView,
    RowState,
    SymptomsView,
    SystemRow,
    VitalHeads,
    VitalRow,
    VitalsView,
)
from desens_gui.views.parts.check_draft import SYSTEM_CODES, TIME_OF, CheckDraft
from desens_gui.views.parts.field import ChipView, ChoiceView, FieldState, FieldView, OptionView
from tests.ui.samples import REACTION, STOP_TODAY
from tests.ui.samples_live import LIVE, NOTE, frame

SIGNS: dict[str, tuple[str, ...]] = {
    "skin": (
        "Itchy palms, soles",
        "Flush, warmth",
        "Hives",
        "Itch of the scalp",
        "Swelling of lip or tongue",
    ),
    "throat_nose": (
        "Tight throat",
        "Itchy throat",
        "Sneezing",
        "Watery eyes",
        "Metallic taste",
        "Hoarse voice",
    ),
    "chest": ("Wheeze", "Breathless", "Cough", "Chest pain", "Chest tightness"),
    "circulation": ("Dizzy, faint", "Palpitations", "Pallor", "Sweating"),
    "stomach_bowel": (
        "Nausea",
        "Vomiting",
        "Cramps",
        "Diarrhea",
        "Urge to go",
        "Incontinence",
        "Uterine cramps",
    ),
    "nervous_system": ("Headache", "Confusion", "Doom", "Tingling"),
    "general": ("Chills", "Fever", "Back, chest pain", "Rigors", "Warmth"),
}
NAMES = (
    "Skin",
    "Throat, nose",
    "Chest",
    "Circulation",
    "Stomach/ bowel",
    "Nervous system",
    "General",
)
MORE = ActionView(intent="more", label="More")
GO_UP = ActionView(
    intent="go_up",
    label="Go up to step 10: set pump to 20 mL/h",
    blocked_reason="Not yet. Answer oxygen, consciousness; stomach/bowel, nervous system, general.",
    key="F2",
    kind="primary",
)
FRAME = frame(
    AlarmStripView(
        level="low",
        title="CHECK LATE 03:38",
        text="Due 10:46:24. The pump stays at 10 mL/h until you go up.",
        pause_audio=ActionView(intent="pause_audio", label="Pause audio 2 min", icon="bell", key="F9"),
    ),
    ActionBarView(
        reaction=REACTION,
        secondary=(
            ActionView(intent="stay", label="Stay on step 9, repeat in 5 min", icon="clock", key="F6"),
            ActionView(intent="pause", label="Pause: you stop the pump", icon="pause", key="F8"),
            NOTE,
            STOP_TODAY,
        ),
        primary=GO_UP,
    ),
)


def time_field(item: str, text: str = "") -> FieldView:
    state: FieldState = "normal" if text else "waiting"
    return FieldView(
        code=TIME_OF + item, name="Measured at", text=text, hint="time", state=state, kind="time"
    )


def number_row(
    code: str, label: str, unit: str, text: str, *, time: str = "", state: RowState = "normal"
) -> VitalRow:
    field = FieldView(
        code=code,
        name=label,
        text=text,
        unit=f"/{unit}" if unit == "min" else unit,
        state="waiting" if not text else "normal" if state == "to_answer" else state,
    )
    sub = f"per {unit}" if unit == "min" else unit
    return VitalRow(
        code=code,
        label=label,
        sub="to enter" if state == "to_answer" else "too old" if state == "stale" else sub,
        state=state,
        fields=(field,),
        time=time_field(code, time),
    )


def pressure_row(systolic: str, diastolic: str, time: str) -> VitalRow:
    return VitalRow(
        code="blood_pressure",
        label="Blood pressure",
        sub="mmHg",
        fields=(
            FieldView(code="systolic", name="Systolic", text=systolic),
            FieldView(code="diastolic", name="Diastolic", text=diastolic),
        ),
        time=time_field("blood_pressure", time),
        last="118/70",
        base="128/76",
        change="−16/−10",
    )


def choice_row(code: str, label: str, options: tuple[tuple[str, str], ...], chosen: str = "") -> VitalRow:
    return VitalRow(
        code=code,
        label=label,
        sub="" if chosen else "to answer",
        state="normal" if chosen else "to_answer",
        choice=ChoiceView(
            code=code,
            name=label,
            options=tuple(OptionView(code=c, label=text, chosen=c == chosen) for c, text in options),
        ),
        time=time_field(code, "10:49:59" if chosen else ""),
        last=options[0][1],
        base=options[0][1],
        change="" if chosen else "not yet",
    )


OXYGEN = (("air", "Air"), ("oxygen", "Oxygen"))
ACVPU = (("A", "Alert"), ("C", "C"), ("V", "V"), ("P", "P"), ("U", "U"))


def vitals(
    *, heart_rate: str = "104", spo2_state: RowState = "out_of_range", words: str = "", chosen: bool = False
) -> VitalsView:
    watch = words or "Watch: 20 or more above baseline"
    temperature = number_row("temperature", "Temperature", "°C", "")
    due = replace(temperature.fields[0], hint="due 11:36, or chills")
    return VitalsView(
        head=CardHead(
            title="Vitals before step 10", note="4 of 6 · good for 5 min from measuring", number="1"
        ),
        heads=VitalHeads(now="Now", measured="Measured", last="10:36", base="Base", change="Change"),
        rows=(
            replace(
                number_row(
                    "heart_rate", "Heart rate", "min", heart_rate, time="10:49:10", state="out_of_range"
                ),
                last="91",
                base="82",
                change="+22",
                change_icon="arrow_up",
                words=watch,
            ),
            pressure_row("112", "66", "10:48:55"),
            replace(
                number_row("resp_rate", "Respirations", "min", "20", time="10:49:30"),
                last="18",
                base="14",
                change="+6",
            ),
            replace(
                number_row("spo2", "SpO2", "%", "95", time="10:43:10", state=spo2_state),
                last="97",
                base="98",
                change="−3",
                change_icon="arrow_down",
                words="Measured 6 min 52 s ago: measure again" if spo2_state == "stale" else "",
            ),
            choice_row("oxygen", "Oxygen", OXYGEN, "air" if chosen else ""),
            choice_row("consciousness", "Consciousness", ACVPU, "A" if chosen else ""),
            replace(temperature, sub="hourly", fields=(due,), last="36.8", base="36.6", change="10:36"),
        ),
    )


MEASURED = "10:50:02"


def vitals_of(draft: CheckDraft) -> VitalsView:
    """What the draft says and nothing else; no limits, no earlier values."""

    def field(code: str, name: str) -> FieldView:
        text = draft.text(code)
        return FieldView(code=code, name=name, text=text, state="normal" if text else "waiting")

    def time(item: str) -> FieldView:
        moment = draft.moment(item)
        return time_field(item, (moment.typed or MEASURED) if moment else "")

    def number(code: str, name: str) -> VitalRow:
        return VitalRow(code=code, label=name, fields=(field(code, name),), time=time(code))

    rows = (
        number("heart_rate", "Heart rate"),
        VitalRow(
            code="blood_pressure",
            label="Blood pressure",
            fields=(field("systolic", "Systolic"), field("diastolic", "Diastolic")),
            time=time("blood_pressure"),
        ),
        number("resp_rate", "Respirations"),
        number("spo2", "SpO2"),
        choice_row("oxygen", "Oxygen", OXYGEN, draft.choice("oxygen")),
        choice_row("consciousness", "Consciousness", ACVPU, draft.choice("consciousness")),
        number("temperature", "Temperature"),
    )
    return replace(vitals(), rows=rows)


def chip(system: str, at: int, label: str, draft: CheckDraft) -> ChipView:
    code = f"{system}_{at}"
    severity = draft.system(system).signs.get(code, "")
    return ChipView(
        code=code,
        label=label,
        severity=severity,
        severity_text="at baseline" if severity == "baseline" else severity,
    )


def system_row(at: int, draft: CheckDraft) -> SystemRow:
    code = SYSTEM_CODES[at]
    answer = draft.system(code).answer
    chips = tuple(chip(code, n, label, draft) for n, label in enumerate(SIGNS[code]))
    return SystemRow(
        code=code,
        label=NAMES[at],
        sub="10:49:40" if answer else "to answer",
        state="out_of_range" if answer == "new_or_worse" else "normal" if answer else "to_answer",
        none=ActionView(intent="none", label="None", key=str(at + 1), done=answer == "none"),
        baseline=OptionView(
            code="as_at_baseline",
            label="As at baseline",
            chosen=answer == "as_at_baseline",
        ),
        chips=chips[:3],
        further=chips[3:],
        more=MORE,
        panel_title=f"{NAMES[at]}: touch what is new or worse",
        panel_close=ActionView(intent="close", label="Back"),
    )


def symptoms(draft: CheckDraft, blocked: str = "") -> SymptomsView:
    rows = tuple(system_row(at, draft) for at in range(7))
    done = sum(1 for code in SYSTEM_CODES if draft.system(code).answer)
    return SymptomsView(
        head=CardHead(title="Symptoms now", note="keys 1 to 7 = None", number="2"),
        chips_head="New or worse than baseline: touch which",
        rows=rows,
        foot_strong=f"{done} of 7 answered",
        asked_all=ActionView(
            intent="asked_all", label="Asked all seven, none new", key="0", blocked_reason=blocked
        ),
    )


def check_view(draft: CheckDraft, vitals_view: VitalsView | None = None) -> CheckView:
    return CheckView(live=LIVE, vitals=vitals_view or vitals(), symptoms=symptoms(draft))
