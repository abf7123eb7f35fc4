"""The change from bag 2 to bag 3: while the label is read, and while the second reading waits."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.parts.bag_change import BagChangeView, IvSiteView, SecondReadingView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import ClockCardView, FactsView, LineView, PairView
from desens_gui.views.parts.field import ChoiceView, FieldView, OptionView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from tests.ui.samples import REACTION, STOP_TODAY
from tests.ui.samples_live import NOTE, VITALS_NOW, frame

FRAME = frame(
    AlarmStripView(
        icon="pause",
        title="BAG CHANGE, 2 to 3",
        text="Pump stopped 10:30:20. Step 9 starts when you confirm the pump running.",
        note="No active alarm",
    ),
    ActionBarView(
        reaction=REACTION,
        secondary=(
            ActionView(
                intent="pause", label="Leave stopped", sub="Pause, with a reason", icon="pause", key="F8"
            ),
            VITALS_NOW,
            NOTE,
            STOP_TODAY,
        ),
        primary=ActionView(
            intent="pump_running",
            label="Pump is running: step 9 at 10 mL/h",
            blocked_reason="Not yet. Label; new set; second reading; IV site; the pump's rate.",
            key="F2",
            kind="primary",
        ),
    ),
)


def label_field(code: str, name: str, unit: str = "", text: str = "") -> FieldView:
    state = "normal" if text else "waiting"
    return FieldView(code=code, name=name, unit=unit, text=text, state=state, kind="text")  # type: ignore[arg-type]


STOPPED = OrderedRow(
    code="stopped", number="1", title="Pump stopped", sub="Reported 10:30:20, M. Lindqvist, RN", state="done"
)
RATE_SET = OrderedRow(
    code="rate",
    number="2",
    title="New LOWER rate set first: 10 mL/h",
    sub="Was 40 mL/h. Typed from the pump at 10:30:34: 10 mL/h",
    state="done",
)
READ_LABEL = OrderedRow(
    code="label",
    number="3",
    title="Read the label of the new bag",
    sub="Type what the label says, or scan it",
    state="current",
    problem="Bag: the label says 2, this change is to bag 3. Take the right bag.",
    grid=(
        label_field("identifier", "Patient, MRN", text="00482913"),
        label_field("session_id", "Session", text="7K3F-9Q2M"),
        label_field("plan_revision", "Plan revision", text="4"),
        label_field("bag", "Bag number", text="2"),
        label_field("concentration", "Concentration", "mg/mL"),
        label_field("use_before", "Use before"),
    ),
    action=ActionView(intent="read_label", label="Label read"),
)
LABEL_DONE = OrderedRow(
    code="label",
    number="3",
    title="Label of the new bag read: all six match",
    sub="10:30:50, M. Lindqvist, RN. Shown again after the second reading.",
    state="done",
)
CONNECT = OrderedRow(
    code="connect",
    number="4",
    title="Connect the new set, primed with bag 3, at the catheter",
    sub="Prime it before connecting: 18 mL come from the bag. Old set off, not flushed.",
    action=ActionView(intent="connected", label="Connected", key="F6"),
)
SECOND = OrderedRow(
    code="second",
    number="5",
    title="Read pump and label again",
    sub="Card at the right, without looking at the first answers",
)
START = OrderedRow(
    code="start",
    number="6",
    title="Start the pump. Then type the rate it shows",
    sub="This starts step 9 and its 15 min",
    fields=(FieldView(code="running_rate", name="Rate the pump shows", unit="mL/h", state="waiting"),),
)
SECOND_FIELDS = (
    FieldView(code="second:rate", name="Rate on the pump", unit="mL/h", state="waiting"),
    FieldView(code="second:bag", name="Bag number on the label", state="waiting"),
    FieldView(code="second:concentration", name="Concentration on the label", unit="mg/mL", state="waiting"),
    FieldView(code="second:identifier_last4", name="MRN on the label, last 4", state="waiting"),
)
READING = BagChangeView(
    clock=ClockCardView(label="Pump stopped", clock="00:42", text="since 10:30:20. No drug is running."),
    facts=(
        FactsView(
            head=CardHead(title="Bag 2 ended at the stop"),
            pairs=(
                PairView(label="Step 8 given", value="1.65 mg"),
                PairView(label="Given so far", value="3.24 mg"),
                PairView(label="Left in old line", value="18 mL = 2.88 mg"),
            ),
            lines=(LineView(text="The old line comes off with its content. It is not counted as given."),),
        ),
        FactsView(
            head=CardHead(title="Why the rate first"),
            lines=(
                LineView(
                    strong="Bag 3 at 10 mL/h: 15.87 mg/h", text="2.5 times step 8 (6.4 mg/h), as planned"
                ),
                LineView(strong="Bag 3 at the old 40 mL/h: 63.5 mg/h", text="10 times step 8"),
                LineView(strong="Never prime, flush or purge with the patient connected.", rule=True),
            ),
        ),
    ),
    order=OrderedView(
        head=CardHead(title="In this order", note="2 of 6 done"),
        rows=(STOPPED, RATE_SET, READ_LABEL, CONNECT, SECOND, START),
    ),
    second=SecondReadingView(
        head=CardHead(title="Independent double check", note="each bag"),
        who="No second person available",
        who_note="Night shift: M. Lindqvist, RN, reads again from pump and label.",
        fields=tuple(replace(field, state="read_only") for field in SECOND_FIELDS),
        text="Opens when the new set is connected. Four values; the first answers stay hidden.",
    ),
    iv_site=IvSiteView(
        head=CardHead(title="IV site, left forearm", note="each bag change"),
        choice=ChoiceView(
            code="iv_site",
            name="IV site",
            options=(
                OptionView(code="well", label="No swelling, no pain"),
                OptionView(code="not_well", label="Not well"),
                OptionView(code="changed", label="Changed"),
            ),
        ),
    ),
)
WAITING = replace(
    READING,
    order=replace(
        READING.order,
        head=CardHead(title="In this order", note="4 of 6 done"),
        rows=(
            STOPPED,
            RATE_SET,
            LABEL_DONE,
            replace(CONNECT, state="done", sub="Reported 10:31:10, M. Lindqvist, RN", action=None),
            replace(SECOND, state="current"),
            START,
        ),
    ),
    second=replace(
        READING.second,
        text="",
        wait_clock="00:42",
        wait="until you may read again",
        fields=SECOND_FIELDS,
        problem="Bag number and concentration do not agree with the first reading. Read both again.",
        action=ActionView(
            intent="double_check",
            label="Compare with the first reading",
            blocked_reason="Not yet. All four values; 42 s to wait.",
        ),
    ),
)
