"""Hanging the next bag: what ended, what to do in this order, the blind second reading, the IV site."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import ClockCardView, FactsView
from desens_gui.views.parts.field import ChoiceView, FieldView
from desens_gui.views.parts.ordered import OrderedView


class SecondReadingView(Struct, frozen=True, kw_only=True):
    """The independent double check. The first answers are nowhere in it.

    `who` and `who_note`: the second person, or that there is none and why; `choice` says which. While
    `wait_clock` is not empty it is shown large with `wait` beside it, and the fields are read only.
    `problem` names what did not agree. `done` stands when it is over.
    """

    head: CardHead
    who: str
    who_note: str = ""
    choice: ChoiceView | None = None
    wait_clock: str = ""
    wait: str = ""
    fields: tuple[FieldView, ...] = ()
    text: str = ""
    problem: str = ""
    done: str = ""
    action: ActionView | None = None


class IvSiteView(Struct, frozen=True, kw_only=True):
    head: CardHead
    choice: ChoiceView


class BagChangeView(Struct, frozen=True, kw_only=True):
    """The clock stands while the pump is stopped (or asks to stop it); then facts from top to bottom."""

    clock: ClockCardView
    facts: tuple[FactsView, ...] = ()
    order: OrderedView
    second: SecondReadingView
    iv_site: IvSiteView
