"""Review: the chair as the record knew it at one moment, beside the whole course. Nothing can be changed."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct
from msgspec.structs import replace

from desens_gui.course.so_far import CourseSoFar
from desens_gui.course.steps import StepCourse
from desens_gui.domain.events.step import StepStarted
from desens_gui.domain.stage import Ended
from desens_gui.views.banner import banner
from desens_gui.views.live_column import live_column
from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.chart import ChartView
from desens_gui.views.parts.facts import FactsView, PairView
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.review import EventRowView, EventsView, ReviewView, ScrubberView
from desens_gui.views.review_events import event_rows
from desens_gui.views.review_summary import FileFacts, file_card, summary_card
from desens_gui.views.scene import Scene
from desens_gui.views.status import status
from desens_gui.views.step_card import step_card
from desens_gui.views.trend_series import seconds
from desens_gui.wording import moments
from desens_gui.wording.parts import goes_on
from desens_gui.wording.stages import stage_name
from desens_gui.wording.words import Words

SPEEDS = (60, 240, 900)
"""Times as fast as life: a minute, four, a quarter of an hour in a second."""


class Under(Struct, frozen=True, kw_only=True):
    """What is under review, worked out once: the whole course, its rows, its end."""

    course: CourseSoFar
    rows: tuple[EventRowView, ...]
    facts: tuple[FactsView, ...]
    starts: tuple[float, ...]
    end_ns: int
    file: FileFacts


def under(course: CourseSoFar, file: FileFacts, words: Words) -> Under:
    """For a session with at least one fact."""
    assert course.state is not None
    end_ns = course.state.timeline.at_ns
    every = course.rows.all(clinical_only=False)
    starts = (row.recorded_ns for row in every if isinstance(row.recorded.event, StepStarted))
    return Under(
        course=course,
        rows=event_rows(course, words),
        facts=(summary_card(course, end_ns, words), file_card(file, len(every), words)),
        starts=tuple(map(seconds, starts)),
        end_ns=end_ns,
        file=file,
    )


class Playing(Struct, frozen=True):
    runs: bool = False
    speed: int = SPEEDS[1]


def faster(speed: int) -> int:
    """The next speed; after the last the first."""
    return next((each for each in SPEEDS if each > speed), SPEEDS[0])


def review_frame(scene: Scene, under: Under, notice: str = "") -> FrameView:
    """notice: what came of saving the handover page."""
    words = scene.words
    return FrameView(
        banner=banner(scene),
        alarm=AlarmStripView(
            icon="lock",
            title=words("Read only"),
            text=words(
                "The chair at {time}: {stage}.",
                time=scene.hh_mm_ss(scene.now_ns),
                stage=stage_name(words, scene.session.stage),
            ),
            note=notice or _closed(scene, under),
        ),
        actions=ActionBarView(
            secondary=(
                ActionView(
                    intent="close", label=words("Close"), sub=words("the review"), key="Esc", icon="cross"
                ),
            ),
            primary=ActionView(
                intent="export",
                label=words("Export"),
                sub=words("Handover page, PDF"),
                icon="printer",
                key="F10",
                kind="primary",
            ),
        ),
        status=replace(status(scene), file=under.file.name),
    )


def _closed(scene: Scene, under: Under) -> str:
    state, words = under.course.state, scene.words
    if state is not None and state.left is not None:
        return goes_on(words, state.left)
    if state is None or not isinstance(state.stage, Ended):
        return words("The session was still running when this was read")
    clock = under.course.clock
    utc_us, offset = clock.utc_us(state.stage.at_ns), clock.zone_offset_min(state.stage.at_ns)
    time = moments.hour_minute(utc_us, offset)
    return words("Closed {day} {time}", day=moments.day(utc_us, offset, words), time=time)


def review(
    scene: Scene, under: Under, courses: tuple[StepCourse, ...], chart: ChartView, playing: Playing
) -> ReviewView:
    """scene and courses: as known at the moment; under and chart: the whole."""
    words = scene.words
    current = bisect_right(under.rows, scene.session.seq, key=lambda row: row.seq) - 1
    clock = under.course.clock
    day = moments.day(clock.utc_us(0), clock.zone_offset_min(0), words)
    return ReviewView(
        facts=under.facts,
        course=CardHead(
            title=words("Course, {day}", day=day),
            note=words("crosshair {time}", time=scene.hh_mm_ss(scene.now_ns)),
        ),
        chart=chart,
        scrubber=_scrubber(scene, under, current, chart, playing),
        events=EventsView(
            head=CardHead(title=words("Events"), note=words("{count} events", count=len(under.rows))),
            rows=under.rows,
            current=current,
        ),
        moment=_moment(scene),
        then=live_column(scene, courses) if scene.session.plan is not None else None,
    )


def _moment(scene: Scene) -> FactsView:
    """The facts of the step card, as the nurse read them."""
    words = scene.words
    head = CardHead(title=words("At this moment"))
    if scene.session.plan is None:
        pair = PairView(label=words("Stage"), value=stage_name(words, scene.session.stage))
        return FactsView(head=head, pairs=(pair,))
    facts = step_card(scene).facts
    return FactsView(
        head=head,
        pairs=tuple(PairView(label=fact.label, value=fact.value) for fact in facts),
    )


def _scrubber(scene: Scene, under: Under, current: int, chart: ChartView, playing: Playing) -> ScrubberView:
    words = scene.words
    place = words("{number} of {count}", number=current + 1, count=len(under.rows))
    return ScrubberView(
        name=words("Moment of the session"),
        at=seconds(scene.now_ns),
        end=seconds(under.end_ns),
        time=scene.hh_mm_ss(scene.now_ns),
        place=words("event {place}", place=place),
        marks=under.starts,
        play=_play(words, playing),
        windows=chart.windows,
        speed=_speed(words, playing),
    )


def _play(words: Words, playing: Playing) -> ActionView:
    label, icon = (words("Stop playing"), "pause") if playing.runs else (words("Play"), "play")
    return ActionView(intent="review:play", label=label, icon=icon, key=words("Space"))


def _speed(words: Words, playing: Playing) -> ActionView:
    """Times as fast as life; a press takes the next one."""
    label = words("{times}\N{MULTIPLICATION SIGN}", times=playing.speed)
    return ActionView(intent="review:speed", label=label, sub=words("speed"))
