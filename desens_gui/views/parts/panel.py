"""A short question in the place of the middle of the screen: a reason, a note, an early sign, an ending.

Pause and early sign: one tap, the intent of the button is the answer.
"""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.field import ChoiceView, FieldView
from desens_gui.views.parts.live_column import LiveColumnView


class PanelView(Struct, frozen=True, kw_only=True):
    """From top to bottom: lead, large buttons, choices, fields; at the foot the way back and what follows.

    `urgent` writes the lead large and red: STOP THE PUMP.
    """

    live: LiveColumnView
    head: CardHead
    lead: str = ""
    text: str = ""
    urgent: bool = False
    options: tuple[ActionView, ...] = ()
    choices: tuple[ChoiceView, ...] = ()
    fields: tuple[FieldView, ...] = ()
    problem: str = ""
    confirm: ActionView | None = None
    back: ActionView
