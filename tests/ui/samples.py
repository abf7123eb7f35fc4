"""The views of the pictures: one patient at step 9 of 12, with the words of SAFETY."""

from __future__ import annotations

from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.parts.banner import BannerView, TagView
from desens_gui.views.parts.bedside import BedsideView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.due import DueRow, DueView
from desens_gui.views.parts.field import FieldView
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.ladder import LadderBag, LadderHeads, LadderRow, LadderView
from desens_gui.views.parts.status import StatusView
from desens_gui.views.parts.step_card import FactView, LineRow, NextView, OrderView, StepCardView
from desens_gui.views.parts.timer import TimerView

REACTION = ActionView(
    intent="reaction", label="REACTION", sub="You stop the pump", icon="alarm_high", key="F12", kind="danger"
)
STOP_TODAY = ActionView(
    intent="stop_today", label="Stop today", sub="desensitization", key="F11", key_shown=False
)
PAUSE = ActionView(intent="pause", label="Pause: you stop the pump", icon="pause", key="F8")
GO_UP = ActionView(
    intent="start_check",
    label="Go up to step 10",
    sub="Check first. Then set pump to 20 mL/h",
    icon="up",
    key="F2",
    kind="primary",
)
BLOCKED = ActionView(
    intent="go_up",
    label="Go up to step 10: set pump to 20 mL/h",
    blocked_reason="Not yet. Oxygen, consciousness; stomach/bowel, nervous system, general.",
    key="F2",
    kind="primary",
)
BANNER = BannerView(
    name="OKAFOR, Adaeze",
    details="F · 12-Mar-1968 (58 y) · MRN 00482913 · 64 kg",
    allergies_label="ALLERGIES",
    allergy="CARBOplatin",
    allergy_detail="anaphylaxis, Brown 2 (2004), 03-Oct-2026",
    treatment="CARBOplatin 400 mg IV",
    protocol="3-bag 12-step · cycle 3",
    clock="10:42:12",
    date="22-Nov-2026",
    tags=(TagView("SIMULATION", "simulation"),),
)
QUIET = AlarmStripView(
    icon="tick",
    title="No active alarm",
    text="Last check 10:36, no symptoms · NEWS2 1 (HR 91)",
    note_icon="flag",
    note_strong="Reacted in step 9 before",
    note=" (cycle 1)",
)
LATE = AlarmStripView(
    level="low",
    title="CHECK LATE 03:38",
    text="Due 10:46:24. The pump stays at 10 mL/h until you go up.",
    pause_audio=ActionView(
        intent="pause_audio", label="Pause audio 2 min", icon="bell", key="F9", kind="quiet"
    ),
)
MEDIUM = AlarmStripView(
    level="medium",
    title="CHECK LATE 10:02",
    text="Due 10:46:24. The pump stays at 10 mL/h until you go up.",
    edge_on=True,
    pause_audio=ActionView(
        intent="pause_audio", label="Pause audio 2 min", icon="bell", key="F9", kind="quiet"
    ),
)
HIGH = AlarmStripView(
    level="high",
    title="REACTION called 10:47:26. STOP THE PUMP: not confirmed stopped 00:09",
    note="sounds again at 00:15",
    edge_on=True,
)
ACTIONS = ActionBarView(
    reaction=REACTION,
    secondary=(
        ActionView(intent="early_sign", label="Early sign", sub="Mild", icon="flag", key="F5"),
        PAUSE,
        ActionView(intent="stay", label="Stay on step", sub="10 mL/h", icon="clock", key="F6"),
        ActionView(intent="vitals", label="Vitals", sub="Now", icon="pulse", key="F3"),
        ActionView(intent="note", label="Note, medication", icon="note", key="F4"),
        STOP_TODAY,
    ),
    primary=GO_UP,
)
CHECK_ACTIONS = ActionBarView(
    reaction=REACTION,
    secondary=(
        ActionView(intent="stay", label="Stay on step 9, repeat in 5 min", icon="clock", key="F6"),
        PAUSE,
        ActionView(intent="note", label="Note, medication", icon="note", key="F4"),
        STOP_TODAY,
    ),
    primary=BLOCKED,
)
STATUS = StatusView(
    saved="Saved 10:42", audio="Audio on", user="M. Lindqvist, RN", chair="Chair 4", help="Help F1"
)
LOST = StatusView(
    saved="NOT BEING RECORDED since 10:42:07",
    saved_state="lost",
    audio="Audio off",
    audio_off=True,
    user="M. Lindqvist, RN",
    chair="Chair 4",
    help="Help F1",
)
FRAME = FrameView(banner=BANNER, alarm=QUIET, actions=ACTIONS, status=STATUS)
HEADS = LadderHeads(
    bag="Bag",
    step="Step",
    rate="Rate",
    rate_unit="mL/h",
    minutes="min",
    start="Start",
    given="GIVEN, mg",
    planned="PLANNED, mg",
    dose="step",
    total="total",
)
DONE = (
    ("1", "2", "08:26", "0.008", "0.008"),
    ("2", "5", "08:41", "0.021", "0.029"),
    ("3", "10", "08:56", "0.041", "0.07"),
    ("4", "20", "09:12", "0.084", "0.153"),
    ("5", "5", "09:28", "0.205", "0.358"),
    ("6", "10", "09:44", "0.413", "0.771"),
    ("7", "20", "09:59", "0.819", "1.59"),
    ("8", "40", "10:14", "1.65", "3.24"),
)
LADDER = LadderView(
    title="Steps",
    note="8 of 12 done",
    heads=HEADS,
    bags=(
        LadderBag(label="Bag 1", strength="0.016", unit="mg/mL", rows=4),
        LadderBag(label="Bag 2", strength="0.16", unit="mg/mL", rows=4),
        LadderBag(label="Bag 3", strength="1.587", unit="mg/mL", rows=4),
    ),
    rows=(
        *(
            LadderRow(
                state="done",
                step=step,
                rate=rate,
                minutes="15",
                start=start,
                given=dose,
                given_total=total,
                spoken=f"Step {step}, done, given {dose} mg",
            )
            for step, rate, start, dose, total in DONE
        ),
        LadderRow(
            state="current",
            step="9",
            rate="10",
            minutes="15",
            start="10:31",
            given="2.857",
            given_total="6.097",
            planned="3.969",
            planned_total="7.117",
            tag="NOW",
            flagged=True,
            spoken="Step 9, now, 10 mL/h",
        ),
        LadderRow(
            state="next",
            step="10",
            rate="20",
            minutes="15",
            start="~10:46",
            planned="7.937",
            planned_total="15.054",
            tag="NEXT",
        ),
        LadderRow(
            state="to_come",
            step="11",
            rate="40",
            minutes="15",
            start="~11:01",
            planned="15.874",
            planned_total="30.928",
        ),
        LadderRow(
            state="to_come",
            step="12",
            rate="80",
            minutes="174.4",
            start="~11:17",
            planned="369.072",
            planned_total="400",
        ),
    ),
    foot_strong="Planned total 400 mg",
    foot="in 278 mL",
    foot_note="~ planned start",
)
STEP = StepCardView(
    head=CardHead(title="Step 9 of 12", note="confirmed running 10:31:24", icon="play"),
    timer=TimerView(text="04:12", caption="left of 15:00", left=252 / 900),
    facts=(
        FactView(label="Pump rate, as reported", value="10", detail="mL/h", size="rate"),
        FactView(label="Bag hanging", value="Bag 3", detail="1.587 mg/mL", size="bag"),
        FactView(label="Given so far", value="6.097 mg"),
    ),
    rows=(
        LineRow(label="Line", value="own set, primed with bag 3", note="18 mL"),
        LineRow(label="IV site", value="left forearm, no swelling or pain", note="10:30"),
    ),
    next=NextView(tag="NEXT", text="Step 10 at 20 mL/h", note="same bag · check first"),
)
OVER = StepCardView(
    head=CardHead(title="Step 9 of 12", note="late"),
    timer=TimerView(text="+03:38", caption="past 15:00", state="late_low"),
    facts=STEP.facts,
    extra="Above plan so far: 0.961 mg",
    rows=STEP.rows,
    next=STEP.next,
)
SET_PUMP = StepCardView(
    head=CardHead(title="Step 10 of 12", note="asked 10:47:20", icon="up"),
    timer=TimerView(text=""),
    order=OrderView(
        text="SET THE PUMP TO 20 mL/h",
        clock="00:09",
        since="since you went up",
        counted="Counted as running at 10 mL/h, bag 3, until you say what the pump shows.",
        fields=(
            FieldView(code="pump_rate", name="Rate the pump shows", unit="mL/h"),
            FieldView(code="pump_time", name="Running since", text="10:47:29"),
        ),
    ),
    next=NextView(tag="NOW", text="Step 10 starts when it runs", note=""),
)
STOP_PUMP = StepCardView(
    head=CardHead(title="Pause", note="asked 10:47:20", icon="pause"),
    timer=TimerView(text=""),
    order=OrderView(
        text="STOP THE PUMP",
        clock="00:09",
        since="not confirmed stopped",
        counted="Counted as running at 10 mL/h, bag 3, until you say what the pump shows.",
        urgent=True,
    ),
)
DUE = DueView(
    title="Due",
    note="times follow the last start",
    rows=(
        DueRow(state="done", time="10:36", text="Vitals 5 min after new bag", when="done"),
        DueRow(state="now", time="10:46", text="Check for step 10", when="in 04:12"),
        DueRow(state="to_come", time="~10:47", text="Go up to step 10", when="after the check"),
        DueRow(state="to_come", time="~11:30", text="IV site, hourly", when="in 48 min"),
        DueRow(state="to_come", time="~11:32", text="First check in step 12", when="in 50 min"),
        DueRow(state="to_come", time="~13:58", text="Bag 3 empty, then flush", when="in 3 h 16 min"),
        DueRow(state="to_come", time="~15:11", text="Observation over", when="in 4 h 29 min"),
    ),
)
TREND = CardHead(title="Trend", note="last 10:36")
BEDSIDE = BedsideView(ladder=LADDER, step=STEP, due=DUE, trend=TREND)
