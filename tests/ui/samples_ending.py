"""The observation after a whole dose, and a transfer."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.ending import EndingOption, EndingsView, EndingView, ObservationView
from desens_gui.views.parts.facts import FactsView, LineView, PairView
from desens_gui.views.parts.field import ChoiceView, FieldView, OptionView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.timer import TimerView
from tests.ui.samples import REACTION, STOP_TODAY
from tests.ui.samples_live import NOTE, VITALS_NOW, frame

FRAME = frame(
    AlarmStripView(
        icon="tick",
        title="DRUG FINISHED, OBSERVATION",
        text="Bag 3 empty 13:58:00, line flushed 14:11:30. Keep IV access.",
        note="No active alarm",
    ),
    ActionBarView(
        reaction=replace(REACTION, sub="Opens the card"),
        secondary=(VITALS_NOW, NOTE, STOP_TODAY),
        primary=ActionView(
            intent="finish",
            label="Finish and close",
            blocked_reason="Not yet. End check; observation until 15:11; ending.",
            key="F2",
            kind="primary",
        ),
    ),
)


def done(number: str, title: str, sub: str) -> OrderedRow:
    return OrderedRow(code=f"row_{number}", number=number, title=title, sub=sub, state="done")


OBSERVING = EndingView(
    observation=ObservationView(
        head=CardHead(title="Observation", note="until 15:11:30"),
        timer=TimerView(text="38:20", caption="left of 60 min", left=0.64),
        text="End of drug + 60 min. No reaction: nothing makes it longer today.",
    ),
    dose=FactsView(
        head=CardHead(title="Dose, held against the bags"),
        pairs=(
            PairView(label="Bags 1 and 2, by rate", value="3.24 mg"),
            PairView(label="Bag 3: all it held", value="396.852 mg"),
            PairView(label="Given", value="400.092 mg", total=True),
        ),
        lines=(
            LineView(
                text="Planned 400 mg: 100 %. No bag gives more than it held, so it counts as the bag's mass."
            ),
        ),
    ),
    order=OrderedView(
        head=CardHead(title="To the end", note="3 of 5 done"),
        rows=(
            done("1", "Bag 3 empty", "Reported 13:58:00, M. Lindqvist, RN"),
            done("2", "Line flushed, 18 mL at the same rate, 80 mL/h", "13:58:00 to 14:11:30"),
            done("3", "Pump stopped", "Reported 14:11:30: end of the drug"),
            OrderedRow(
                code="end_check",
                number="4",
                title="End check",
                sub="Full vitals and symptoms, none pre-filled. Due 15:08",
                state="current",
                action=ActionView(intent="open_check", label="Start check", icon="pulse"),
            ),
            OrderedRow(
                code="observation",
                number="5",
                title="Observation over 15:11:30",
                sub='Earlier is "against advice" and needs a name',
                fields=(
                    FieldView(
                        code="cut_short_by", name="Who lets the patient leave", hint="name", kind="text"
                    ),
                ),
            ),
        ),
        foot=LineView(
            strong="Outstanding after today",
            text="Telephone follow-up at 24 h · next cycle: desensitize again",
        ),
        foot_icon="clock",
    ),
    endings=EndingsView(
        head=CardHead(title="How it ended", note="one answer, closed list"),
        options=(
            EndingOption(
                code="completed",
                label="Completed",
                blocked_reason="Opens after the end check: full target, no open reaction",
            ),
            EndingOption(code="stopped_reaction", label="Stopped: reaction"),
            EndingOption(code="stopped_patient_wish", label="Stopped: patient's wish"),
            EndingOption(code="stopped_against_advice", label="Stopped: against advice"),
            EndingOption(code="stopped_iv_access_lost", label="Stopped: IV access lost"),
            EndingOption(code="stopped_drug_bag_or_pump_error", label="Stopped: drug, bag or pump error"),
            EndingOption(code="stopped_order_changed", label="Stopped: order changed"),
            EndingOption(
                code="transferred",
                label="Transferred",
                sub="Where, to whom, pump running or stopped, line content",
            ),
            EndingOption(code="evacuated", label="Evacuated"),
            EndingOption(code="died", label="Died"),
        ),
        foot=LineView(
            strong='Only "Completed" gives tolerance, until the next dose.',
            text="Any other ending reads: Not desensitized: full dose unsafe.",
        ),
    ),
)
TRANSFER_FIELDS = (
    FieldView(code="transfer_where", name="Where to", state="waiting", kind="text"),
    FieldView(code="transfer_to", name="To whom", state="waiting", kind="text"),
    FieldView(code="transfer_line", name="What the line holds", state="waiting", kind="text"),
)
TRANSFER_PUMP = ChoiceView(
    code="transfer_pump",
    name="The pump is",
    options=(OptionView(code="running", label="Running"), OptionView(code="stopped", label="Stopped")),
)
TRANSFER = replace(
    OBSERVING,
    endings=replace(
        OBSERVING.endings,
        options=tuple(
            replace(option, chosen=option.code == "transferred") for option in OBSERVING.endings.options
        ),
        fields=TRANSFER_FIELDS,
        choice=TRANSFER_PUMP,
    ),
)
