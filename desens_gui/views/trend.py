"""The chart of one session: what only a fact changes is kept until the next, the moment is worked out."""

from __future__ import annotations

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.quantities import NS_PER_MINUTE, NS_PER_SECOND
from desens_gui.domain.session import Session
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.chart import (
    AT_NOW,
    BandsView,
    ChartBody,
    ChartView,
    LineView,
    Looking,
    ReadoutView,
    StripView,
    TimeFrame,
    Window,
)
from desens_gui.views.parts.field import ChoiceView, OptionView
from desens_gui.views.trend_bands import bands, open_end_ns
from desens_gui.views.trend_marks import MarkViews, legend
from desens_gui.views.trend_readout import readout
from desens_gui.views.trend_scales import STRIPS, baselines_of, limits_of, scale_of
from desens_gui.views.trend_series import Collected, seconds
from desens_gui.views.trend_time import fitted, one_hour
from desens_gui.wording import moments
from desens_gui.wording.vitals import short_name, unit
from desens_gui.wording.words import Words

WINDOW = "trend_window"
BACK = "trend_now"
MARGIN_NS = 3 * NS_PER_MINUTE


class Trend:
    """One for each session and each reader. Every kept part stands beside what it was worked out from."""

    def __init__(self, course: CourseSoFar, words: Words) -> None:
        self._course = course
        self._words = words
        self._collected = [Collected(plotted) for plotted in STRIPS]
        self._marks = MarkViews()
        self._body: tuple[Session | None, ChartBody] | None = None
        self._bands: tuple[tuple[Session | None, int, bool], BandsView] | None = None
        self._frame: tuple[tuple[Session | None, int, int, bool], TimeFrame] | None = None
        self._readout: tuple[tuple[Session | None, float | None], ReadoutView] | None = None

    def view(self, at_ns: int, looking: Looking = AT_NOW, *, live: bool = True) -> ChartView:
        """at_ns: the newest moment, at or after the last fact. live: there is a now, and a next step."""
        course = self._course
        live = live and course.state is not None and not course.state.is_over
        end_ns = open_end_ns(course.state, at_ns) if live and course.state is not None else at_ns
        return ChartView(
            name=self._words("Trend"),
            body=self.body(),
            bands=self._bands_until(end_ns, live=live),
            frame=self._window(looking, at_ns, end_ns, live=live),
            now=self._line(at_ns, self._words("now {time}", time=self._hh_mm(at_ns))) if live else None,
            cursor=None if looking.cursor is None else self._cursor(looking.cursor),
            readout=self._read(looking.cursor),
            windows=self._windows(looking.window),
            back=ActionView(intent=BACK, label=self._words("Now") if live else self._words("Newest")),
        )

    # ---- what a fact changes

    def body(self) -> ChartBody:
        state = self._course.state
        if self._body is None or self._body[0] is not state:
            self._body = (state, self._new_body(state))
        return self._body[1]

    def _new_body(self, state: Session | None) -> ChartBody:
        words, course = self._words, self._course
        gaps = course.intervals.gaps
        for collected in self._collected:
            collected.take(course.vitals, gaps)
        shown = self._marks.of(course.marks.all())
        return ChartBody(
            strips=tuple(self._strip(collected, state) for collected in self._collected),
            marks=shown,
            gaps=tuple((seconds(gap.from_ns), seconds(gap.to_ns)) for gap in gaps),
            legend=legend(shown, words),
            step_label=words("Step"),
            event_label=words("Event"),
            stopped_label=words("stopped"),
            reaction_letter=words.within("mark of a reaction", "R"),
        )

    def _strip(self, collected: Collected, state: Session | None) -> StripView:
        words, plotted = self._words, collected.plotted
        return StripView(
            code=plotted.code,
            name=short_name(words, plotted.code),
            unit=unit(words, plotted.code),
            shape=plotted.shape,
            scale=scale_of(plotted, collected.least, collected.most, words),
            limits=() if state is None else limits_of(plotted, state, words),
            baselines=baselines_of(plotted, self._course.vitals),
            xs=tuple(collected.xs),
            ys=tuple(collected.ys),
            lows=tuple(collected.lows) if plotted.low is not None else (),
        )

    # ---- what the moment changes

    def _bands_until(self, end_ns: int, *, live: bool) -> BandsView:
        key = (self._course.state, end_ns, live)
        if self._bands is None or not _same(self._bands[0], key):
            self._bands = (key, bands(self._course, end_ns, self._words, ahead=live))
        return self._bands[1]

    def _window(self, looking: Looking, at_ns: int, end_ns: int, *, live: bool) -> TimeFrame:
        """The stretch that is looked at; kept while its ends stand still."""
        cursor_ns = None if looking.cursor is None else round(looking.cursor * NS_PER_SECOND)
        clock, course = self._course.clock, self._course
        if course.state is None:
            return TimeFrame(x0=0.0, x1=1.0)
        if looking.window == "hour":
            return one_hour(clock, at_ns, cursor_ns)
        from_ns, to_ns = self._ends(looking.window, at_ns if cursor_ns is None else cursor_ns, end_ns, live)
        key = (course.state, from_ns, to_ns, live)
        if self._frame is None or not _same(self._frame[0], key):
            self._frame = (key, fitted(clock, from_ns, to_ns))
        return self._frame[1]

    def _ends(self, window: Window, focus_ns: int, end_ns: int, live: bool) -> tuple[int, int]:
        shown = self._bands_until(end_ns, live=live).steps
        if window == "step" and shown:
            x = seconds(focus_ns)
            own = [band for band in shown if band.state != "next" and band.x0 <= x] or [shown[0]]
            return _ns(own[-1].x0) - MARGIN_NS, _ns(own[-1].x1) + MARGIN_NS
        body = self.body()
        begun = [strip.xs[0] for strip in body.strips if strip.xs]
        begun += [mark.x for mark in body.marks[:1]] + [band.x0 for band in shown[:1]]
        last = [mark.x for mark in body.marks[-1:]] + [band.x1 for band in shown[-1:]]
        from_ns = (_ns(min(begun)) if begun else end_ns) - MARGIN_NS
        newest = end_ns if live or not last else _ns(max(last))
        return from_ns, max([newest, *map(_ns, last)]) + (0 if live else MARGIN_NS)

    def _read(self, cursor: float | None) -> ReadoutView:
        key = (self._course.state, cursor)
        if self._readout is None or not _same(self._readout[0], key):
            cursor_ns = None if cursor is None else round(cursor * NS_PER_SECOND)
            self._readout = (key, readout(self._course, cursor_ns, self._words, self._hh_mm))
        return self._readout[1]

    def _windows(self, window: Window) -> ChoiceView:
        words = self._words
        named: tuple[tuple[Window, str], ...] = (
            ("all", words("All")),
            ("hour", words("1\N{NO-BREAK SPACE}h")),
            ("step", words("Step")),
        )
        options = tuple(OptionView(code=code, label=label, chosen=code == window) for code, label in named)
        return ChoiceView(code=WINDOW, name=words("Time shown"), options=options)

    # ---- times

    def _line(self, at_ns: int, text: str) -> LineView:
        return LineView(seconds(at_ns), text)

    def _cursor(self, cursor: float) -> LineView:
        at_ns = round(cursor * NS_PER_SECOND)
        if self._course.state is None:
            return LineView(cursor, "")
        clock = self._course.clock
        text = moments.hour_minute_second(clock.utc_us(at_ns), clock.zone_offset_min(at_ns))
        return LineView(cursor, text)

    def _hh_mm(self, at_ns: int) -> str:
        """Only past the first fact."""
        clock = self._course.clock
        return moments.hour_minute(clock.utc_us(at_ns), clock.zone_offset_min(at_ns))


def _ns(x: float) -> int:
    return round(x * NS_PER_SECOND)


def _same(kept: tuple[object, ...], key: tuple[object, ...]) -> bool:
    """The very same state, and equal moments: states are never compared field by field."""
    return kept[0] is key[0] and kept[1:] == key[1:]
