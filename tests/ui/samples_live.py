"""What the frame and the left column show in step 9 of the mockups."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.ladder import LadderBag, LadderHeads, LadderRow, LadderView, RungState
from desens_gui.views.parts.live_column import LiveColumnView, LiveTimerView
from desens_gui.views.parts.timer import TimerView
from tests.ui.samples import FRAME

NOTE = ActionView(intent="note", label="Note, medication", icon="note", key="F4")
VITALS_NOW = ActionView(intent="open_check", label="Vitals", sub="Now", icon="pulse", key="F3")


def frame(alarm: AlarmStripView, actions: ActionBarView) -> FrameView:
    return replace(FRAME, alarm=alarm, actions=actions)


STEPS = (
    ("1", "2", "0.008"),
    ("2", "5", "0.021"),
    ("3", "10", "0.041"),
    ("4", "20", "0.084"),
    ("5", "5", "0.205"),
    ("6", "10", "0.413"),
    ("7", "20", "0.819"),
    ("8", "40", "1.65"),
    ("9", "10", "4.93"),
    ("10", "20", "7.937"),
    ("11", "40", "15.874"),
    ("12", "80", "369.072"),
)
HEADS = LadderHeads(
    bag="Bag",
    step="Step",
    rate="Rate",
    rate_unit="mL/h",
    start="Start",
    given="GIVEN, mg",
    planned="PLANNED, mg",
    dose="step",
    total="total",
)


def _rung(number: int, step: str, rate: str, dose: str, current: int) -> LadderRow:
    state: RungState = "done" if number < current else "current" if number == current else "to_come"
    state = "next" if number == current + 1 else state
    given = dose if number <= current else ""
    return LadderRow(
        state=state, step=step, rate=rate, given=given, planned="" if given else dose, spoken=step
    )


def ladder(current: int = 9) -> LadderView:
    return LadderView(
        title="Steps",
        note=f"{current - 1} of 12 done",
        heads=HEADS,
        bags=tuple(LadderBag(label=f"bag {number}", rows=4) for number in (1, 2, 3)),
        rows=tuple(_rung(n, *row, current=current) for n, row in enumerate(STEPS, start=1)),
    )


LIVE = LiveColumnView(
    timer=LiveTimerView(
        head=CardHead(title="Step 9 of 12", note="late"),
        timer=TimerView(text="+03:38", caption="past 15:00", state="late_low"),
        rate="10",
        unit="mL/h",
        rate_note="as reported bag 3",
        extra="Above plan so far: 0.961 mg",
        tone="low",
    ),
    ladder=ladder(),
    given="given mg",
    planned="planned mg",
)
