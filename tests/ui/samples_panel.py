"""The short questions, and the pause."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import ClockCardView, FactsView, LineView, PairView
from desens_gui.views.parts.field import ChoiceView, FieldView, OptionView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.panel import PanelView
from desens_gui.views.parts.paused import PausedView
from tests.ui.samples import QUIET, REACTION, STOP_TODAY
from tests.ui.samples_ending import TRANSFER_FIELDS, TRANSFER_PUMP
from tests.ui.samples_live import LIVE, NOTE, VITALS_NOW, frame, ladder

FRAME = frame(QUIET, ActionBarView(reaction=REACTION, secondary=(NOTE, STOP_TODAY)))
BACK = ActionView(intent="back", label="Back", sub="Nothing is recorded", key="Esc")
REASONS = (
    ("symptom", "Symptom"),
    ("toilet", "Toilet"),
    ("iv_access", "IV access"),
    ("pump_alarm", "Pump alarm"),
    ("found_stopped", "Found stopped"),
    ("patient_request", "Patient's request"),
    ("waiting_for_prescriber", "Waiting for the prescriber"),
    ("other", "Other"),
)
ENDINGS = (
    ("stopped_reaction", "Reaction"),
    ("stopped_patient_wish", "Patient's wish"),
    ("stopped_against_advice", "Against advice"),
    ("stopped_iv_access_lost", "IV access lost"),
    ("stopped_drug_bag_or_pump_error", "Drug, bag or pump error"),
    ("stopped_order_changed", "Order changed"),
    ("transferred", "Transferred"),
    ("evacuated", "Evacuated"),
    ("died", "Died"),
)
EARLY = ("Itchy palms, soles", "Flush, warmth", "Sneezing", "Metallic taste", "Nausea", "Anxious", "Not well")
PAUSE = PanelView(
    live=LIVE,
    head=CardHead(title="Pause", note="one tap"),
    lead="STOP THE PUMP. Then say why",
    text="It counts as running at 10 mL/h until you report it stopped.",
    urgent=True,
    options=tuple(ActionView(intent=f"pause:{code}", label=label) for code, label in REASONS),
    back=BACK,
)
STOP = PanelView(
    live=LIVE,
    head=CardHead(title="Stop desensitization today"),
    lead="STOP THE PUMP. Then say why",
    text="Any ending but the full dose reads: Not desensitized: full dose unsafe.",
    urgent=True,
    options=tuple(
        ActionView(intent=f"stop:{code}", label=label, done=code == "transferred") for code, label in ENDINGS
    ),
    choices=(TRANSFER_PUMP,),
    fields=TRANSFER_FIELDS,
    confirm=ActionView(
        intent="confirm_stop",
        label="Stop today: transferred",
        blocked_reason="Not yet. Where to; to whom; what the line holds.",
    ),
    back=BACK,
)
STOP_REFUSED = replace(STOP, problem="Where to: nothing was entered; a transfer says where the patient goes.")
EARLY_SIGN = PanelView(
    live=LIVE,
    head=CardHead(title="Early sign", note="mild, going on"),
    lead="What do you see, or does the patient feel?",
    text="New or worse signs belong into a check. In doubt: REACTION.",
    options=tuple(ActionView(intent=f"early_sign:{n}", label=label) for n, label in enumerate(EARLY)),
    back=BACK,
)
MEDICATION = PanelView(
    live=LIVE,
    head=CardHead(title="Note, medication"),
    choices=(
        ChoiceView(
            code="kind",
            name="What",
            options=(
                OptionView(code="note", label="Note"),
                OptionView(code="medication", label="Medication", chosen=True),
            ),
        ),
        ChoiceView(
            code="when",
            name="When",
            options=(
                OptionView(code="now", label="Now"),
                OptionView(code="earlier", label="Earlier", chosen=True),
            ),
        ),
    ),
    fields=(
        FieldView(code="drug", name="Medication", text="Cetirizine", kind="text"),
        FieldView(code="dose", name="Dose, as given", text="10 mg", kind="text"),
        FieldView(code="route", name="Route", state="waiting", kind="text", words="By mouth, IV, IM"),
        FieldView(
            code="at", name="Time", text="11:02", state="error", kind="time", words="Not after 10:50 (now)"
        ),
    ),
    problem="Time: 11:02 is after now, 10:50.",
    confirm=ActionView(intent="save_note", label="Save", kind="primary"),
    back=BACK,
)
PAUSED = PausedView(
    clock=ClockCardView(label="Pump stopped", clock="04:31", text="since 10:45:31. No drug is running."),
    facts=(
        FactsView(
            head=CardHead(title="Pause"),
            pairs=(
                PairView(label="Reason", value="Toilet"),
                PairView(label="Step 9", value="14:07 of 15:00"),
                PairView(label="Given so far", value="6.973 mg"),
            ),
            lines=(LineView(text="After 30 min an order is needed, and the step begins again."),),
        ),
    ),
    order=OrderedView(
        head=CardHead(title="To go on with step 9", note="1 of 3 done"),
        rows=(
            OrderedRow(
                code="stopped",
                number="1",
                title="Pump stopped",
                sub="Reported 10:45:31, M. Lindqvist, RN",
                state="done",
            ),
            OrderedRow(
                code="check",
                number="2",
                title="Fresh check",
                sub="Measured and asked after the pump stopped",
                state="current",
                action=ActionView(intent="open_check", label="Start check", icon="pulse", key="F3"),
            ),
            OrderedRow(
                code="order",
                number="3",
                title="Order to go on",
                sub="The pause is longer than 30 min",
                grid=(FieldView(code="order_by", name="Prescriber", state="waiting", kind="text"),),
                choice=ChoiceView(
                    code="order_taken",
                    name="How the order was given",
                    options=(
                        OptionView(code="in_person", label="In person"),
                        OptionView(code="telephone", label="Tele- phone"),
                    ),
                ),
            ),
        ),
    ),
    ladder=ladder(),
    given="given mg",
    planned="planned mg",
)
PAUSED_FRAME = frame(
    replace(QUIET, title="PAUSED", text="Pump stopped 10:45:31", note_strong="", note=""),
    ActionBarView(
        reaction=replace(REACTION, sub="Opens the card"),
        secondary=(VITALS_NOW, NOTE, STOP_TODAY),
        primary=ActionView(
            intent="resume",
            label="Resume step 9: start the pump at 10 mL/h",
            blocked_reason="Not yet. A fresh check; an order.",
            key="F2",
            kind="primary",
        ),
    ),
)
