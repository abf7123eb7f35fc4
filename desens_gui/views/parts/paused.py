"""The pump stands still and the session waits: since when, why, and what going on needs."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.facts import ClockCardView, FactsView
from desens_gui.views.parts.ladder import LadderView
from desens_gui.views.parts.ordered import OrderedView


class PausedView(Struct, frozen=True, kw_only=True):
    """The rows are what a resume needs, in order; resuming itself is the primary action of the bar."""

    clock: ClockCardView
    facts: tuple[FactsView, ...] = ()
    order: OrderedView
    ladder: LadderView
    given: str
    planned: str
