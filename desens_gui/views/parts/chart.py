"""The trend of one patient on one time axis. x is seconds of session time; every float is geometry only."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.field import ChoiceView

Window = Literal["all", "hour", "step"]
Shape = Literal["dot", "bar", "square", "triangle"]
Glyph = Literal["check", "sign", "medication", "note", "reaction", "pause", "resume", "drug_end", "end"]
BandState = Literal["done", "current", "next"]
GapKind = Literal["stopped", "away"]


class Looking(Struct, frozen=True):
    """What a person looks at: a stretch of time, and where the crosshair stands (None: at the newest)."""

    window: Window = "all"
    cursor: float | None = None


AT_NOW = Looking()


class Scale(Struct, frozen=True, kw_only=True):
    """The range of a strip, its ticks with their labels, and words when it is not the usual one."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    note: str = ""


class LimitLine(Struct, frozen=True):
    """A dashed line: where, the bold tick ("90"), and the words at its end ("SBP 90")."""

    y: float
    tick: str
    text: str


class StripView(Struct, frozen=True, kw_only=True):
    """One series. NaN in xs and ys breaks the line. `lows`: the lower end of each bar, NaN where unknown."""

    code: str
    name: str
    unit: str
    shape: Shape
    scale: Scale
    limits: tuple[LimitLine, ...] = ()
    baselines: tuple[float, ...] = ()
    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()
    lows: tuple[float, ...] = ()


class MarkView(Struct, frozen=True):
    """A mark on the event row; struck: it was entered in error."""

    x: float
    glyph: Glyph
    struck: bool = False


class ChartBody(Struct, frozen=True, kw_only=True):
    """What only a new fact changes."""

    strips: tuple[StripView, ...] = ()
    marks: tuple[MarkView, ...] = ()
    gaps: tuple[tuple[float, float], ...] = ()
    legend: tuple[tuple[Glyph, str], ...] = ()
    step_label: str = ""
    event_label: str = ""
    stopped_label: str = ""
    reaction_letter: str = ""


class StepBandView(Struct, frozen=True):
    x0: float
    x1: float
    text: str
    state: BandState


class BagBandView(Struct, frozen=True):
    """texts: from the longest to the shortest; whoever draws takes the first that fits. tint: 0, 1, 2."""

    x0: float
    x1: float
    texts: tuple[str, ...]
    tint: int


class BandsView(Struct, frozen=True, kw_only=True):
    """Behind the series. stopped: the pump stood still in a pause or a reaction."""

    steps: tuple[StepBandView, ...] = ()
    bags: tuple[BagBandView, ...] = ()
    stopped: tuple[tuple[float, float], ...] = ()


class TimeTick(Struct, frozen=True):
    """major: keeps its label where there is no room for all."""

    x: float
    text: str
    major: bool


class TimeFrame(Struct, frozen=True, kw_only=True):
    x0: float
    x1: float
    ticks: tuple[TimeTick, ...] = ()


class LineView(Struct, frozen=True):
    """An upright line over all strips, with its words on the time axis."""

    x: float
    text: str


class CellView(Struct, frozen=True):
    """Beside a strip: the value, its change from the baseline, and its time where it is not that above."""

    value: str
    change: str = ""
    time: str = ""


class ReadoutView(Struct, frozen=True, kw_only=True):
    """What is read at the crosshair, or the newest. rings: place of the strip and the point that was read."""

    time: str = ""
    note: str = ""
    cells: tuple[CellView, ...] = ()
    rings: tuple[tuple[int, float, float], ...] = ()
    spoken: str = ""


class ChartView(Struct, frozen=True, kw_only=True):
    """`now` is None once the session is over. `back` returns from the crosshair to the newest."""

    name: str
    body: ChartBody
    bands: BandsView
    frame: TimeFrame
    now: LineView | None
    cursor: LineView | None
    readout: ReadoutView
    windows: ChoiceView
    back: ActionView
