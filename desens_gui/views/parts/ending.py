"""From the end of the drug to the closed session: observation, the ordered rows, one answer how it ended.

Choosing an ending says the choice "ending" with the code of the option.
"""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import FactsView, LineView
from desens_gui.views.parts.field import ChoiceView, FieldView
from desens_gui.views.parts.ordered import OrderedView
from desens_gui.views.parts.timer import TimerView


class ObservationView(Struct, frozen=True, kw_only=True):
    """The ring of the wait and why it is as long as it is."""

    head: CardHead
    timer: TimerView
    text: str = ""


class EndingOption(Struct, frozen=True, kw_only=True):
    """One ending; a blocked one says why and cannot be chosen."""

    code: str
    label: str
    sub: str = ""
    chosen: bool = False
    blocked_reason: str = ""


class EndingsView(Struct, frozen=True, kw_only=True):
    """`fields` and `choice` belong to the chosen ending and stand right under it."""

    head: CardHead
    options: tuple[EndingOption, ...]
    fields: tuple[FieldView, ...] = ()
    choice: ChoiceView | None = None
    foot: LineView | None = None


class EndingView(Struct, frozen=True, kw_only=True):
    observation: ObservationView
    dose: FactsView
    order: OrderedView
    endings: EndingsView
