"""The program was away for three minutes in step 9."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import FactsView, LineView
from desens_gui.views.parts.field import ChoiceView, FieldView, OptionView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.restart import (
    AwayAnswerView,
    LastKnownView,
    OrderFormView,
    PumpNowView,
    RestartView,
)
from desens_gui.views.parts.step_card import FactView
from desens_gui.views.parts.timer import TimerView
from tests.ui.samples import PAUSE, REACTION, STOP_TODAY
from tests.ui.samples_live import NOTE, VITALS_NOW, frame

FRAME = frame(
    AlarmStripView(
        level="low",
        title="PROGRAM WAS AWAY 3 min 12 s: did the pump run?",
        text="10:38:10 to 10:41:22. Going up is blocked until this is answered.",
    ),
    ActionBarView(
        reaction=REACTION,
        secondary=(PAUSE, VITALS_NOW, NOTE, STOP_TODAY),
        primary=ActionView(
            intent="answer_away",
            label="Go on with step 9",
            blocked_reason="Not yet. Did the pump run; the pump's rate.",
            key="F2",
            kind="primary",
        ),
    ),
)


def waiting(code: str, name: str, unit: str = "", hint: str = "") -> FieldView:
    kind = "time" if hint else "number"
    return FieldView(code=code, name=name, unit=unit, hint=hint, state="waiting", kind=kind)  # type: ignore[arg-type]


ASKED = RestartView(
    head=CardHead(title="Did the pump run?", note="Look at the pump, not at this screen"),
    answers=(
        AwayAnswerView(
            code="ran",
            key="1",
            title="Ran all the time at 10 mL/h",
            sub="The pump shows running, no alarm in its history",
            result_label="given so far would be",
            result="5.929 mg",
            result_note="step 9: 10:10 of 15:00",
        ),
        AwayAnswerView(
            code="stopped_at",
            key="2",
            title="Stopped at",
            sub="Time from the pump, not before 10:38:10",
            fields=(waiting("stopped_at", "Stopped at", hint="hh:mm:ss"),),
            result_label="given so far would be",
            result="5.03 mg or more",
            result_note="by the time you type",
        ),
        AwayAnswerView(
            code="keep_open",
            key="3",
            title="Went to keep-open rate",
            sub="End of its volume, or a pump alarm",
            fields=(
                waiting("keep_open_rate", "Keep-open rate", "mL/h"),
                waiting("keep_open_since", "Since", hint="hh:mm:ss"),
            ),
            result_label="given so far would be",
            result="5.03 mg or more",
            result_note="by rate and time",
        ),
        AwayAnswerView(
            code="not_sure",
            key="4",
            title="Not sure",
            sub="Type the pump's total volume, or get an order",
            fields=(waiting("total_volume", "Total volume of this bag", "mL"),),
            result_label="given so far would be",
            result="5.03 to 5.929 mg",
            result_note="shown as a range",
        ),
    ),
    pump_now=PumpNowView(
        title="The pump shows now",
        sub="Typed from the pump, never ticked",
        rate=waiting("pump_rate", "Rate the pump shows", "mL/h"),
        choice=ChoiceView(
            code="pump_now",
            name="The pump shows now",
            options=(
                OptionView(code="running", label="Running"),
                OptionView(code="stopped", label="Stopped"),
            ),
        ),
    ),
    last_known=LastKnownView(
        head=CardHead(title="Step 9 of 12", note="confirmed running 10:31:24"),
        timer=TimerView(text="04:50", caption="if it ran", left=0.32, state="if_it_ran"),
        facts=(
            FactView(label="Last known rate", value="10", detail="mL/h", size="rate"),
            FactView(label="Bag hanging", value="Bag 3", detail="1.587 mg/mL", size="bag"),
            FactView(label="Given at 10:38:10", value="5.03 mg"),
        ),
    ),
    look=OrderedView(
        head=CardHead(title="Also look at"),
        rows=(
            OrderedRow(
                code="patient",
                number="1",
                title="Patient",
                sub="Awake, talking, no new sign? If not: REACTION",
                state="instruction",
            ),
            OrderedRow(
                code="iv_site",
                number="2",
                title="IV site",
                sub="Left forearm: swelling, pain, wet?",
                state="instruction",
            ),
        ),
    ),
    record=FactsView(
        head=CardHead(title=""),
        lines=(
            LineView(
                strong="Record read back: unbroken to 10:38:10",
                text="Last entry: vitals 10:36:30. Nothing was due while away.",
            ),
        ),
    ),
)
NOT_SURE = replace(
    ASKED,
    answers=(*ASKED.answers[:3], replace(ASKED.answers[3], chosen=True)),
    order=OrderFormView(
        title="Order to go on",
        by=FieldView(code="order_by", name="Prescriber", hint="name", state="waiting", kind="text"),
        taken=ChoiceView(
            code="order_taken",
            name="How the order was given",
            options=(
                OptionView(code="in_person", label="In person"),
                OptionView(code="telephone", label="Telephone", chosen=True),
            ),
        ),
        read_back=ChoiceView(
            code="order_read_back", name="Read back", options=(OptionView(code="yes", label="Read back"),)
        ),
    ),
)
