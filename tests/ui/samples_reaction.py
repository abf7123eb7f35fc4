"""A reaction at step 9: the pump not yet reported stopped, and afterwards."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import ClockCardView, FactsView, LineView, PairView
from desens_gui.views.parts.field import FieldView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.reaction import NextActionsView, ReactionView
from tests.ui.samples import HIGH, QUIET, REACTION, STOP_TODAY
from tests.ui.samples_live import NOTE, VITALS_NOW, frame

OPEN = replace(REACTION, label="REACTION OPEN", sub="Called 10:47:26")
EARLIER = FieldView(
    code="stopped_at", name="Pump was stopped earlier, at", hint="earlier, at", state="waiting", kind="time"
)
FRAME = frame(HIGH, ActionBarView(reaction=OPEN, secondary=(NOTE, STOP_TODAY)))
FRAME_STOPPED = frame(
    replace(QUIET, title="REACTION called 10:47:26, pump stopped 10:47:31", text="", note_strong="", note=""),
    ActionBarView(
        reaction=OPEN,
        secondary=(NOTE, STOP_TODAY),
        primary=replace(VITALS_NOW, label="Record vitals", key="F2", kind="primary"),
    ),
)


def instruction(number: str, title: str, sub: str) -> OrderedRow:
    return OrderedRow(code=f"do_{number}", number=number, title=title, sub=sub, state="instruction")


INSTRUCTIONS = (
    instruction(
        "2",
        "DISCONNECT at the catheter. Do NOT flush it",
        "Keep IV access. The line holds about 18 mL of bag 3 = 28.57 mg, 3.8 times all given so far. "
        "Aspirate; fluids and drugs through a new line.",
    ),
    instruction("3", "CALL the team", "By your site's emergency number"),
    instruction(
        "4",
        "POSITION: flat, legs up",
        "Sitting if only the breathing is hard. Pregnant: on the left side. No standing.",
    ),
    instruction("5", "Follow your site's emergency card", "This version of Desens shows no emergency doses."),
)
STOP_PUMP = OrderedRow(
    code="stop",
    number="1",
    title="STOP THE PUMP",
    sub="Desens cannot stop it. Then say what the pump shows.",
    state="current",
    urgent=True,
    fields=(EARLIER,),
    action=ActionView(intent="pump_stopped", label="The pump shows STOPPED", key="F2", kind="primary"),
)
CALLED = ReactionView(
    order=OrderedView(head=CardHead(title=""), rows=(STOP_PUMP, *INSTRUCTIONS), tone="high"),
    clock=ClockCardView(
        label="Pump not confirmed stopped",
        clock="00:09",
        text="Counted as running at 10 mL/h, bag 3, until you say what the pump shows",
        tone="high",
    ),
    facts=(
        FactsView(
            head=CardHead(title="Dose", note="step 9, 16:11 in"),
            pairs=(
                PairView(label="Given when called", value="7.481 mg"),
                PairView(label="If still running, by now", value="7.521 mg"),
                PairView(label="In the line", value="28.57 mg"),
            ),
        ),
        FactsView(
            head=CardHead(title="Then"),
            lines=(
                LineView(strong="Follow your site's emergency card.", text="In doubt, treat as anaphylaxis."),
            ),
        ),
    ),
)
STOPPED = replace(
    CALLED,
    order=replace(
        CALLED.order,
        tone="",
        rows=(
            OrderedRow(
                code="stop",
                number="1",
                title="Pump stopped",
                sub="Reported 10:47:31, M. Lindqvist, RN. Reaction called 10:47:26.",
                state="done",
            ),
            *INSTRUCTIONS,
        ),
    ),
    clock=ClockCardView(label="Pump stopped", clock="02:14", text="since 10:47:31. No drug is running."),
    facts=(
        replace(
            CALLED.facts[0],
            pairs=(
                PairView(label="Given when called", value="7.481 mg"),
                PairView(label="Given at the stop", value="7.495 mg", total=True),
            ),
        ),
    ),
    next=NextActionsView(
        head=CardHead(title="Next action"),
        fields=(
            FieldView(
                code="error_reason",
                name="Reason, if it was entered in error",
                state="waiting",
                kind="text",
            ),
        ),
        actions=(
            ActionView(intent="entered_in_error", label="Entered in error", icon="undo"),
            ActionView(intent="stop:stopped_reaction", label="Stop desensitization", icon="stop"),
            ActionView(intent="stop:transferred", label="Transferred"),
            ActionView(intent="stop:died", label="Died"),
            ActionView(
                intent="resume",
                label="Resume",
                blocked_reason="Not in this version: after a reaction Desens does not go on with the drug.",
            ),
        ),
    ),
)
