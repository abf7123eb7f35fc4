"""A session read again: what it came to, its course, every event, and the chair at one moment."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.chart import ChartView
from desens_gui.views.parts.facts import FactsView
from desens_gui.views.parts.field import ChoiceView
from desens_gui.views.parts.live_column import LiveColumnView


class EventRowView(Struct, frozen=True, kw_only=True):
    """One fact. struck: entered in error, its text is drawn with a line through it."""

    seq: int
    number: str
    time: str
    text: str
    who: str
    struck: bool = False
    strong: bool = False


class EventsView(Struct, frozen=True, kw_only=True):
    """In order of recording. current: place of the last row known at the moment, -1 before the first."""

    head: CardHead
    rows: tuple[EventRowView, ...] = ()
    current: int = -1


class ScrubberView(Struct, frozen=True, kw_only=True):
    """Seconds of session time. `marks`: when the steps started."""

    name: str
    at: float
    end: float
    time: str
    place: str
    marks: tuple[float, ...] = ()
    play: ActionView
    windows: ChoiceView
    speed: ActionView


class ReviewView(Struct, frozen=True, kw_only=True):
    """`facts` from top to bottom; `moment` what the pump did then; `then` is None before there was a plan."""

    facts: tuple[FactsView, ...]
    course: CardHead
    chart: ChartView
    scrubber: ScrubberView
    events: EventsView
    moment: FactsView
    then: LiveColumnView | None = None
