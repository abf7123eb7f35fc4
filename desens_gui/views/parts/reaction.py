"""A reaction is open: first the pump, then what a person does in order; then what is possible today."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import ClockCardView, FactsView
from desens_gui.views.parts.field import FieldView
from desens_gui.views.parts.ordered import OrderedView


class NextActionsView(Struct, frozen=True, kw_only=True):
    """Every way on, the impossible ones blocked with their reason. `fields` are those the ways need."""

    head: CardHead
    fields: tuple[FieldView, ...] = ()
    actions: tuple[ActionView, ...] = ()


class ReactionView(Struct, frozen=True, kw_only=True):
    order: OrderedView
    clock: ClockCardView
    facts: tuple[FactsView, ...] = ()
    next: NextActionsView | None = None
