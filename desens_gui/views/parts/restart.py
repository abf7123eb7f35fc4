"""The program was away: what did the pump do meanwhile, and what does it show now.

Choosing one of the four answers says the choice "meanwhile" with the code of the answer.
"""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import FactsView
from desens_gui.views.parts.field import ChoiceView, FieldView
from desens_gui.views.parts.ordered import OrderedView
from desens_gui.views.parts.step_card import FactView
from desens_gui.views.parts.timer import TimerView


class AwayAnswerView(Struct, frozen=True, kw_only=True):
    """One answer with the fields it needs and what the dose would be: label, value, note."""

    code: str
    key: str
    title: str
    sub: str = ""
    chosen: bool = False
    fields: tuple[FieldView, ...] = ()
    result_label: str = ""
    result: str = ""
    result_note: str = ""


class PumpNowView(Struct, frozen=True, kw_only=True):
    title: str
    sub: str = ""
    rate: FieldView
    choice: ChoiceView


class OrderFormView(Struct, frozen=True, kw_only=True):
    """A prescriber's order taken here: who, how, read back."""

    title: str
    by: FieldView
    taken: ChoiceView
    read_back: ChoiceView


class LastKnownView(Struct, frozen=True, kw_only=True):
    head: CardHead
    timer: TimerView
    facts: tuple[FactView, ...] = ()


class RestartView(Struct, frozen=True, kw_only=True):
    """`look` are rows to look at (patient, IV site); `record` says how the file was found."""

    head: CardHead
    answers: tuple[AwayAnswerView, ...]
    pump_now: PumpNowView
    order: OrderFormView | None = None
    last_known: LastKnownView
    look: OrderedView | None = None
    record: FactsView | None = None
