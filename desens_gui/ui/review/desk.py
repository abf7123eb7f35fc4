"""The desk where a session is read again: moves to any moment and renders it, without a live session."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desens_gui.course.steps_then import StepsThen
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.step import StepStarted
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.domain.recorded import Recorded
from desens_gui.session.moment import Moment
from desens_gui.session.review import Review
from desens_gui.ui.charts.trend_chart import WINDOWS, TrendChart
from desens_gui.ui.screens.review import ReviewScreen
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.chart import Looking, Window
from desens_gui.views.review import Playing, faster, review, review_frame, under
from desens_gui.views.review_summary import FileFacts
from desens_gui.views.scene import Scene
from desens_gui.views.trend import WINDOW, Trend
from desens_gui.wording.words import Words

SCREEN = "review"


class ReviewDesk(QObject):
    """`export_pdf` saves the handover page and answers with a sentence. `now` gives ns of the run's clock."""

    closing = Signal()

    def __init__(
        self,
        window: MainWindow,
        records: Sequence[Recorded[Event]],
        words: Words,
        file: FileFacts,
        export_pdf: Callable[[], str],
        now: Callable[[], int],
    ) -> None:
        super().__init__(window)
        if not records:
            raise ValueError("nothing to review: no facts")
        self.window = window
        self._words = words
        self._export_pdf = export_pdf
        self._now = now
        self._review = Review(records)
        course = self._review.course
        self._steps = StepsThen(self._review.records, course.history)
        self._under = under(course, file, words)
        self._seqs = [row.seq for row in self._under.rows]
        self._starts = [each.seq for each in records if isinstance(each.event, StepStarted)]
        self._trend = Trend(course, words)
        self._window: Window = "all"
        self._playing = Playing()
        self._beat_ns = 0
        self._notice = ""
        self._moment = self._at_seq(records[-1].seq)
        self._build()

    def _build(self) -> None:
        window = self.window
        window.add_screen(SCREEN, ReviewScreen)
        screen = window.screen_named(SCREEN)
        assert isinstance(screen, ReviewScreen)
        self.screen = screen
        self.chart = TrendChart(window.looks, foot=False)
        screen.set_chart(self.chart)
        screen.picked.connect(self.goto_seq)
        screen.scrubbed.connect(self._scrub)
        self.chart.looked.connect(self._look)
        window.intent.connect(self.ask)
        window.chosen.connect(self._choose)
        self.render()
        window.show_screen(SCREEN)
        screen.events.list.setFocus()

    # ---- moments

    @property
    def moment(self) -> Moment:
        """What is shown: the state as it was known then."""
        return self._moment

    def goto_seq(self, seq: int) -> None:
        """Right after that fact, or after the last one there is before it."""
        self._moment = self._at_seq(seq)
        self.render()

    def goto_ns(self, at_ns: int) -> None:
        """To a moment of session time, between the first fact and the last."""
        moment = self._review.at_ns(min(max(0, at_ns), self._under.end_ns))
        assert moment is not None, "the first fact stands at zero"
        self._moment = moment
        self.render()

    def _at_seq(self, seq: int) -> Moment:
        moment = self._review.at_seq(max(self._review.records[0].seq, seq))
        assert moment is not None, "there is a first fact"
        return moment

    # ---- what a person asks for

    def ask(self, intent: str) -> None:
        """Whatever else the window is asked for has no meaning here."""
        asked = {
            "review:play": lambda: self._play(runs=not self._playing.runs),
            "review:previous": lambda: self._go_before(self._seqs),
            "review:next": lambda: self._go_after(self._seqs),
            "review:step_before": lambda: self._go_before(self._starts),
            "review:step_after": lambda: self._go_after(self._starts),
            "review:first": lambda: self.goto_ns(0),
            "review:last": lambda: self.goto_ns(self._under.end_ns),
            "review:speed": self._speed_up,
            "export": self._export,
            "close": self.closing.emit,
        }
        if intent in asked:
            asked[intent]()

    def _speed_up(self) -> None:
        self._playing = Playing(self._playing.runs, faster(self._playing.speed))
        self.render()

    def _export(self) -> None:
        self._notice = self._export_pdf()
        self.render()

    def _go_before(self, seqs: list[int]) -> None:
        """Between two facts first back to the last one, then to the one before it."""
        moment = self._moment
        between = moment.now_ns > moment.state.timeline.at_ns
        found = [seq for seq in seqs if seq < moment.state.seq or (between and seq == moment.state.seq)]
        if found:
            self.goto_seq(found[-1])

    def _go_after(self, seqs: list[int]) -> None:
        following = next((seq for seq in seqs if seq > self._moment.state.seq), None)
        if following is not None:
            self.goto_seq(following)

    def _scrub(self, seconds: float) -> None:
        self.goto_ns(round(seconds * NS_PER_SECOND))

    def _look(self, looking: Looking) -> None:
        self._window = looking.window
        self.goto_ns(self._under.end_ns if looking.cursor is None else round(looking.cursor * NS_PER_SECOND))

    def _choose(self, code: str, option: str) -> None:
        if code == WINDOW:
            self._window = next((each for each in WINDOWS if each == option), self._window)
            self.render()

    # ---- playing

    def _play(self, *, runs: bool) -> None:
        """From the beginning again where it stands at the end."""
        self._playing = Playing(runs, self._playing.speed)
        self._beat_ns = self._now()
        if runs and self._moment.now_ns >= self._under.end_ns:
            self.goto_ns(0)
        self.render()

    def beat(self) -> None:
        """Called by the window's ticker."""
        if not self._playing.runs:
            return
        now = self._now()
        passed, self._beat_ns = now - self._beat_ns, now
        at_ns = self._moment.now_ns + passed * self._playing.speed
        if at_ns >= self._under.end_ns:
            self._playing = Playing(False, self._playing.speed)
        self.goto_ns(at_ns)

    # ---- rendering

    def scene(self) -> Scene:
        return Scene(session=self._moment.state, stamp=self._moment.stamp, words=self._words, mode="review")

    def render(self) -> None:
        """The moment with the views of the chair, the course as a whole."""
        scene, moment = self.scene(), self._moment
        courses = self._steps.courses(moment.state.seq, moment.now_ns)
        looking = Looking(self._window, moment.now_ns / NS_PER_SECOND)
        chart = self._trend.view(self._under.end_ns, looking, live=False)
        self.window.render_frame(review_frame(scene, self._under, self._notice))
        self.screen.render(review(scene, self._under, courses, chart, self._playing))
        self.chart.render(chart)
